/** The accounts at providers of single sign-on that sign in as the person. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Me, SignInProvider, SsoIdentity } from "@/api/types";
import { hasPassword } from "@/lib/login-method-words";
import { useDialog } from "@/lib/use-dialog";
import { words } from "@/lib/words";
import { Done } from "@/ui/message";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import classes from "./account.module.css";
import { ConnectDialog } from "./connect-dialog";
import { DisconnectDialog } from "./disconnect-dialog";
import { identities, providersOf } from "./sso";

const say = words("account");

type Open = { kind: "connect"; provider: SignInProvider } | { kind: "disconnect"; identity: SsoIdentity };

/** Nothing where the organization has no provider. */
export function SignInMethods({ me }: { me: Me }) {
  const query = useQuery(identities);
  const { data: config } = useQuery(providersOf(me.organization.slug));
  const { open, setOpen, done, close } = useDialog<Open>();
  const providers = config?.sso ?? [];
  const connected = query.data?.items ?? [];
  if (providers.length === 0 && connected.length === 0) return null;
  const withPassword = hasPassword(me.loginMethods);
  const removable = withPassword || connected.length > 1;
  const others = providers.filter(({ id }) => connected.every(({ providerId }) => providerId !== id));
  return (
    <Section title={say("sign-in-methods")} id="sign-in-methods">
      <div className={classes.stack}>
        <Done>{done}</Done>
        <QueryView query={query} rows={2}>
          {({ items }) =>
            items.length > 0 ? (
              <ul className={classes.list}>
                {items.map((identity) => (
                  <li key={identity.id} className={classes.address}>
                    <Identity identity={identity} />
                    {removable && (
                      <Button
                        variant="default"
                        size="sm"
                        aria-label={say("disconnect.named", { provider: identity.provider })}
                        onClick={() => setOpen({ kind: "disconnect", identity })}
                      >
                        {say("disconnect")}
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            ) : (
              <p className={quiet.words}>{say("sign-in-methods.none")}</p>
            )
          }
        </QueryView>
        {connected.length > 0 && !removable && <p className={quiet.words}>{say("sign-in-methods.last")}</p>}
        <div className={classes.address}>
          {others.map((provider) => (
            <Button
              key={provider.id}
              variant="default"
              onClick={() => setOpen({ kind: "connect", provider })}
            >
              {say("connect", { provider: provider.name })}
            </Button>
          ))}
        </div>
      </div>
      {open?.kind === "connect" && (
        <ConnectDialog provider={open.provider} hasPassword={withPassword} onClose={close} />
      )}
      {open?.kind === "disconnect" && <DisconnectDialog identity={open.identity} onClose={close} />}
    </Section>
  );
}

function Identity({ identity: { provider, email, linkedAt, lastUsedAt } }: { identity: SsoIdentity }) {
  const since = <When at={linkedAt} />;
  return (
    <div>
      <strong>{provider}</strong> {email}
      <div className={quiet.words}>
        {lastUsedAt
          ? say.rich("identity.used", { since, used: <When at={lastUsedAt} /> })
          : say.rich("identity", { since })}
      </div>
    </div>
  );
}
