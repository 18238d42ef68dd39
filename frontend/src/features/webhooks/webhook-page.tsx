/** One webhook: what it is, what can be done with it, and what was sent. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { NamedView } from "@/ui/named-view";
import { Page } from "@/ui/page";
import { webhookOf } from "./queries";
import { WebhookView } from "./webhook-view";
import classes from "./webhooks.module.css";

const say = words("webhooks");

export function WebhookPage() {
  const { id } = useParams({ from: "/signed-in/webhooks/$id" });
  const query = useQuery(webhookOf(id));
  return (
    <>
      <nav aria-label={say("way-back")} className={classes.back}>
        <Link to="/webhooks" activeOptions={{ exact: true }}>
          {say("way-back.link")}
        </Link>
      </nav>
      {isRefusal(query.error, "not_found") ? (
        <Page title={say("unknown")}>
          <p>{say("unknown.text")}</p>
        </Page>
      ) : (
        <NamedView title={say("title.one")} query={query} rows={8}>
          {(webhook) => <WebhookView webhook={webhook} />}
        </NamedView>
      )}
    </>
  );
}
