/** Whether this browser is spared the second factor for a while. It stands before the code, which sends itself off. */
import { count } from "@/lib/duration";
import { Checkbox } from "@/ui/checkbox";

interface Props {
  days: number;
  checked: boolean;
  onChange: (trust: boolean) => void;
}

export function TrustChoice({ days, checked, onChange }: Props) {
  return (
    <Checkbox
      label={`Do not ask again on this browser for ${count(days, "day")}`}
      description="Only where nobody else signs in. You can take it back under My security."
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
