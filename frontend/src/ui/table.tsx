/** A table that becomes a list of cards where there is no room for columns. */
import type { ReactNode } from "react";
import { SortButton, type Sorted } from "./sort-button";
import classes from "./table.module.css";
import unseen from "./unseen.module.css";

/** A column's name, and how its rows can be sorted by it. */
export interface SortableColumn {
  name: string;
  sorted: Sorted;
  onSort: () => void;
}

export type ColumnName = string | SortableColumn;

export function Table({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: readonly ColumnName[];
  children: ReactNode;
}) {
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className={unseen.words}>{caption}</caption>
        <Columns names={columns} />
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** The row with the columns' names. */
export function Columns({ names }: { names: readonly ColumnName[] }) {
  return (
    <thead>
      <tr>
        {names.map((name) =>
          typeof name === "string" ? (
            <th key={name} scope="col">
              {name}
            </th>
          ) : (
            <SortableHeader key={name.name} {...name} />
          ),
        )}
      </tr>
    </thead>
  );
}

/** Above cards, where no header is to be seen, it is a name alone. */
function SortableHeader({ name, sorted, onSort }: SortableColumn) {
  return (
    <th scope="col" aria-sort={sorted}>
      <span className={classes.sorts}>
        <SortButton name={name} sorted={sorted} onClick={onSort} />
      </span>
      <span className={classes.unsorted}>{name}</span>
    </th>
  );
}

/** `label` repeats the column's name on a card. */
export function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </td>
  );
}

/** What a row is called by. */
export function Name({ children }: { children: ReactNode }) {
  return <span className={classes.name}>{children}</span>;
}

/** A list in a cell, which is as wide as its lines where it is `wide`. */
export function Lines({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <ul className={wide ? `${classes.lines} ${classes.wide}` : classes.lines}>{children}</ul>;
}

/** The buttons of a row. */
export function Changes({ children }: { children: ReactNode }) {
  return <span className={classes.changes}>{children}</span>;
}
