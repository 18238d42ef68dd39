/**
 * A table that becomes a list of cards where there is no room for columns. Its roles are spelled out: a browser may take
 * what is no longer laid out as a table for none.
 */
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
      <table className={classes.table} role="table">
        <caption className={unseen.words}>{caption}</caption>
        <Columns names={columns} />
        <tbody role="rowgroup">{children}</tbody>
      </table>
    </div>
  );
}

/** The row with the columns' names. */
export function Columns({ names }: { names: readonly ColumnName[] }) {
  return (
    <thead role="rowgroup">
      <Row>
        {names.map((name) =>
          typeof name === "string" ? (
            <th key={name} scope="col" role="columnheader">
              {name}
            </th>
          ) : (
            <SortableHeader key={name.name} {...name} />
          ),
        )}
      </Row>
    </thead>
  );
}

/** Above cards, where no header is to be seen, it is a name alone. */
function SortableHeader({ name, sorted, onSort }: SortableColumn) {
  return (
    <th scope="col" role="columnheader" aria-sort={sorted}>
      <span className={classes.sorts}>
        <SortButton name={name} sorted={sorted} onClick={onSort} />
      </span>
      <span className={classes.unsorted}>{name}</span>
    </th>
  );
}

interface RowProps {
  id?: string;
  className?: string | undefined;
  children: ReactNode;
}

export function Row(props: RowProps) {
  return <tr role="row" {...props} />;
}

interface CellProps {
  /** Repeats the column's name on a card. */
  label: string;
  /** Says whose row it is, with each of the other cells. */
  head?: boolean;
  children: ReactNode;
}

export function Cell({ label, head = false, children }: CellProps) {
  const content = (
    <>
      <span className={classes.label} aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </>
  );
  return head ? (
    <th scope="row" role="rowheader">
      {content}
    </th>
  ) : (
    <td role="cell">{content}</td>
  );
}

/** A cell across all columns. */
export function WideCell({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <td role="cell" colSpan={columns}>
      {children}
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
