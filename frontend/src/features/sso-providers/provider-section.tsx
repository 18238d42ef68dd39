/** One provider: how it is set up, and what can be done with it. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import type { SsoProvider, SsoProviderTest } from "@/api/types";
import { count } from "@/lib/duration";
import { roleWords } from "@/lib/role-words";
import { ActionButton } from "@/ui/action-button";
import { Fact, Facts } from "@/ui/facts";
import { Actions } from "@/ui/form";
import { Done, Failure } from "@/ui/message";
import { Section } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { CallbackUrl } from "./callback-url";
import classes from "./providers.module.css";
import { changeProvider, testProvider, useProviderChange } from "./queries";

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
    <Section title={name} aside={<Tag tone={enabled ? "good" : "quiet"}>{enabled ? "On" : "Off"}</Tag>}>
      <Settings provider={provider} />
      <div>
        <p className={classes.label}>Callback URL, for the provider to know</p>
        <CallbackUrl url={provider.callbackUrl} of={name} />
      </div>
      <Failure message={describe(toggle.error ?? test.error)} />
      {test.data && <Outcome test={test.data} />}
      <Actions>
        <ActionButton
          variant="default"
          aria-label={`Test ${name}`}
          loading={test.isPending}
          onClick={() => test.mutate(id)}
        >
          Test
        </ActionButton>
        <Button variant="default" aria-label={`Change ${name}…`} onClick={onChange}>
          Change…
        </Button>
        <ActionButton
          variant="default"
          aria-label={`Turn ${name} ${enabled ? "off" : "on"}`}
          loading={toggle.isPending}
          onClick={() => toggle.mutate({ id, enabled: !enabled })}
        >
          {enabled ? "Turn off" : "Turn on"}
        </ActionButton>
        <Button variant="default" aria-label={`Remove ${name}…`} onClick={onRemove}>
          Remove…
        </Button>
      </Actions>
    </Section>
  );
}

function Settings({ provider }: { provider: SsoProvider }) {
  const { issuer, clientId, createsUsers, defaultRole, emailDomains, identities } = provider;
  const from = emailDomains.length > 0 ? ` with an address at ${emailDomains.join(", ")}` : "";
  return (
    <Facts>
      <Fact name="Issuer">
        <span className={classes.url}>{issuer}</span>
      </Fact>
      <Fact name="Client ID">{clientId}</Fact>
      <Fact name="New people">
        {createsUsers ? `Created${from}, as ${roleWords(defaultRole)}` : "Not let in"}
      </Fact>
      <Fact name="Connected accounts">{identities}</Fact>
    </Facts>
  );
}

function Outcome({ test: { reachable, reason, signingKeys } }: { test: SsoProviderTest }) {
  if (!reachable) return <Failure message={`It cannot be used: ${reason}.`} />;
  return <Done>{`It answers as it should, with ${count(signingKeys ?? 0, "signing key")}.`}</Done>;
}
