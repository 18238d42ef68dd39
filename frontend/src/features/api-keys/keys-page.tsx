/** What services and scripts show in place of a session. */
import { useQuery } from "@tanstack/react-query";
import type { ApiKey } from "@/api/types";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { CreateDialog } from "./create-dialog";
import { KeyTable } from "./key-table";
import { apiKeys } from "./queries";
import { RevokeDialog } from "./revoke-dialog";
import { RotateDialog } from "./rotate-dialog";

const say = words("api-keys");

type Open = { kind: "rotate" | "revoke"; apiKey: ApiKey };

export function KeysPage() {
  const query = useQuery(apiKeys);
  const { open, setOpen, done, close } = useLinkedDialog<"create", Open>(["create"]);

  return (
    <Page
      title={say("title")}
      intro={say("title.about")}
      aside={<CreateButton onClick={() => setOpen("create")}>{say("make")}</CreateButton>}
    >
      <Outcome>{done}</Outcome>
      <Section id="keys" title={say("list")}>
        <QueryView query={query} rows={4}>
          {({ items }) =>
            items.length > 0 ? (
              <KeyTable
                apiKeys={items}
                onRotate={(apiKey) => setOpen({ kind: "rotate", apiKey })}
                onRevoke={(apiKey) => setOpen({ kind: "revoke", apiKey })}
              />
            ) : (
              <Empty>{say("list.none")}</Empty>
            )
          }
        </QueryView>
      </Section>
      {open === "create" && <CreateDialog onClose={close} />}
      {typeof open === "object" && <Change {...open} onClose={close} />}
    </Page>
  );
}

function Change({ kind, ...change }: Open & { onClose: (done?: string) => void }) {
  return kind === "rotate" ? <RotateDialog {...change} /> : <RevokeDialog {...change} />;
}
