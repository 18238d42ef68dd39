/** How many people a policy treats in which way: bars for the eye, and the same numbers as a table. */
import type { CSSProperties } from "react";
import type { PolicyPreview, StandingCounts } from "@/api/types";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import unseen from "@/ui/unseen.module.css";
import { STANDINGS, segmentsOf, standingWords, totalOf } from "./consequences";
import { EVERYONE } from "./phases";
import classes from "./preview.module.css";

const say = words("policy");

export function Chart({ preview, caption }: { preview: PolicyPreview; caption: string }) {
  const rows = [
    { id: EVERYONE, who: say("everyone"), counts: preview.counts },
    ...preview.byRole.map(({ role, counts }) => ({ id: role, who: roleWords(role), counts })),
  ];
  return (
    <div className={classes.chart}>
      <div aria-hidden="true" className={classes.rows}>
        {rows.map(({ id, ...row }) => (
          <Row key={id} {...row} />
        ))}
      </div>
      <div className={unseen.words}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{say("who")}</th>
              {STANDINGS.map((standing) => (
                <th key={standing} scope="col">
                  {standingWords(standing).title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, who, counts }) => (
              <tr key={id}>
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
        {who} <span className={classes.total}>{say("people", { people: totalOf(counts) })}</span>
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
            {say(`share.${standing}`, { people })}
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
      <summary>{say("legend")}</summary>
      <dl className={classes.legend}>
        {STANDINGS.map((standing) => (
          <div key={standing}>
            <dt>
              <span className={classes.swatch} data-standing={standing} aria-hidden="true" />
              {standingWords(standing).title}
            </dt>
            <dd>{standingWords(standing).meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
