/** Ways to see a list that somebody has saved under a name: shown, saved, renamed, deleted. */
import { Button } from "@mantine/core";
import { type ReactNode, useRef, useState } from "react";
import { type SavedView, type Viewed, viewOf } from "@/lib/saved-views";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "./dialog";
import { Spoken } from "./message";
import quiet from "./quiet.module.css";
import { RenameView } from "./rename-view";
import { SaveView } from "./save-view";
import { SavedViewItem } from "./saved-view-item";
import classes from "./saved-views.module.css";
import { useSavedViews } from "./use-saved-views";

const say = words("tools");

interface Props {
  viewed: Viewed;
  /** What the address says that is shown now. */
  search: SavedView["search"];
}

/** `children` stand before its button, on one line with it. */
export function SavedViews({ viewed, search, children }: Props & { children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.opening}>
      {children}
      <Button variant="default" size="sm" onClick={() => setOpen(true)}>
        {say("views")}
      </Button>
      {open && <SavedViewsDialog viewed={viewed} search={search} onClose={() => setOpen(false)} />}
    </div>
  );
}

function SavedViewsDialog({ viewed, search, onClose }: Props & { onClose: () => void }) {
  const { views, change } = useSavedViews(viewed);
  const [done, setDone] = useState<string>();
  const [renaming, setRenaming] = useState<string>();
  /** The one that takes the focus: what had it is gone. */
  const [focused, setFocused] = useState<string>();
  const closing = useRef<HTMLButtonElement>(null);
  const shown = viewOf(views, search);
  const names = views.map(({ name }) => name);
  const narrow = Object.keys(search).length > 0;

  function save(name: string): void {
    change({ type: "saved", view: { name, search } });
    setDone(say("save.done", { name }));
    setFocused(name);
  }

  function rename(before: string, name: string): void {
    setRenaming(undefined);
    setFocused(name);
    if (name === before) return;
    change({ type: "renamed", from: before, to: name });
    setDone(say("rename.done", { before, name }));
  }

  function remove(name: string): void {
    const at = names.indexOf(name);
    change({ type: "deleted", name });
    setDone(say("delete.done", { name }));
    setFocused(names[at + 1] ?? names[at - 1]);
    if (names.length === 1) closing.current?.focus();
  }

  return (
    <Dialog title={say("views")} onClose={onClose}>
      <p className={quiet.words}>{say("views.about")}</p>
      <Spoken>{done}</Spoken>
      {!narrow && <p>{say("save.first")}</p>}
      {narrow && !shown && <SaveView names={names} onSave={save} />}
      {views.length > 0 && (
        <ul className={classes.list}>
          {views.map((view) => (
            <li key={view.name}>
              {view.name === renaming ? (
                <RenameView name={view.name} names={names} onRename={(name) => rename(view.name, name)} />
              ) : (
                <SavedViewItem
                  view={view}
                  viewed={viewed}
                  shown={view === shown}
                  focused={view.name === focused}
                  onShow={onClose}
                  onRename={() => setRenaming(view.name)}
                  onDelete={() => remove(view.name)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      <DialogActions>
        <Button ref={closing} variant="default" onClick={() => onClose()}>
          {say("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
