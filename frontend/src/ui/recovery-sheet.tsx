/** Fresh recovery codes, shown once: to copy, keep as a file, or print. */
import { Button } from "@mantine/core";
import { type CSSProperties, useState } from "react";
import { asDate } from "@/lib/moments";
import { recoveryFileName, recoveryText } from "@/lib/recovery-text";
import { Checkbox } from "@/ui/checkbox";
import { ActionButton } from "./action-button";
import { CopyButton } from "./copy-button";
import { Form } from "./form";
import { Icon } from "./icons";
import { LeaveGuard } from "./leave-guard";
import { Message } from "./message";
import classes from "./recovery-sheet.module.css";

interface Props {
  codes: readonly { number: number; code: string }[];
  organization: string;
  account: string;
  onSaved: () => void;
}

export function RecoverySheet({ codes, organization, account, onSaved }: Props) {
  const [saved, setSaved] = useState(false);
  const [createdAt] = useState(() => asDate(new Date().toISOString()));
  const text = recoveryText({ organization, account, createdAt, codes });

  return (
    <>
      <LeaveGuard active={!saved} title="Leave without your codes?">
        These codes are shown only now. Without them, a lost phone locks you out until an administrator helps.
      </LeaveGuard>
      <Message tone="warn">
        Save these codes now: they will not be shown again. Each one signs you in once when your phone is lost
        or broken.
      </Message>
      <section className={classes.sheet} aria-label="Recovery codes">
        <p className={classes.heading}>Recovery codes</p>
        <dl className={classes.about}>
          <dt>Organization</dt>
          <dd>{organization}</dd>
          <dt>Account</dt>
          <dd>{account}</dd>
          <dt>Created</dt>
          <dd>{createdAt}</dd>
        </dl>
        <ol className={classes.codes} style={{ "--rows": Math.ceil(codes.length / 2) } as CSSProperties}>
          {codes.map(({ number, code }) => (
            <li key={number} value={number}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p className={classes.advice}>
          Each code works once. Keep this sheet where only you can find it, apart from your phone.
        </p>
      </section>
      <div className={classes.actions}>
        <CopyButton text={text} label="Copy codes" />
        <Button
          component="a"
          variant="default"
          size="sm"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
          download={recoveryFileName(organization)}
          leftSection={<Icon name="download" size={18} />}
        >
          Download codes
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={() => window.print()}
          leftSection={<Icon name="print" size={18} />}
        >
          Print codes
        </Button>
      </div>
      <Form onSubmit={() => saved && onSaved()}>
        <Checkbox
          size="md"
          label="I have saved these codes"
          checked={saved}
          onChange={(event) => setSaved(event.currentTarget.checked)}
        />
        <div>
          <ActionButton type="submit" disabled={!saved}>
            Continue
          </ActionButton>
        </div>
      </Form>
    </>
  );
}
