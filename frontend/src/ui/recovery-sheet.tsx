/** Fresh recovery codes, shown once: to copy, keep as a file, or print. */

import { Button } from "@mantine/core";
import { type CSSProperties, type ReactNode, useState } from "react";
import { useHeldSession } from "@/api/hooks";
import { asDate } from "@/lib/moments";
import { recoveryFileName, recoveryText } from "@/lib/recovery-text";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import { ActionButton } from "./action-button";
import { CopyButton } from "./copy-button";
import { Form } from "./form";
import { Help } from "./help";
import { useInsisted } from "./insisted";
import { LeaveGuard } from "./leave-guard";
import { Message } from "./message";
import classes from "./recovery-sheet.module.css";
import { ToolIcon } from "./tool-icons";

const say = words("recovery");

interface Props {
  codes: readonly { number: number; code: string }[];
  organization: string;
  account: string;
  onSaved: () => void;
}

export function RecoverySheet({ codes, organization, account, onSaved }: Props) {
  useHeldSession();
  const [saved, setSaved] = useState(false);
  const insisted = useInsisted();
  const unsaved = insisted.missing(!saved);
  const [createdAt] = useState(() => asDate(new Date().toISOString()));
  const text = recoveryText({ organization, account, createdAt, codes });

  return (
    <>
      <LeaveGuard active={!saved} title={say("leaving")}>
        {say("leaving.text")}
      </LeaveGuard>
      <Message tone="warn">{say("save-now")}</Message>
      <section className={classes.sheet} aria-label={say("heading")}>
        <p className={classes.heading}>{say("heading")}</p>
        <dl className={classes.about}>
          <dt>{say("organization")}</dt>
          <dd>{organization}</dd>
          <dt>{say("account")}</dt>
          <dd>{account}</dd>
          <dt>{say("created")}</dt>
          <dd>{createdAt}</dd>
        </dl>
        <ol className={classes.codes} style={{ "--rows": Math.ceil(codes.length / 2) } as CSSProperties}>
          {codes.map(({ number, code }) => (
            <li key={number} value={number}>
              <span className={classes.box} />
              <code>{halves(code)}</code>
            </li>
          ))}
        </ol>
        <p className={classes.advice}>{say("tick")}</p>
        <p className={classes.advice}>{say("advice")}</p>
      </section>
      <div className={classes.actions}>
        <CopyButton text={text} label={say("copy")} />
        <Button
          component="a"
          variant="default"
          size="sm"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={recoveryFileName(organization)}
          leftSection={<ToolIcon name="download" size={18} />}
        >
          {say("download")}
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={() => window.print()}
          leftSection={<ToolIcon name="print" size={18} />}
        >
          {say("print")}
        </Button>
      </div>
      <Form ready={saved} insisted={insisted} onSubmit={onSaved}>
        <Checkbox
          size="md"
          label={say("saved")}
          error={unsaved && say("saved.first")}
          aria-invalid={unsaved ? true : undefined}
          checked={saved}
          onChange={(event) => setSaved(event.currentTarget.checked)}
        />
        <div>
          <ActionButton type="submit">{say("continue")}</ActionButton>
        </div>
      </Form>
      <Help topics={["recovery-codes"]} />
    </>
  );
}

/** Where there is no room for a whole code, it breaks in the middle. */
function halves(code: string): ReactNode {
  const groups = code.split("-");
  const middle = Math.ceil(groups.length / 2);
  return (
    <>
      <span>{`${groups.slice(0, middle).join("-")}-`}</span>
      <wbr />
      <span>{groups.slice(middle).join("-")}</span>
    </>
  );
}
