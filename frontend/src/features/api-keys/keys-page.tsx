/** What services and scripts show in place of a session. */
import { useQuery } from "@tanstack/react-query";
import type { ApiKey } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { CreateButton } from "@/ui/create-button";
import { Done } from "@/ui/message";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { CreateDialog } from "./create-dialog";
import { KeyTable } from "./key-table";
import { apiKeys } from "./queries";
import { RevokeDialog } from "./revoke-dialog";
import { RotateDialog } from "./rotate-dialog";

type Open = { kind: "create" } | { kind: "rotate" | "revoke"; apiKey: ApiKey };

export function KeysPage() {
  const query = useQuery(apiKeys);
  const { open, setOpen, done, close } = useDialog<Open>();

  return (
    <Page
      title="API keys"
      intro="A service or a script shows a key where a person would sign in. It may do what it was made for, and no more."
      aside={<CreateButton onClick={() => setOpen({ kind: "create" })}>Make a key</CreateButton>}
    >
      <Done>{done}</Done>
      <Section title="Keys of the organization">
        <QueryView query={query} rows={4}>
          {({ items }) =>
            items.length > 0 ? (
              <KeyTable
                apiKeys={items}
                onRotate={(apiKey) => setOpen({ kind: "rotate", apiKey })}
                onRevoke={(apiKey) => setOpen({ kind: "revoke", apiKey })}
              />
            ) : (
              <Empty>There are none yet. Make one for each service, so that each can be revoked alone.</Empty>
            )
          }
        </QueryView>
      </Section>
      {open?.kind === "create" && <CreateDialog onClose={close} />}
      {open?.kind === "rotate" && <RotateDialog apiKey={open.apiKey} onClose={close} />}
      {open?.kind === "revoke" && <RevokeDialog apiKey={open.apiKey} onClose={close} />}
    </Page>
  );
}
