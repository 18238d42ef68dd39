/** All shortcuts of the keyboard, and a switch for those of single keys. */
import { Button } from "@mantine/core";
import { Fragment, useState } from "react";
import { singleKeysAreOn, turnSingleKeys } from "@/lib/single-keys";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Switch } from "@/ui/switch";
import { isMac } from "./platform";
import { isChord, type Shortcut, shortcutsFor } from "./shortcuts";
import classes from "./tools.module.css";
import type { ToolProps } from "./use-tools";

const say = words("tools");
const sayPage = words("shell");

export function ShortcutsDialog({ user, onClose }: ToolProps) {
  const [on, setOn] = useState(singleKeysAreOn);
  function turn(to: boolean): void {
    turnSingleKeys(to ? "on" : "off");
    setOn(to);
  }
  return (
    <Dialog title={say("shortcuts")} wide onClose={onClose}>
      <Switch
        label={say("single-keys")}
        description={say("single-keys.about")}
        checked={on}
        onChange={(event) => turn(event.currentTarget.checked)}
      />
      <dl className={classes.shortcuts}>
        {shortcutsFor(user.permissions).map((shortcut) => (
          <div key={shortcut.keys} data-off={(!on && !isChord(shortcut)) || undefined}>
            <dt>{purposeOf(shortcut)}</dt>
            <dd>
              <Keys keys={shortcut.keys} />
            </dd>
          </div>
        ))}
      </dl>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()}>
          {say("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function purposeOf(shortcut: Shortcut): string {
  if ("goesTo" in shortcut) return say("go-to", { page: sayPage(shortcut.goesTo.name) });
  return say(`shortcuts.${shortcut.does}`);
}

function Keys({ keys }: { keys: string }) {
  const [separator, between] = keys.startsWith("Mod+") ? ["+", " + "] : [" ", ` ${say("then")} `];
  return keys.split(separator).map((key, index) => (
    <Fragment key={key}>
      {index > 0 && between}
      <kbd>{key === "Mod" ? nameOfMod() : key}</kbd>
    </Fragment>
  ));
}

const nameOfMod = () => (isMac() ? "⌘" : say("control"));
