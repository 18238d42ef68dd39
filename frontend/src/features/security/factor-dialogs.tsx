/** The dialogs that change one factor. */
import type { TwoFactor } from "@/api/types";
import type { Factor } from "@/lib/factors";
import { type HeldFactor, kinds } from "./kinds";
import { removalOf } from "./removal";
import { RemoveFactor } from "./remove-factor";
import { RenameFactor } from "./rename-factor";
import { TurnOffDialog } from "./turn-off-dialog";

export type OpenDialog = { dialog: "rename" | "remove"; factor: HeldFactor } | { dialog: "turnOff" };

/** What removing this one asks first. */
export function removalDialog(twoFactor: TwoFactor, factor: HeldFactor): OpenDialog {
  return removalOf(twoFactor) === "turnOff" ? { dialog: "turnOff" } : { dialog: "remove", factor };
}

interface Props {
  of: Factor;
  twoFactor: TwoFactor;
  open: OpenDialog | undefined;
  setOpen: (open: OpenDialog) => void;
  close: (done?: string) => void;
}

export function FactorDialogs({ of, twoFactor, open, setOpen, close }: Props) {
  const kind = kinds[of];
  switch (open?.dialog) {
    case "rename":
      return <RenameFactor kind={kind} factor={open.factor} onClose={close} />;
    case "remove":
      return (
        <RemoveFactor
          kind={kind}
          factor={open.factor}
          onClose={close}
          onLast={() => setOpen({ dialog: "turnOff" })}
        />
      );
    case "turnOff":
      return <TurnOffDialog intro={kind.only} twoFactor={twoFactor} onClose={() => close()} />;
    case undefined:
      return null;
  }
}
