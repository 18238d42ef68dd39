/** Narrows the log down; kept in the address, so that a view can be shared. */
import { NativeSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { eventWords, isAction } from "@/lib/event-words";
import { TextButton } from "@/ui/text-button";
import classes from "./audit.module.css";
import type { Filter } from "./queries";

const actions = Object.entries(eventWords)
  .map(([value, label]) => ({ value, label }))
  .sort((one, other) => one.label.localeCompare(other.label));

export function Filters({ filter }: { filter: Filter }) {
  const navigate = useNavigate();
  const choose = (change: Filter) => {
    const search = Object.fromEntries(Object.entries({ ...filter, ...change }).filter(([, value]) => value));
    void navigate({ to: "/admin/audit", search, replace: true });
  };
  return (
    <search className={classes.filters}>
      <NativeSelect
        label="What happened"
        data={[{ value: "", label: "Everything" }, ...actions]}
        value={isAction(filter.action) ? filter.action : ""}
        onChange={(event) => choose({ action: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        type="date"
        label="From"
        max={filter.to}
        value={filter.from ?? ""}
        onChange={(event) => choose({ from: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        type="date"
        label="To"
        min={filter.from}
        value={filter.to ?? ""}
        onChange={(event) => choose({ to: event.currentTarget.value })}
      />
      {(filter.action || filter.from || filter.to) && (
        <TextButton onClick={() => choose({ action: "", from: "", to: "" })}>Show everything</TextButton>
      )}
    </search>
  );
}
