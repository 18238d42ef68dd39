/** A chart's numbers as a table and as a file, for whoever wants to read them or to go on with them. */
import { asShown, figuresAsCsv, type Figures as Numbers } from "@/lib/figures";
import { dayOf } from "@/lib/moments";
import { words } from "@/lib/words";
import classes from "./chart.module.css";
import { Columns } from "./table";
import { ToolIcon } from "./tool-icons";
import unseen from "./unseen.module.css";

const say = words("ui");

/** Without it a spreadsheet takes the letters of the file for others. */
const BYTE_ORDER_MARK = "\uFEFF";

interface Props extends Numbers {
  caption: string;
  /** What the file is called, before its day. */
  file: string;
}

export function Figures({ caption, file, columns, rows }: Props) {
  return (
    <div className={classes.figures}>
      <details>
        <summary>
          {say("as-table")} <span className={unseen.words}>({caption})</span>
        </summary>
        <FigureTable caption={caption} columns={columns} rows={rows} />
      </details>
      <a
        className={classes.file}
        href={`data:text/csv;charset=utf-8,${encodeURIComponent(BYTE_ORDER_MARK + figuresAsCsv({ columns, rows }))}`}
        download={`${file}-${dayOf(Date.now())}.csv`}
      >
        <ToolIcon name="download" size={16} />
        {say("as-csv")} <span className={unseen.words}>({caption})</span>
      </a>
    </div>
  );
}

function FigureTable({ caption, columns, rows }: Numbers & { caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <Columns names={columns} />
        <tbody>
          {rows.map((row) => (
            <FigureRow key={row.map(asShown).join()} cells={row.map(asShown)} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureRow({ cells: [name, ...values], columns }: { cells: string[]; columns: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {values.map((value, index) => (
        <td key={columns[index + 1]}>{value}</td>
      ))}
    </tr>
  );
}
