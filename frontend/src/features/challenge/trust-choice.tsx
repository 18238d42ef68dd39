/** Whether this browser is spared the second factor for a while. It stands before the code, which sends itself off. */
import { useId } from "react";
import { count } from "@/lib/duration";
import { Checkbox } from "@/ui/checkbox";
import classes from "./challenge.module.css";

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
        label={`Do not ask again on this browser for ${count(days, "day")}`}
        aria-describedby={aboutId}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <p id={aboutId} className={classes.about}>
        Only where nobody else signs in. You can take it back under My security.
      </p>
    </div>
  );
}
