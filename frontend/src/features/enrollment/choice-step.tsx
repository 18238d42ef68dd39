/** Where an organization takes several kinds of factor: which it shall be. */
import type { Factor } from "@/lib/factors";
import { Icon, type IconName } from "@/ui/icons";
import { TextButton } from "@/ui/text-button";
import classes from "./choice-step.module.css";
import wizard from "./wizard.module.css";

interface Props {
  offers: readonly Factor[];
  onChoose: (factor: Factor) => void;
  onCancel: (() => void) | undefined;
}

const words: Record<Factor, { icon: IconName; title: string; meaning: string }> = {
  passkey: {
    icon: "passkey",
    title: "Passkey",
    meaning: "Your fingerprint, face or screen lock. Nothing to type, and no false page can get it from you.",
  },
  totp: {
    icon: "phone",
    title: "Authenticator app",
    meaning: "An app on your phone shows codes, and you type them in. It works on every device.",
  },
};

export function ChoiceStep({ offers, onChoose, onCancel }: Props) {
  return (
    <>
      <p className={wizard.text}>
        When you sign in, it confirms that it is you, so a stolen password alone opens nothing. You can add
        the other one later.
      </p>
      <ul className={classes.choices}>
        {offers.map((factor) => {
          const { icon, title, meaning } = words[factor];
          return (
            <li key={factor}>
              <button type="button" className={classes.choice} onClick={() => onChoose(factor)}>
                <Icon name={icon} size={26} />
                <span className={classes.words}>
                  <span className={classes.title}>{title}</span>
                  <span className={classes.meaning}>{meaning}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {onCancel && (
        <div>
          <TextButton onClick={onCancel}>Cancel</TextButton>
        </div>
      )}
    </>
  );
}
