/** The browsers in which this person is not asked for the second factor. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFrozen, usePermission } from "@/api/hooks";
import { describe } from "@/api/messages";
import { policy } from "@/api/queries";
import type { TrustedDevice } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { DeviceLine } from "@/ui/device-line";
import { Failure, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { Empty } from "@/ui/states";
import { When } from "@/ui/when";
import { distrust, useChange } from "./changes";
import { trustedDevices } from "./queries";
import classes from "./security.module.css";

const say = words("security");

export function TrustedBrowsers() {
  const { data } = useQuery(trustedDevices);
  const rules = useQuery({ ...policy, enabled: usePermission("policy.read") });
  const change = useChange(distrust);
  const items = data?.items ?? [];
  // Once it is there it stays, also when the last one is removed: what has the focus does not vanish.
  const [shown, setShown] = useState(false);
  if (!shown && data && (items.length > 0 || (rules.data?.trustedDeviceDays ?? 0) > 0)) setShown(true);
  if (!shown) return null;
  return (
    <Section title={say("trusted-browsers")} id="trusted-browsers">
      <Failure message={describe(change.error)} />
      <Spoken>{change.isSuccess ? say("trusted-browsers.removed") : undefined}</Spoken>
      {items.length === 0 ? (
        <Empty>{say("trusted-browsers.none")}</Empty>
      ) : (
        <>
          <p className={quiet.text}>{say("trusted-browsers.about")}</p>
          <ul className={classes.list}>
            {items.map((device) => (
              <Item
                key={device.id}
                device={device}
                busy={change.isPending && change.variables.id === device.id}
                onRemove={() => change.mutate(device)}
              />
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

interface ItemProps {
  device: TrustedDevice;
  busy: boolean;
  onRemove: () => void;
}

function Item({ device: { userAgent, address, current, lastUsedAt, expiresAt }, busy, onRemove }: ItemProps) {
  const frozen = useFrozen();
  const device = deviceName(userAgent);
  const used = <When at={lastUsedAt} />;
  const until = <When at={expiresAt} dateOnly />;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <DeviceLine userAgent={userAgent} mark={current && say("trusted-browsers.this")} />
        <p className={quiet.text}>
          {address
            ? say.rich("trusted-browsers.used-at", { address, used, until })
            : say.rich("trusted-browsers.used", { used, until })}
        </p>
      </div>
      {!frozen && (
        <ActionButton
          variant="default"
          size="sm"
          loading={busy}
          onClick={onRemove}
          aria-label={
            current ? say("trusted-browsers.remove-this", { device }) : say("remove.named", { name: device })
          }
        >
          {say("remove")}
        </ActionButton>
      )}
    </li>
  );
}
