/** Everybody whom the filter fits, and what is done to those who are ticked. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useReducer, useState } from "react";
import { usePermission } from "@/api/hooks";
import { policy } from "@/api/queries";
import type { ListedUser, UserOrder } from "@/api/types";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import { Spoken } from "@/ui/message";
import { MoreButton } from "@/ui/more-button";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { BulkBar } from "./bulk-bar";
import { BulkDialog } from "./bulk-dialog";
import type { Work } from "./bulk-run";
import type { BulkAction } from "./bulk-words";
import { ColumnChoice } from "./column-choice";
import { type Filter, filterOf, isNarrow, searchOf } from "./filter";
import { Filters } from "./filters";
import { isTold, sortOf } from "./order";
import { users } from "./queries";
import { includes, nobody, type Selection, selection, sizeOf } from "./selection";
import { useColumns } from "./use-columns";
import { UserTable, type UserTableProps } from "./user-table";
import classes from "./users.module.css";

const say = words("admin-users");

interface Props {
  filter: Filter;
  order: UserOrder;
}

export function UserList({ filter, order }: Props) {
  const navigate = useNavigate({ from: "/admin/users" });
  const query = useInfiniteQuery(users(filter, order));
  const total = query.data?.total;
  const title = total === undefined ? say("count.unknown") : say("count", { count: total });
  const found = total === undefined ? undefined : say("count.found", { count: total });
  const columns = useColumns();
  const sort = (by: UserOrder) =>
    void navigate({
      search: (now) => searchOf(filterOf(now), { sort: sortOf(by) }),
      replace: true,
      resetScroll: false,
    });
  return (
    <Section title={title} id="list" aside={<ColumnChoice shown={columns.shown} onChange={columns.choose} />}>
      <Filters filter={filter} order={order} untold={!isTold(order, columns.shown)} onSort={sort} />
      <Spoken>{query.isPlaceholderData || !isNarrow(filter) ? undefined : found}</Spoken>
      <QueryView query={query} rows={6}>
        {({ people }) => (
          <div className={classes.list} aria-busy={query.isPlaceholderData || undefined}>
            {people.length > 0 ? (
              // Who was ticked in one view is not meant in another.
              <Choice
                key={JSON.stringify(filter)}
                filter={filter}
                people={people}
                table={{
                  shown: columns.shown,
                  order,
                  onSort: sort,
                  list: searchOf(filter, { sort: sortOf(order) }),
                }}
                total={total ?? people.length}
                stale={query.isPlaceholderData}
              />
            ) : (
              <p className={quiet.small}>{say("count.none")}</p>
            )}
          </div>
        )}
      </QueryView>
      <MoreButton query={query} />
    </Section>
  );
}

interface ChoiceProps {
  filter: Filter;
  people: ListedUser[];
  table: Omit<UserTableProps, "users" | "mark">;
  total: number;
  /** These are the people of the filter before. */
  stale: boolean;
}

function Choice({ filter, people, table, total, stale }: ChoiceProps) {
  const [selected, dispatch] = useReducer(selection, nobody);
  const [order, setOrder] = useState(table.order);
  if (order !== table.order) {
    setOrder(table.order);
    // Of those who are ticked, some may be on no page that is loaded now.
    dispatch({ type: "cleared" });
  }
  const [open, setOpen] = useState<BulkAction>();
  const { data } = useQuery({ ...policy, enabled: usePermission("policy.read") });
  const mayExtend = usePermission("users.write");
  const mayChange = usePermission("users.reset2fa") || mayExtend;
  if (!mayChange) return <UserTable users={people} {...table} />;

  const shown = people.map(({ id }) => id);
  function close(done: boolean): void {
    setOpen(undefined);
    if (done) dispatch({ type: "cleared" });
  }
  return (
    <>
      <BulkBar
        selected={selected}
        shown={shown}
        total={total}
        stale={stale}
        dispatch={dispatch}
        onOpen={setOpen}
      />
      <UserTable
        users={people}
        {...table}
        mark={({ id, displayName }) => (
          <Checkbox
            aria-label={say("selection.one", { name: displayName })}
            checked={includes(selected, id)}
            onChange={() => dispatch({ type: "ticked", id, shown })}
          />
        )}
      />
      {open && (
        <BulkDialog
          action={open}
          work={workOf(selected, filter)}
          size={sizeOf(selected, total)}
          withCode={data?.resetProof !== "none"}
          nameOf={(id) => people.find((person) => person.id === id)?.email}
          onClose={close}
        />
      )}
    </>
  );
}

function workOf(selected: Selection, filter: Filter): Work {
  return selected.kind === "all" ? { kind: "filter", filter } : { kind: "ids", ids: selected.ids };
}
