/** In which order the list stands; kept in the address, beside whom it is narrowed down to. */
import type { UserOrder } from "@/api/types";
import type { Column } from "./columns";

/** Each with what it is called among the words. */
const names = {
  email: "email",
  "-email": "email-reversed",
  name: "name",
  "-name": "name-reversed",
  lastSignInAt: "lastSignIn",
  "-lastSignInAt": "lastSignIn-reversed",
  createdAt: "created",
  "-createdAt": "created-reversed",
} as const satisfies Record<UserOrder, string>;

export const ORDERS = Object.keys(names) as UserOrder[];

export const nameOf = (order: UserOrder) => names[order];

/** Where nothing else was chosen; the address says nothing of it. */
const USUAL_ORDER: UserOrder = "email";

export function orderOf(sort: string | undefined): UserOrder {
  return ORDERS.find((order) => order === sort) ?? USUAL_ORDER;
}

/** What an address says of it. */
export function sortOf(order: UserOrder): string {
  return order === USUAL_ORDER ? "" : order;
}

/** By what a column sorts: first what is looked for most, then the other way round. */
const byColumn: { readonly [Name in "user" | Column]?: readonly [UserOrder, UserOrder] } = {
  user: ["name", "-name"],
  lastSignIn: ["-lastSignInAt", "lastSignInAt"],
  created: ["-createdAt", "createdAt"],
};

export interface ColumnOrder {
  sorted: "ascending" | "descending" | undefined;
  /** What its header leads to: after both ways round the usual order again. */
  next: UserOrder;
}

/** Whether the header of a column says how the list is sorted, or there is nothing to say. */
export function isTold(order: UserOrder, shown: readonly Column[]): boolean {
  const columns = ["user" as const, ...shown];
  return order === USUAL_ORDER || columns.some((column) => columnOrder(column, order)?.sorted !== undefined);
}

/** How a column takes part in the order; nothing where it does not sort. */
export function columnOrder(column: "user" | Column, order: UserOrder): ColumnOrder | undefined {
  const [first, second] = byColumn[column] ?? [];
  if (!first || !second) return undefined;
  if (order !== first && order !== second) return { sorted: undefined, next: first };
  const sorted = order.startsWith("-") ? "descending" : "ascending";
  return { sorted, next: order === first ? second : USUAL_ORDER };
}
