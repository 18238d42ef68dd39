/** How many people a policy treats in which way: bars for the eye, and the same numbers as a table. */
import type { CSSProperties } from "react";
import type { PolicyPreview, StandingCounts } from "@/api/types";
import { roleWords } from "@/lib/role-words";
import unseen from "@/ui/unseen.module.css";
import { peopleInWords, STANDINGS, segmentsOf, standingWords, totalOf } from "./consequences";
import classes from "./preview.module.css";

export function Chart({ preview, caption }: { preview: PolicyPreview; caption: string }) {
  const rows = [
    { who: "Everyone", counts: preview.counts },
    ...preview.byRole.map(({ role, counts }) => ({ who: roleWords(role), counts })),
  ];
  return (
    <div className={classes.chart}>
      <div aria-hidden="true" className={classes.rows}>
        {rows.map((row) => (
          <Row key={row.who} {...row} />
        ))}
      </div>
      <div className={unseen.words}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              {STANDINGS.map((standing) => (
                <th key={standing} scope="col">
                  {standingWords[standing].title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ who, counts }) => (
              <tr key={who}>
                <th scope="row">{who}</th>
                {STANDINGS.map((standing) => (
                  <td key={standing}>{counts[standing]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Row({ who, counts }: { who: string; counts: StandingCounts }) {
  const segments = segmentsOf(counts);
  return (
    <div className={classes.row}>
      <p className={classes.who}>
        {who} <span className={classes.total}>{peopleInWords(totalOf(counts))}</span>
      </p>
      <div className={classes.bar} data-empty={segments.length === 0 || undefined}>
        {segments.map(({ standing, percent }) => (
          <span
            key={standing}
            className={classes.fill}
            data-standing={standing}
            style={{ "--share": percent } as CSSProperties}
          />
        ))}
      </div>
      <p className={classes.shares}>
        {segments.map(({ standing, people }) => (
          <span key={standing} className={classes.share}>
            <span className={classes.swatch} data-standing={standing} />
            {people} {standingWords[standing].title.toLowerCase()}
          </span>
        ))}
      </p>
    </div>
  );
}

/** What the words of the chart mean. */
export function Legend() {
  return (
    <details className={classes.details}>
      <summary>What the words mean</summary>
      <dl className={classes.legend}>
        {STANDINGS.map((standing) => (
          <div key={standing}>
            <dt>
              <span className={classes.swatch} data-standing={standing} aria-hidden="true" />
              {standingWords[standing].title}
            </dt>
            <dd>{standingWords[standing].meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
