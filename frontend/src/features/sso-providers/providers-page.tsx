/** Where people can sign in instead of typing a password here. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SsoProvider } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { CreateButton } from "@/ui/create-button";
import { Done } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { ChangeDialog, CreateDialog } from "./provider-dialog";
import { ProviderSection } from "./provider-section";
import { providers } from "./queries";
import { RemoveDialog } from "./remove-dialog";

type Open = { kind: "create" } | { kind: "change" | "remove"; provider: SsoProvider };

export function ProvidersPage() {
  const query = useQuery(providers);
  const { open, setOpen, done, close } = useDialog<Open>();
  return (
    <Page
      title="Single sign-on"
      intro={
        <>
          People sign in at a provider of OpenID Connect, such as Keycloak, Entra ID or Google. Whether a
          second factor is asked for here as well, the <Link to="/admin/policy">policy</Link> says.
        </>
      }
      aside={<CreateButton onClick={() => setOpen({ kind: "create" })}>Connect a provider</CreateButton>}
    >
      <Done>{done}</Done>
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
            <Empty>There are none yet. Everybody signs in with a password.</Empty>
          )
        }
      </QueryView>
      {open?.kind === "create" && <CreateDialog onClose={close} />}
      {open?.kind === "change" && <ChangeDialog provider={open.provider} onClose={close} />}
      {open?.kind === "remove" && <RemoveDialog provider={open.provider} onClose={close} />}
    </Page>
  );
}
