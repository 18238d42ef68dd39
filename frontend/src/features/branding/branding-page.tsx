/** How the organization shows itself where its users sign in, and in its mails. */
import { useQuery } from "@tanstack/react-query";
import { usePermission } from "@/api/hooks";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { branding } from "./api";
import { BrandingForm } from "./branding-form";

const say = words("branding");

export function BrandingPage() {
  const query = useQuery(branding);
  const editable = usePermission("policy.write");
  return (
    <Page title={say("title")} intro={say("intro")}>
      {!editable && <Message tone="info">{say("read-only")}</Message>}
      <QueryView query={query} rows={8}>
        {(data) => <BrandingForm branding={data} editable={editable} />}
      </QueryView>
    </Page>
  );
}
