/** Narrows the list down. */
import { NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { roles } from "@/api/queries";
import { LOGIN_METHODS, loginMethodWords } from "@/lib/login-method-words";
import { ROLES, roleWords } from "@/lib/role-words";
import { TextButton } from "@/ui/text-button";
import { ACCOUNTS, accountOf, type Filter, isNarrow, type Search, STATES, searchOf } from "./filter";
import { SearchField } from "./search-field";
import classes from "./users.module.css";

export function Filters({ filter }: { filter: Filter }) {
  const navigate = useNavigate();
  const { data } = useQuery(roles);
  const choose = (change: Search) =>
    void navigate({ to: "/admin/users", search: searchOf(filter, change), replace: true });
  const names = new Set([
    ...(data?.items.map(({ name }) => name) ?? ROLES),
    ...(filter.role ? [filter.role] : []),
  ]);
  return (
    <search className={classes.filters}>
      <SearchField value={filter.q ?? ""} onChange={(q) => choose({ q })} />
      <NativeSelect
        label="2FA status"
        data={[{ value: "", label: "All" }, ...STATES.map(([value, label]) => ({ value, label }))]}
        value={filter.twoFactor ?? ""}
        onChange={(event) => choose({ twoFactor: event.currentTarget.value })}
      />
      <NativeSelect
        label="Role"
        data={[
          { value: "", label: "All" },
          ...[...names].map((value) => ({ value, label: roleWords(value) })),
        ]}
        value={filter.role ?? ""}
        onChange={(event) => choose({ role: event.currentTarget.value })}
      />
      <NativeSelect
        label="Account"
        data={[
          { value: "", label: "All" },
          ...Object.entries(ACCOUNTS).map(([value, label]) => ({ value, label })),
        ]}
        value={accountOf(filter) ?? ""}
        onChange={(event) => choose({ account: event.currentTarget.value })}
      />
      <NativeSelect
        label="Login method"
        data={[
          { value: "", label: "All" },
          ...LOGIN_METHODS.map((value) => ({ value, label: loginMethodWords(value) })),
        ]}
        value={filter.loginMethod ?? ""}
        onChange={(event) => choose({ login: event.currentTarget.value })}
      />
      {isNarrow(filter) && (
        <TextButton onClick={() => choose({ q: "", twoFactor: "", role: "", account: "", login: "" })}>
          Show everybody
        </TextButton>
      )}
    </search>
  );
}
