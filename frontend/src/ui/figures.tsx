/** A chart's numbers as a table, for whoever wants to read or copy them. */
import { words } from "@/lib/words";
import classes from "./chart.module.css";
import { Columns } from "./table";

const say = words("ui");

interface Props {
  caption: string;
  columns: readonly string[];
  /** The first of each row names it. */
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

export function Figures({ caption, columns, rows }: Props) {
  return (
    <details className={classes.figures}>
      <summary>{say("as-table")}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className={classes.scroll} aria-label={caption} tabIndex={0}>
        <table className={classes.table}>
          <Columns names={columns} />
          <tbody>
            {rows.map(([name, ...values]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {values.map((value, index) => (
                  <td key={columns[index + 1]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}
