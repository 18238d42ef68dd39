/** One webhook: what it is, what can be done with it, and what was sent. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { webhookOf } from "./queries";
import { WebhookView } from "./webhook-view";
import classes from "./webhooks.module.css";

export function WebhookPage() {
  const { id } = useParams({ from: "/signed-in/webhooks/$id" });
  const query = useQuery(webhookOf(id));
  return (
    <>
      <nav aria-label="Way back" className={classes.back}>
        <Link to="/webhooks" activeOptions={{ exact: true }}>
          All webhooks
        </Link>
      </nav>
      {isRefusal(query.error, "not_found") ? (
        <Page title="No such webhook">
          <p>There is none at this address, or not in this organization.</p>
        </Page>
      ) : (
        <QueryView query={query} rows={8}>
          {(webhook) => <WebhookView webhook={webhook} />}
        </QueryView>
      )}
    </>
  );
}
