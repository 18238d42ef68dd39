/** Finds pages, saved views, actions and people by what somebody types (ARIA Authoring Practices: combobox with listbox). */
import { Button, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useReducer } from "react";
import { usePermission } from "@/api/hooks";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure, Spoken } from "@/ui/message";
import { type Entry, finding, fitting, start } from "./entries";
import { EntryList, optionId } from "./entry-list";
import { isMac } from "./platform";
import { keysOf } from "./shortcuts";
import { useEntries } from "./use-entries";
import { usePeople } from "./use-people";
import type { ToolProps } from "./use-tools";

const say = words("tools");

const LENGTH = 100;

export function Palette(props: ToolProps) {
  const { onClose } = props;
  const listId = useId();
  const [{ text, active }, dispatch] = useReducer(finding, start);
  const { people, known } = usePeople(text, onClose);
  const entries = [...fitting(useEntries(props), text), ...people];
  const acting = useMutation({ mutationFn: async (entry: Entry) => entry.act() });
  const mayFindPeople = usePermission("users.read");
  const activeId = entries.length > 0 ? optionId(listId, active) : undefined;
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId]);

  function choose(entry: Entry | undefined): void {
    if (entry && !acting.isPending) acting.mutate(entry);
  }

  function press(event: KeyboardEvent): void {
    if (/^Arrow(Up|Down)$/.test(event.key)) dispatch({ type: "moved", key: event.key, size: entries.length });
    // Of a word that is being composed, Enter is the end and no choice.
    else if (event.key === "Enter" && !event.nativeEvent.isComposing) choose(entries[active]);
    else if (keysOf(event, isMac()) === "Mod+k") onClose();
    else return;
    event.preventDefault();
  }

  return (
    <Dialog title={say("title")} onClose={onClose}>
      <Failure message={describe(acting.error)} />
      <TextInput
        data-autofocus
        aria-label={say("title")}
        placeholder={say(mayFindPeople ? "hint.people" : "hint")}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        maxLength={LENGTH}
        value={text}
        onChange={(event) => dispatch({ type: "typed", text: event.currentTarget.value })}
        onKeyDown={press}
      />
      <Spoken>{text.trim() && known ? say("found", { count: entries.length }) : undefined}</Spoken>
      <EntryList id={listId} entries={entries} active={active} empty={known} onChoose={choose} />
      <DialogActions>
        <Button variant="default" onClick={() => onClose()}>
          {say("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
