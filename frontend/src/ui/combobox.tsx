/** A field that offers whom or what the typed text fits (ARIA Authoring Practices: combobox with list autocomplete). */
import { TextInput } from "@mantine/core";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { movedTo } from "@/lib/listbox";
import { words } from "@/lib/words";
import classes from "./combobox.module.css";
import { Spoken } from "./message";
import { Option } from "./option";
import { ToolIcon } from "./tool-icons";

const say = words("ui");

export interface Choice {
  id: string;
  name: string;
  detail: string;
}

interface Props {
  label: string;
  placeholder: string;
  maxLength: number;
  /** What the chosen one is called. */
  chosen: string | undefined;
  /** What fits the text that was last sought; absent while that is not known. */
  choices: readonly Choice[] | undefined;
  onSearch: (text: string) => void;
  onChoose: (id: string | undefined) => void;
}

export function Combobox({ label, chosen, choices, onSearch, onChoose, ...limits }: Props) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  /** What is being typed; absent while the field tells what is chosen. */
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(0);
  const shown = text?.trim() ? choices : undefined;
  const current = shown?.[active];

  function type(next: string | undefined): void {
    setText(next);
    setActive(0);
    onSearch(next?.trim() ?? "");
  }

  function choose(id: string | undefined): void {
    type(undefined);
    onChoose(id);
    input.current?.focus();
  }

  function press(event: KeyboardEvent): void {
    const next = movedTo(event.key, active, shown?.length ?? 0);
    if (next !== undefined) setActive(next);
    else if (event.key === "Enter" && current) choose(current.id);
    else if (event.key === "Escape" && text !== undefined) type(undefined);
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.combobox}>
      <TextInput
        {...limits}
        ref={input}
        size="sm"
        label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown !== undefined && shown.length > 0}
        aria-controls={listId}
        aria-activedescendant={current && `${listId}-${current.id}`}
        autoComplete="off"
        spellCheck={false}
        value={text ?? chosen ?? ""}
        onChange={({ currentTarget: { value } }) => (value === "" ? choose(undefined) : type(value))}
        onKeyDown={press}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => type(undefined)}
        rightSection={
          chosen !== undefined && <Clear label={say("clear", { label })} onClick={() => choose(undefined)} />
        }
      />
      <Spoken>{shown && say("found", { count: shown.length })}</Spoken>
      <Popup id={listId} label={label} choices={shown} active={active} onChoose={choose} />
    </div>
  );
}

interface PopupProps {
  id: string;
  label: string;
  choices: readonly Choice[] | undefined;
  active: number;
  onChoose: (id: string) => void;
}

function Popup({ id: listId, label, choices, active, onChoose }: PopupProps) {
  const empty = choices === undefined || choices.length === 0;
  return (
    <div className={classes.popup} hidden={!choices}>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        tabIndex={-1}
        className={classes.list}
        hidden={empty}
      >
        {choices?.map(({ id, name, detail }, index) => (
          <Option
            key={id}
            id={`${listId}-${id}`}
            selected={index === active}
            name={name}
            detail={detail}
            onChoose={() => onChoose(id)}
          />
        ))}
      </div>
      {empty && <p className={classes.nothing}>{say("found", { count: 0 })}</p>}
    </div>
  );
}

function Clear({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={classes.clear} aria-label={label} onClick={onClick}>
      <ToolIcon name="cross" size={16} />
    </button>
  );
}
