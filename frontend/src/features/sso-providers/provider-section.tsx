/** One provider: how it is set up, and what can be done with it. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import type { SsoProvider, SsoProviderTest } from "@/api/types";
import { listed } from "@/lib/lists";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Fact, Facts } from "@/ui/facts";
import { Actions } from "@/ui/form";
import { Done, Failure } from "@/ui/message";
import { Section } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { CallbackUrl } from "./callback-url";
import classes from "./providers.module.css";
import { changeProvider, testProvider, useProviderChange } from "./queries";

const say = words("sso-providers");

interface Props {
  provider: SsoProvider;
  onChange: () => void;
  onRemove: () => void;
}

export function ProviderSection({ provider, onChange, onRemove }: Props) {
  const { id, name, enabled } = provider;
  const toggle = useProviderChange(changeProvider);
  const test = useProviderChange(testProvider);
  return (
    <Section
      id={id}
      title={name}
      aside={<Tag tone={enabled ? "good" : "quiet"}>{say(enabled ? "state.on" : "state.off")}</Tag>}
    >
      <Settings provider={provider} />
      <div>
        <p className={classes.label}>{say("callback")}</p>
        <CallbackUrl url={provider.callbackUrl} of={name} />
      </div>
      <Failure message={describe(toggle.error ?? test.error)} />
      {test.data && <Outcome test={test.data} />}
      <Actions>
        <ActionButton
          variant="default"
          aria-label={say("test.spoken", { name })}
          loading={test.isPending}
          onClick={() => test.mutate(id)}
        >
          {say("test")}
        </ActionButton>
        <Button variant="default" aria-label={say("change.spoken", { name })} onClick={onChange}>
          {say("change")}
        </Button>
        <ActionButton
          variant="default"
          aria-label={say(enabled ? "turn-off.spoken" : "turn-on.spoken", { name })}
          loading={toggle.isPending}
          onClick={() => toggle.mutate({ id, enabled: !enabled })}
        >
          {say(enabled ? "turn-off" : "turn-on")}
        </ActionButton>
        <ActionButton grave aria-label={say("remove.spoken", { name })} onClick={onRemove}>
          {say("remove")}
        </ActionButton>
      </Actions>
    </Section>
  );
}

function Settings({ provider }: { provider: SsoProvider }) {
  const { issuer, clientId, identities } = provider;
  return (
    <Facts>
      <Fact name={say("issuer")}>
        <span className={classes.url}>{issuer}</span>
      </Fact>
      <Fact name={say("client-id")}>{clientId}</Fact>
      <Fact name={say("new-people")}>{newPeople(provider)}</Fact>
      <Fact name={say("identities")}>{identities}</Fact>
    </Facts>
  );
}

function newPeople({ createsUsers, defaultRole, emailDomains }: SsoProvider): string {
  if (!createsUsers) return say("new-people.not-let-in");
  const role = roleWords(defaultRole);
  if (emailDomains.length === 0) return say("new-people.created", { role });
  return say("new-people.created-from", { domains: listed(emailDomains), role });
}

function Outcome({ test: { reachable, reason, signingKeys } }: { test: SsoProviderTest }) {
  if (!reachable) return <Failure message={say("test.bad", { reason: reason ?? "" })} />;
  return <Done>{say("test.good", { keys: signingKeys ?? 0 })}</Done>;
}
