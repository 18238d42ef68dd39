/** One row for each key: what it may do, from where and until when, and whether it is used. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ApiKey } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Cell, Changes, Lines, Name, Row, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import classes from "./keys.module.css";
import { expiryOf, hasTwoSecrets, inOrder, scopeWords } from "./words";

const say = words("api-keys");

const COLUMNS = ["key", "may", "from", "until", "used", "changes"] as const;

interface Orders {
  onRotate: (apiKey: ApiKey) => void;
  onRevoke: (apiKey: ApiKey) => void;
}

export function KeyTable({ apiKeys, ...orders }: { apiKeys: ApiKey[] } & Orders) {
  return (
    <Table caption={say("table")} columns={COLUMNS.map((column) => say(`column.${column}`))}>
      {apiKeys.map((apiKey) => (
        <KeyRow key={apiKey.id} apiKey={apiKey} {...orders} />
      ))}
    </Table>
  );
}

function KeyRow({ apiKey, ...orders }: { apiKey: ApiKey } & Orders) {
  const { name, begins, scopes, networks, lastUsedAt } = apiKey;
  return (
    <Row>
      <Cell label={say("column.key")} head>
        <Name>{name}</Name>
        <code className={classes.begins}>{begins}</code>
        <Alarm apiKey={apiKey} />
      </Cell>
      <Cell label={say("column.may")}>
        <Lines>
          {inOrder(scopes).map((scope) => (
            <li key={scope}>{scopeWords(scope)}</li>
          ))}
        </Lines>
      </Cell>
      <Cell label={say("column.from")}>
        {networks.length === 0
          ? say("anywhere")
          : networks.map((network) => (
              <div key={network} className={classes.network}>
                {network}
              </div>
            ))}
      </Cell>
      <Cell label={say("column.until")}>
        <Expires apiKey={apiKey} />
      </Cell>
      <Cell label={say("column.used")}>{lastUsedAt ? <When at={lastUsedAt} /> : say("never")}</Cell>
      <Cell label={say("column.changes")}>
        <Buttons apiKey={apiKey} {...orders} />
      </Cell>
    </Row>
  );
}

function Alarm({ apiKey: { alarmedAt } }: { apiKey: ApiKey }) {
  if (!alarmedAt) return null;
  return (
    <div className={classes.note}>
      <Tag tone="bad">{say("wrong-codes")}</Tag> <When at={alarmedAt} />
    </div>
  );
}

function Expires({ apiKey }: { apiKey: ApiKey }) {
  const [now] = useState(Date.now);
  const expiry = expiryOf(apiKey, now);
  return (
    <>
      <When at={apiKey.expiresAt} dateOnly />
      {expiry === "soon" && (
        <div>
          <Tag tone="warn">{say("expiry.soon")}</Tag>
        </div>
      )}
      {expiry === "expired" && (
        <div>
          <Tag tone="bad">{say("expiry.expired")}</Tag>
        </div>
      )}
      {apiKey.previousUntil && hasTwoSecrets(apiKey, now) && (
        <div className={classes.note}>
          {say.rich("previous-until", { when: <When at={apiKey.previousUntil} /> })}
        </div>
      )}
    </>
  );
}

function Buttons({ apiKey, onRotate, onRevoke }: { apiKey: ApiKey } & Orders) {
  return (
    <Changes>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say("rotate.spoken", { name: apiKey.name })}
        onClick={() => onRotate(apiKey)}
      >
        {say("rotate")}
      </Button>
      <ActionButton
        grave
        size="compact-sm"
        aria-label={say("revoke.spoken", { name: apiKey.name })}
        onClick={() => onRevoke(apiKey)}
      >
        {say("revoke")}
      </ActionButton>
    </Changes>
  );
}
