/** The dialogs that change one factor. */
import type { TwoFactor } from "@/api/types";
import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";
import type { HeldFactor } from "./kinds";
import { removalOf } from "./removal";
import { RemoveFactor } from "./remove-factor";
import { RenameFactor } from "./rename-factor";
import { TurnOffDialog } from "./turn-off-dialog";

const say = words("security");

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
  switch (open?.dialog) {
    case "rename":
      return <RenameFactor of={of} factor={open.factor} onClose={close} />;
    case "remove":
      return (
        <RemoveFactor
          of={of}
          factor={open.factor}
          onClose={close}
          onLast={() => setOpen({ dialog: "turnOff" })}
        />
      );
    case "turnOff":
      return <TurnOffDialog intro={say(`only.${of}`)} twoFactor={twoFactor} onClose={() => close()} />;
    case undefined:
      return null;
  }
}
