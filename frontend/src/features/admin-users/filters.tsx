/** Narrows the list down. */
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { roles } from "@/api/queries";
import type { UserOrder } from "@/api/types";
import { LOGIN_METHODS, loginMethodWords } from "@/lib/login-method-words";
import { ROLES, roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { FilterFold } from "@/ui/filter-fold";
import { SavedViews } from "@/ui/saved-views";
import { TextButton } from "@/ui/text-button";
import {
  ACCOUNTS,
  accountOf,
  type Filter,
  filterOf,
  isNarrow,
  type Search,
  STATES,
  searchOf,
} from "./filter";
import { nameOf, ORDERS, orderOf, sortOf } from "./order";
import { SearchField } from "./search-field";
import classes from "./users.module.css";

const say = words("admin-users");

interface Props {
  filter: Filter;
  order: UserOrder;
  /** No column's header says so. */
  untold: boolean;
  onSort: (order: UserOrder) => void;
}

export function Filters({ filter, order, untold, onSort }: Props) {
  const navigate = useNavigate({ from: "/admin/users" });
  const { data } = useQuery(roles);
  const sort = sortOf(order);
  // What is typed is sought a moment later, when the address may say something else.
  const choose = (change: Search) =>
    void navigate({
      search: (now) => searchOf(filterOf(now), { sort: now.sort, ...change }),
      replace: true,
      resetScroll: false,
    });
  const names = new Set([
    ...(data?.items.map(({ name }) => name) ?? ROLES),
    ...(filter.role ? [filter.role] : []),
  ]);
  const inForce = [filter.twoFactor, filter.role, accountOf(filter), filter.loginMethod].filter(
    Boolean,
  ).length;
  const all = { value: "", label: say("filter.all") };
  return (
    <search className={classes.filters}>
      <SearchField value={filter.q ?? ""} onChange={(q) => choose({ q })} />
      <FilterFold inForce={inForce}>
        <NativeSelect
          label={say("filter.two-factor")}
          data={[all, ...STATES.map((value) => ({ value, label: say(`standing.${value}`) }))]}
          value={filter.twoFactor ?? ""}
          onChange={(event) => choose({ twoFactor: event.currentTarget.value })}
        />
        <NativeSelect
          label={say("filter.role")}
          data={[all, ...[...names].map((value) => ({ value, label: roleWords(value) }))]}
          value={filter.role ?? ""}
          onChange={(event) => choose({ role: event.currentTarget.value })}
        />
        <NativeSelect
          label={say("filter.account")}
          data={[all, ...ACCOUNTS.map((value) => ({ value, label: say(`account.${value}`) }))]}
          value={accountOf(filter) ?? ""}
          onChange={(event) => choose({ account: event.currentTarget.value })}
        />
        <NativeSelect
          label={say("filter.login")}
          data={[all, ...LOGIN_METHODS.map((value) => ({ value, label: loginMethodWords(value) }))]}
          value={filter.loginMethod ?? ""}
          onChange={(event) => choose({ login: event.currentTarget.value })}
        />
      </FilterFold>
      <NativeSelect
        className={classes.sort}
        data-shown={untold || undefined}
        label={say("sort")}
        data={ORDERS.map((value) => ({ value, label: say(`sort.${nameOf(value)}`) }))}
        value={order}
        onChange={(event) => onSort(orderOf(event.currentTarget.value))}
      />
      <SavedViews viewed="users" search={searchOf(filter, { sort })}>
        {isNarrow(filter) && (
          <TextButton onClick={() => choose({ q: "", twoFactor: "", role: "", account: "", login: "" })}>
            {say("filter.reset")}
          </TextButton>
        )}
      </SavedViews>
    </search>
  );
}
