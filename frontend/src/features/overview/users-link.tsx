/** Leads to the people whom a number counts. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { UserState } from "@/api/types";

interface Props {
  state?: UserState;
  role?: string;
  /** What became of their account: most numbers are of those who can sign in. */
  account?: "active" | "invited" | "suspended";
  children?: ReactNode;
}

export function UsersLink({ state, role, account = "active", children }: Props) {
  const search = { ...(state && { twoFactor: state }), ...(role && { role }), account };
  return (
    <Link to="/admin/users" search={search}>
      {children}
    </Link>
  );
}
