/** Looks for people by a part of their name or address, a moment after the last key. */
import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { words } from "@/lib/words";
import { Q_LENGTH } from "./filter";
import classes from "./users.module.css";

const say = words("admin-users");

const PAUSE_MS = 250;

interface Props {
  value: string;
  onChange: (q: string) => void;
}

export function SearchField({ value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  // The address changed otherwise: by going back, or by a button that shows everybody.
  if (value !== known) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  const sought = text.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is typed starts the clock.
  useEffect(() => {
    if (sought === value) return;
    const timer = setTimeout(() => onChange(sought), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [sought]);
  return (
    <TextInput
      className={classes.search}
      size="sm"
      type="search"
      label={say("search")}
      placeholder={say("search.hint")}
      autoComplete="off"
      spellCheck={false}
      maxLength={Q_LENGTH}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
