/** The organization's rules for the second factor. */
import { useQuery } from "@tanstack/react-query";
import { usePermission } from "@/api/hooks";
import { policy } from "@/api/queries";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { When } from "@/ui/when";
import { PolicyForm } from "./policy-form";

const say = words("policy");

export function PolicyPage() {
  const query = useQuery(policy);
  const editable = usePermission("policy.write");
  return (
    <Page
      title={say("title")}
      intro={query.data?.updatedAt && say.rich("last-changed", { when: <When at={query.data.updatedAt} /> })}
    >
      {!editable && <Message tone="info">{say("read-only")}</Message>}
      <QueryView query={query} rows={8}>
        {(data) => <PolicyForm policy={data} editable={editable} />}
      </QueryView>
    </Page>
  );
}
