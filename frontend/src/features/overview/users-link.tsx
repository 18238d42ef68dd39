/** Leads to the people whom a number counts. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { UserState } from "@/api/types";

interface Props {
  state?: UserState;
  /** Whether they have activated their account. */
  account?: "active" | "invited";
  children?: ReactNode;
}

export function UsersLink({ state, account, children }: Props) {
  const search = { ...(state && { twoFactor: state }), ...(account && { account }) };
  return (
    <Link to="/admin/users" search={search}>
      {children}
    </Link>
  );
}
