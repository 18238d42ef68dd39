/** Where an organization takes several kinds of factor: which it shall be. */

import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";
import { TextButton } from "@/ui/text-button";
import { ToolIcon, type ToolIconName } from "@/ui/tool-icons";
import classes from "./choice-step.module.css";
import type { Leave } from "./way-out";
import wizard from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  offers: readonly Factor[];
  onChoose: (factor: Factor) => void;
  leave: Leave;
}

const icons: Record<Factor, ToolIconName> = { passkey: "passkey", totp: "phone" };

export function ChoiceStep({ offers, onChoose, leave }: Props) {
  return (
    <>
      <p className={wizard.text}>{say("choice")}</p>
      <ul className={classes.choices}>
        {offers.map((factor) => (
          <li key={factor}>
            <button type="button" className={classes.choice} onClick={() => onChoose(factor)}>
              <ToolIcon name={icons[factor]} size={26} />
              <span className={classes.words}>
                <span className={classes.title}>{say(factor)}</span>
                <span className={classes.meaning}>{say(`${factor}.meaning`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className={wizard.text}>{say("choice.later")}</p>
      <div>
        <TextButton onClick={leave.onClick}>{leave.label}</TextButton>
      </div>
    </>
  );
}
