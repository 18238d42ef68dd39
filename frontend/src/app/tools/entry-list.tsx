/** What the palette has found, in groups. */
import { words } from "@/lib/words";
import { Option } from "@/ui/option";
import { type Entry, GROUPS } from "./entries";
import classes from "./tools.module.css";

const say = words("tools");

export const optionId = (listId: string, index: number): string => `${listId}-${index}`;

interface Props {
  id: string;
  /** Those of a group stand together. */
  entries: readonly Entry[];
  active: number;
  /** Nothing more is to come, so that no entry means that there is none. */
  empty: boolean;
  onChoose: (entry: Entry) => void;
}

export function EntryList({ id, entries, active, empty, onChoose }: Props) {
  const groups = GROUPS.filter((group) => entries.some((entry) => entry.group === group));
  return (
    <div className={classes.found}>
      <div
        id={id}
        role="listbox"
        aria-label={say("title")}
        tabIndex={-1}
        className={classes.list}
        hidden={entries.length === 0}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox.
          <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
            <div id={`${id}-${group}`} role="presentation" className={classes.group}>
              {say(group)}
            </div>
            {entries.map(
              (entry, index) =>
                entry.group === group && (
                  <Option
                    key={`${entry.name} ${entry.detail}`}
                    id={optionId(id, index)}
                    selected={index === active}
                    name={entry.name}
                    detail={entry.detail}
                    onChoose={() => onChoose(entry)}
                  />
                ),
            )}
          </div>
        ))}
      </div>
      {entries.length === 0 && empty && <p className={classes.nothing}>{say("found", { count: 0 })}</p>}
    </div>
  );
}
