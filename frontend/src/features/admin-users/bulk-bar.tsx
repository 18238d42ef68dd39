/** Who is ticked, and what can be done with all of them at once. It is always there, so that ticking moves nothing. */
import { usePermission } from "@/api/hooks";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Checkbox } from "@/ui/checkbox";
import { TextButton } from "@/ui/text-button";
import type { BulkAction } from "./bulk-words";
import { coversShown, type Selection, type SelectionEvent, sizeOf } from "./selection";
import classes from "./users.module.css";

const say = words("admin-users");

interface Props {
  selected: Selection;
  shown: readonly string[];
  /** How many the filter fits. */
  total: number;
  /** The list is about to change: what is ticked is not to be acted on. */
  stale: boolean;
  dispatch: (event: SelectionEvent) => void;
  onOpen: (action: BulkAction) => void;
}

export function BulkBar({ selected, shown, total, stale, dispatch, onOpen }: Props) {
  const mayReset = usePermission("users.reset2fa");
  const mayExtend = usePermission("users.write");
  const size = sizeOf(selected, total);
  const idle = stale || size === 0;
  const covered = coversShown(selected, shown);
  const offer = offered(selected, covered && total > shown.length, total);
  return (
    <section className={classes.bulk} aria-label={say("selection")}>
      <Checkbox
        label={size === 0 ? say("selection.shown") : say("selection.size", { count: size })}
        checked={covered}
        indeterminate={!covered && size > 0}
        onChange={() => dispatch({ type: "tickedShown", shown })}
      />
      {offer && <TextButton onClick={() => dispatch(offer.event)}>{offer.label}</TextButton>}
      <div className={classes.orders} data-nobody={size === 0 || undefined}>
        {mayExtend && (
          <>
            <ActionButton variant="default" size="sm" disabled={idle} onClick={() => onOpen("remind")}>
              {say("order.remind")}
            </ActionButton>
            <ActionButton
              variant="default"
              size="sm"
              disabled={idle}
              onClick={() => onOpen("extendDeadline")}
            >
              {say("order.extendDeadline")}
            </ActionButton>
          </>
        )}
        {mayReset && (
          <ActionButton grave size="sm" disabled={idle} onClick={() => onOpen("reset")}>
            {say("order.reset")}
          </ActionButton>
        )}
      </div>
    </section>
  );
}

/** One button with two meanings, so that it keeps the focus from one to the other. */
function offered(selected: Selection, more: boolean, total: number) {
  if (selected.kind === "all") return { label: say("selection.clear"), event: { type: "cleared" } } as const;
  return more && ({ label: say("selection.all", { total }), event: { type: "tickedAll" } } as const);
}
