/** Where the organization's events are sent to. */
import { useQuery } from "@tanstack/react-query";
import { useDialog } from "@/lib/use-dialog";
import { CreateButton } from "@/ui/create-button";
import { Done } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { webhooks } from "./queries";
import { CreateDialog } from "./webhook-dialog";
import { WebhookTable } from "./webhook-table";

export function WebhooksPage() {
  const query = useQuery(webhooks);
  const { open, setOpen, done, close } = useDialog<"create">();
  return (
    <Page
      title="Webhooks"
      intro="A webhook tells another service what happens here, as soon as it happens. It is signed, and sent again for three days until the service has it."
      aside={<CreateButton onClick={() => setOpen("create")}>Create a webhook</CreateButton>}
    >
      <Done>{done}</Done>
      <QueryView query={query} rows={4}>
        {({ items }) =>
          items.length > 0 ? (
            <WebhookTable webhooks={items} />
          ) : (
            <Empty>There are none yet. Make one to have sign-ins and changes told to a chat or a log.</Empty>
          )
        }
      </QueryView>
      {open && <CreateDialog onClose={close} />}
    </Page>
  );
}
