/** The organization's rules for the second factor. */
import { useQuery } from "@tanstack/react-query";
import { usePermission } from "@/api/hooks";
import { policy } from "@/api/queries";
import { Message } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { When } from "@/ui/when";
import { PolicyForm } from "./policy-form";

export function PolicyPage() {
  const query = useQuery(policy);
  const editable = usePermission("policy.write");
  return (
    <Page
      title="Policy"
      intro={
        query.data?.updatedAt && (
          <>
            Last changed <When at={query.data.updatedAt} />.
          </>
        )
      }
    >
      {!editable && (
        <Message tone="info">You can look at the policy; an administrator can change it.</Message>
      )}
      <QueryView query={query} rows={8}>
        {(data) => <PolicyForm policy={data} editable={editable} />}
      </QueryView>
    </Page>
  );
}
