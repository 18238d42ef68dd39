/** The addresses that were found in a text, so that one sees whom one invites. */
import { useSettled } from "@/lib/use-settled";
import { words } from "@/lib/words";
import { Spoken } from "@/ui/message";
import { Tag } from "@/ui/tag";
import type { Address } from "./addresses";
import classes from "./users.module.css";

const say = words("admin-users-new");

const PAUSE_MS = 800;

export function AddressList({ addresses }: { addresses: Address[] }) {
  const spoken = useSettled(inWords(addresses), PAUSE_MS);
  return (
    <>
      <Spoken>{spoken}</Spoken>
      {addresses.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        <ul className={classes.addresses} aria-label={say("addresses.list")} tabIndex={0}>
          {addresses.map(({ text, plausible }) => (
            <li key={text}>
              <Tag tone={plausible ? "info" : "bad"}>
                {plausible ? text : say("addresses.wrong", { address: text })}
              </Tag>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function inWords(addresses: readonly Address[]): string | undefined {
  const wrong = addresses.filter(({ plausible }) => !plausible).length;
  if (addresses.length === 0) return undefined;
  const count = addresses.length;
  return wrong === 0 ? say("addresses.found", { count }) : say("addresses.found-wrong", { count, wrong });
}
