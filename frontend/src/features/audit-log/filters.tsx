/** Narrows the log down. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import { allActions, eventWords, isAction } from "@/lib/event-words";
import { dayOf } from "@/lib/moments";
import { language, words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import { FilterFold } from "@/ui/filter-fold";
import { SavedViews } from "@/ui/saved-views";
import { TextButton } from "@/ui/text-button";
import unseen from "@/ui/unseen.module.css";
import classes from "./audit.module.css";
import { type Change, type Filter, type Names, narrowness, SHOWN, searchOf } from "./filter";
import { PersonField } from "./person-field";

const say = words("audit-log");

const actions = () =>
  allActions()
    .map((value) => ({ value, label: eventWords(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, language()));

export function Filters({ filter, names }: { filter: Filter; names: Names }) {
  const navigate = useNavigate();
  const mayFind = usePermission("users.read");
  const show = (shown: Change) =>
    void navigate({ to: "/admin/audit", search: searchOf(shown), replace: true });
  const choose = (change: Change) => show({ ...filter, ...change });
  return (
    <search className={classes.filters}>
      <FilterFold inForce={narrowness(filter)}>
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
        <Span filter={filter} onChoose={choose} />
        {!filter.action && (
          <Checkbox
            className={classes.routine}
            label={say("routine")}
            checked={filter.routine === SHOWN}
            onChange={(event) => choose({ routine: event.currentTarget.checked ? SHOWN : undefined })}
          />
        )}
      </FilterFold>
      <SavedViews viewed="audit" search={searchOf(filter)}>
        {narrowness(filter) > 0 && (
          <TextButton onClick={() => show({ routine: filter.routine })}>{say("everything")}</TextButton>
        )}
      </SavedViews>
    </search>
  );
}

/** So many days back, today included. */
const SPANS = [1, 7, 30];

/** From which day to which: days of one's own, or the last few. */
function Span({ filter, onChoose }: { filter: Filter; onChoose: (days: Change) => void }) {
  return (
    <fieldset className={classes.span}>
      <legend className={unseen.words}>{say("span")}</legend>
      <TextInput
        size="sm"
        type="date"
        label={say("from")}
        max={filter.to}
        value={filter.from ?? ""}
        onChange={(event) => onChoose({ from: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        type="date"
        label={say("to")}
        min={filter.from}
        value={filter.to ?? ""}
        onChange={(event) => onChoose({ to: event.currentTarget.value })}
      />
      <div className={classes.spans}>
        {SPANS.map((days) => (
          <TextButton
            key={days}
            onClick={() => onChoose({ from: dayOf(Date.now(), 1 - days), to: undefined })}
          >
            {days === 1 ? say("span.today") : say("span.days", { days })}
          </TextButton>
        ))}
      </div>
    </fieldset>
  );
}
