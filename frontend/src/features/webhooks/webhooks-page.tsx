/** Where the organization's events are sent to. */
import { useQuery } from "@tanstack/react-query";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { webhooks } from "./queries";
import { CreateDialog } from "./webhook-dialog";
import { WebhookTable } from "./webhook-table";

const say = words("webhooks");

export function WebhooksPage() {
  const query = useQuery(webhooks);
  const { open, setOpen, done, close } = useLinkedDialog(["create"]);
  return (
    <Page
      title={say("title")}
      intro={say("title.about")}
      aside={<CreateButton onClick={() => setOpen("create")}>{say("create")}</CreateButton>}
    >
      <Outcome>{done}</Outcome>
      <Section title={say("list")}>
        <QueryView query={query} rows={4}>
          {({ items }) =>
            items.length > 0 ? <WebhookTable webhooks={items} /> : <Empty>{say("list.none")}</Empty>
          }
        </QueryView>
      </Section>
      {open && <CreateDialog onClose={close} />}
    </Page>
  );
}
