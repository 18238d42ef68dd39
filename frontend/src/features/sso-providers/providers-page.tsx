/** Where people can sign in instead of typing a password here. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SsoProvider } from "@/api/types";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { ChangeDialog, CreateDialog } from "./provider-dialog";
import { ProviderSection } from "./provider-section";
import { providers } from "./queries";
import { RemoveDialog } from "./remove-dialog";

const say = words("sso-providers");

type Open = { kind: "change" | "remove"; provider: SsoProvider };

export function ProvidersPage() {
  const query = useQuery(providers);
  const { open, setOpen, done, close } = useLinkedDialog<"create", Open>(["create"]);
  return (
    <Page
      title={say("title")}
      intro={say.rich("title.about", { link: <Link to="/admin/policy" /> })}
      aside={<CreateButton onClick={() => setOpen("create")}>{say("connect")}</CreateButton>}
    >
      <Outcome>{done}</Outcome>
      <QueryView query={query} rows={6}>
        {({ items }) =>
          items.length > 0 ? (
            items.map((provider) => (
              <ProviderSection
                key={provider.id}
                provider={provider}
                onChange={() => setOpen({ kind: "change", provider })}
                onRemove={() => setOpen({ kind: "remove", provider })}
              />
            ))
          ) : (
            <Section title={say("list")}>
              <Empty>{say("list.none")}</Empty>
            </Section>
          )
        }
      </QueryView>
      {open === "create" && <CreateDialog onClose={close} />}
      {typeof open === "object" && <Change {...open} onClose={close} />}
    </Page>
  );
}

function Change({ kind, ...change }: Open & { onClose: (done?: string) => void }) {
  return kind === "change" ? <ChangeDialog {...change} /> : <RemoveDialog {...change} />;
}
