/** Who is ticked, and what can be done with all of them at once. It is always there, so that ticking moves nothing. */
import { usePermission } from "@/api/hooks";
import { ActionButton } from "@/ui/action-button";
import { Checkbox } from "@/ui/checkbox";
import { TextButton } from "@/ui/text-button";
import type { BulkAction } from "./bulk-words";
import { coversShown, type Selection, type SelectionEvent, sizeOf } from "./selection";
import classes from "./users.module.css";

interface Props {
  selected: Selection;
  shown: readonly string[];
  /** How many the filter fits. */
  total: number;
  dispatch: (event: SelectionEvent) => void;
  onOpen: (action: BulkAction) => void;
}

export function BulkBar({ selected, shown, total, dispatch, onOpen }: Props) {
  const mayReset = usePermission("users.reset2fa");
  const mayExtend = usePermission("users.write");
  const size = sizeOf(selected, total);
  const covered = coversShown(selected, shown);
  return (
    <section className={classes.bulk} aria-label="Selected users">
      <Checkbox
        label={size === 0 ? "Select all shown" : `${size} selected`}
        checked={covered}
        indeterminate={!covered && size > 0}
        onChange={() => dispatch({ type: "tickedShown", shown })}
      />
      {covered && selected.kind === "some" && total > shown.length && (
        <TextButton onClick={() => dispatch({ type: "tickedAll" })}>Select all {total} that match</TextButton>
      )}
      {selected.kind === "all" && (
        <TextButton onClick={() => dispatch({ type: "cleared" })}>Clear the selection</TextButton>
      )}
      <div className={classes.orders}>
        {mayExtend && (
          <ActionButton
            variant="default"
            size="sm"
            disabled={size === 0}
            onClick={() => onOpen("extendDeadline")}
          >
            Extend deadline…
          </ActionButton>
        )}
        {mayReset && (
          <ActionButton variant="default" size="sm" disabled={size === 0} onClick={() => onOpen("reset")}>
            Reset…
          </ActionButton>
        )}
      </div>
    </section>
  );
}
