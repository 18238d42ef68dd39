/** What somebody in the filter is called. */
import { useQuery } from "@tanstack/react-query";
import { usePermission } from "@/api/hooks";
import { userOf } from "@/api/queries";
import { words } from "@/lib/words";

const say = words("audit-log");

/** Absent where nobody is asked for; where nobody may know or is there, they are named without a name. */
export function usePersonName(id: string | undefined): string | undefined {
  const mayKnow = usePermission("users.read");
  const { data, isError } = useQuery({ ...userOf(id ?? ""), enabled: mayKnow && id !== undefined });
  if (id === undefined) return undefined;
  return data?.displayName ?? (isError || !mayKnow ? say("person.unnamed") : "…");
}
