/** One row for each key: what it may do, from where and until when, and whether it is used. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { ApiKey } from "@/api/types";
import { Cell, Changes, Lines, Name, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import classes from "./keys.module.css";
import { expiryOf, hasTwoSecrets, inOrder, scopeWords } from "./words";

const COLUMNS = ["Key", "May", "From", "Good until", "Last used", "Changes"];

interface Orders {
  onRotate: (apiKey: ApiKey) => void;
  onRevoke: (apiKey: ApiKey) => void;
}

export function KeyTable({ apiKeys, ...orders }: { apiKeys: ApiKey[] } & Orders) {
  return (
    <Table caption="API keys, newest first" columns={COLUMNS}>
      {apiKeys.map((apiKey) => (
        <KeyRow key={apiKey.id} apiKey={apiKey} {...orders} />
      ))}
    </Table>
  );
}

function KeyRow({ apiKey, ...orders }: { apiKey: ApiKey } & Orders) {
  const { name, begins, scopes, networks, lastUsedAt } = apiKey;
  return (
    <tr>
      <Cell label="Key">
        <Name>{name}</Name>
        <code className={classes.begins}>{begins}</code>
        <Alarm apiKey={apiKey} />
      </Cell>
      <Cell label="May">
        <Lines>
          {inOrder(scopes).map((scope) => (
            <li key={scope}>{scopeWords[scope].label}</li>
          ))}
        </Lines>
      </Cell>
      <Cell label="From">
        {networks.length === 0
          ? "Anywhere"
          : networks.map((network) => (
              <div key={network} className={classes.network}>
                {network}
              </div>
            ))}
      </Cell>
      <Cell label="Good until">
        <Expires apiKey={apiKey} />
      </Cell>
      <Cell label="Last used">{lastUsedAt ? <When at={lastUsedAt} /> : "Never"}</Cell>
      <Cell label="Changes">
        <Buttons apiKey={apiKey} {...orders} />
      </Cell>
    </tr>
  );
}

function Alarm({ apiKey: { alarmedAt } }: { apiKey: ApiKey }) {
  if (!alarmedAt) return null;
  return (
    <div className={classes.note}>
      <Tag tone="bad">Many wrong codes</Tag> <When at={alarmedAt} />
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
          <Tag tone="warn">Ends soon</Tag>
        </div>
      )}
      {expiry === "expired" && (
        <div>
          <Tag tone="bad">Expired</Tag>
        </div>
      )}
      {apiKey.previousUntil && hasTwoSecrets(apiKey, now) && (
        <div className={classes.note}>
          The secret from before: until <When at={apiKey.previousUntil} />
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
        aria-label={`Rotate ${apiKey.name}…`}
        onClick={() => onRotate(apiKey)}
      >
        Rotate…
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Revoke ${apiKey.name}…`}
        onClick={() => onRevoke(apiKey)}
      >
        Revoke…
      </Button>
    </Changes>
  );
}
