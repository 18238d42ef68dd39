/** Who is asking, about whom, and under which policy. */
import { useQuery } from "@tanstack/react-query";
import { usePermission, useSignedIn } from "@/api/hooks";
import { policy } from "@/api/queries";
import type { ListedUser } from "@/api/types";
import type { Confirmation } from "./words";

export function useStanding(target: ListedUser) {
  const caller = useSignedIn()?.user;
  const { data } = useQuery({ ...policy, enabled: usePermission("policy.read") });
  return caller && { caller, target, policy: data };
}

export type KnownStanding = NonNullable<ReturnType<typeof useStanding>>;

export type OpenDialog = "roles" | "reset" | "pass" | "deadline" | "remind" | "revoke" | Confirmation;

/** What each section of the page needs. */
export interface SectionProps {
  standing: KnownStanding;
  /** Absent where nothing is for the caller to change. */
  onOpen: ((dialog: OpenDialog) => void) | undefined;
}
