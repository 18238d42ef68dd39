/** Which recovery codes are left. The codes themselves were shown once and are nowhere to be had again. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFrozen } from "@/api/hooks";
import type { RecoveryCodes as Codes } from "@/api/types";
import { listedRuns } from "@/lib/lists";
import { words } from "@/lib/words";
import { Help } from "@/ui/help";
import { Message } from "@/ui/message";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import { recoveryCodes } from "./queries";
import classes from "./security.module.css";

const say = words("security");

export function RecoveryCodes() {
  const query = useQuery(recoveryCodes);
  const frozen = useFrozen();
  return (
    <Section
      title={say("recovery-codes")}
      id="recovery-codes"
      aside={
        !frozen && (
          <Button component={Link} to="/security/recovery-codes/new" variant="default" size="sm">
            {say("recovery-codes.new")}
          </Button>
        )
      }
    >
      <QueryView query={query} rows={4}>
        {(data) => <CodeList data={data} renewable={!frozen} />}
      </QueryView>
      <Help topics={["recovery-codes"]} />
    </Section>
  );
}

function CodeList({ data, renewable }: { data: Codes; renewable: boolean }) {
  const { codes, remaining: left, generatedAt, suggestNew } = data;
  const all = codes.length;
  const gone = codes.filter(isGone);
  const unused = codes.filter((code) => !isGone(code)).map(({ number }) => number);
  return (
    <>
      {suggestNew && renewable && <Message tone="warn">{say(`recovery-codes.${alarmOf(data)}`)}</Message>}
      <p className={quiet.text}>
        {generatedAt
          ? say.rich("recovery-codes.about-made", { left, all, made: <When at={generatedAt} dateOnly /> })
          : say("recovery-codes.about", { left, all })}
      </p>
      {gone.length > 0 && (
        <ol className={classes.codes}>
          {gone.map((code) => (
            <li key={code.number} value={code.number} className={classes.used}>
              <Fate code={code} />
            </li>
          ))}
        </ol>
      )}
      {gone.length > 0 && unused.length > 0 && (
        <p className={quiet.text}>{say("recovery-codes.unused", { numbers: listedRuns(unused) })}</p>
      )}
    </>
  );
}

/** What is wrong with those that are left. */
function alarmOf({ codes, remaining }: Codes) {
  if (codes.some(({ withdrawnAt }) => withdrawnAt)) return "withdrawn";
  return remaining === 0 ? "none-left" : "few-left";
}

type Code = Codes["codes"][number];

const isGone = ({ usedAt, withdrawnAt }: Code) => (usedAt ?? withdrawnAt) !== undefined;

function Fate({ code: { number, usedAt, withdrawnAt } }: { code: Code }) {
  const code = <s />;
  if (usedAt) return say.rich("recovery-code.used", { number, code, when: <When at={usedAt} /> });
  return (
    withdrawnAt && say.rich("recovery-code.withdrawn", { number, code, when: <When at={withdrawnAt} /> })
  );
}
