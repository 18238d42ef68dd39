/** Listens to the keyboard for shortcuts. */
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { singleKeysAreOn } from "@/lib/single-keys";
import { isMac } from "./platform";
import { type Begun, isChord, keysOf, pressed, type Shortcut } from "./shortcuts";

export function useShortcuts(shortcuts: readonly Shortcut[], onOpen: (tool: "find" | "help") => void): void {
  const navigate = useNavigate();
  const begun = useRef<Begun>(undefined);

  function act(shortcut: Shortcut): void {
    if ("goesTo" in shortcut) void navigate({ to: shortcut.goesTo.to });
    else if (shortcut.does === "search") firstField()?.focus();
    else if (shortcut.does === "new") document.querySelector<HTMLElement>("[data-new]")?.click();
    else onOpen(shortcut.does);
  }

  useEffect(() => {
    function listen(event: KeyboardEvent): void {
      const keys = keysOf(event, isMac());
      if (!keys || /^(Shift|CapsLock)$/.test(keys) || !isMeantForPage(event)) return;
      const single = singleKeysAreOn() && !isTyped(event.target);
      const after = pressed(
        begun.current,
        { keys, at: event.timeStamp },
        single ? shortcuts : shortcuts.filter(isChord),
      );
      begun.current = after.begun;
      if (!after.meant) return;
      // Or the key would be typed where the focus goes, or do what the browser has it for.
      event.preventDefault();
      act(after.meant);
    }
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}

const firstField = () => document.querySelector("search")?.querySelector("input");

/** Not held down, taken by something else, part of a word that is being composed, or pressed while a dialog waits for an answer. */
function isMeantForPage({ repeat, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  return !repeat && !defaultPrevented && !isComposing && !document.querySelector("dialog[open]");
}

const TYPED = [
  "textarea",
  "select",
  "input:not([type=checkbox],[type=radio])",
  "[contenteditable]",
  "[role=menu]",
  "[role=listbox]",
  "[role=dialog]",
].join();

/** Whether it goes into a field, or is how somebody moves in a menu. */
function isTyped(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED) !== null;
}
