/** Whether this browser is spared the second factor for a while. It stands before the code, which sends itself off. */

import { useId } from "react";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import classes from "./challenge.module.css";

const say = words("challenge");

interface Props {
  days: number;
  checked: boolean;
  onChange: (trust: boolean) => void;
}

export function TrustChoice({ days, checked, onChange }: Props) {
  const aboutId = useId();
  return (
    <div>
      <Checkbox
        label={say("trust", { days })}
        aria-describedby={aboutId}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={aboutId} className={classes.about}>
        {say("trust.about")}
      </p>
    </div>
  );
}
