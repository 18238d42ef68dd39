/** Which recovery codes are left. The codes themselves were shown once and are nowhere to be had again. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RecoveryCodes as Codes } from "@/api/types";
import { Message } from "@/ui/message";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { When } from "@/ui/when";
import { recoveryCodes } from "./queries";
import classes from "./security.module.css";

export function RecoveryCodes() {
  const query = useQuery(recoveryCodes);
  return (
    <Section
      title="Recovery codes"
      id="recovery-codes"
      aside={
        <Button component={Link} to="/security/recovery-codes/new" variant="default" size="sm">
          Make new codes
        </Button>
      }
    >
      <QueryView query={query} rows={4}>
        {(data) => <CodeList data={data} />}
      </QueryView>
    </Section>
  );
}

function CodeList({ data: { codes, remaining, generatedAt, suggestNew } }: { data: Codes }) {
  return (
    <>
      {suggestNew && (
        <Message tone="warn">
          {codes.some(({ withdrawnAt }) => withdrawnAt)
            ? "These codes are no longer good: the database was restored from a backup, and some may have been used since."
            : remaining === 0
              ? "No code is left."
              : "Few codes are left."}{" "}
          Make new ones while you can still sign in.
        </Message>
      )}
      <p className={classes.quiet}>
        {remaining} of {codes.length} left
        {generatedAt && (
          <>
            , made <When at={generatedAt} dateOnly />
          </>
        )}
        . Each one signs you in once when your second factor is out of reach. Some call them backup codes.
      </p>
      <ol className={classes.codes}>
        {codes.map(({ number, usedAt, withdrawnAt }) => (
          <li key={number} value={number} className={(usedAt ?? withdrawnAt) && classes.used}>
            {usedAt || withdrawnAt ? (
              <>
                <s>Code {number}</s> {usedAt ? "used" : "withdrawn"} <When at={usedAt ?? withdrawnAt ?? ""} />
              </>
            ) : (
              <>
                Code {number} <span className={classes.quiet}>not used</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
