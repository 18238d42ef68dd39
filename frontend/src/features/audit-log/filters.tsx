/** Narrows the log down. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import { allActions, eventWords, isAction } from "@/lib/event-words";
import { language, words } from "@/lib/words";
import { SavedViews } from "@/ui/saved-views";
import { TextButton } from "@/ui/text-button";
import classes from "./audit.module.css";
import { type Filter, isNarrow, type Names, searchOf } from "./filter";
import { PersonField } from "./person-field";

const say = words("audit-log");

const actions = () =>
  allActions()
    .map((value) => ({ value, label: eventWords(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language()));

export function Filters({ filter, names }: { filter: Filter; names: Names }) {
  const navigate = useNavigate();
  const mayFind = usePermission("users.read");
  const show = (shown: Parameters<typeof searchOf>[0]) =>
    void navigate({ to: "/admin/audit", search: searchOf(shown), replace: true });
  const choose = (change: Parameters<typeof searchOf>[0]) => show({ ...filter, ...change });
  return (
    <search className={classes.filters}>
      <NativeSelect
        label={say("action")}
        data={[{ value: "", label: say("action.any") }, ...actions()]}
        value={isAction(filter.action) ? filter.action : ""}
        onChange={(event) => choose({ action: event.currentTarget.value })}
      />
      {mayFind && (
        <>
          <PersonField label={say("actor")} name={names.actor} onChange={(actor) => choose({ actor })} />
          <PersonField
            label={say("subject")}
            name={names.subject}
            onChange={(subject) => choose({ subject })}
          />
        </>
      )}
      <TextInput
        size="sm"
        type="date"
        label={say("from")}
        max={filter.to}
        value={filter.from ?? ""}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        type="date"
        label={say("to")}
        min={filter.from}
        value={filter.to ?? ""}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
      <SavedViews viewed="audit" search={searchOf(filter)}>
        {isNarrow(filter) && <TextButton onClick={() => show({})}>{say("everything")}</TextButton>}
      </SavedViews>
    </search>
  );
}
