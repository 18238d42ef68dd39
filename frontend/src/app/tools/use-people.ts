/** People whose name or address a text fits, a moment after the last key. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import { peopleLike, userOf } from "@/api/queries";
import type { ListedUser } from "@/api/types";
import { useSettled } from "@/lib/use-settled";
import type { Entry } from "./entries";

const PAUSE_MS = 250;

/** `known` once it is known who they are: at once, for whoever may not look for people. */
export function usePeople(text: string, onClose: () => void): { people: Entry[]; known: boolean } {
  const mayFind = usePermission("users.read");
  const sought = mayFind ? text.trim() : "";
  const settled = useSettled(sought, PAUSE_MS);
  const { data, isFetching } = useQuery(peopleLike(settled));
  const queries = useQueryClient();
  const navigate = useNavigate();

  function open(person: ListedUser): void {
    // Known already, so that their page is there at once.
    queries.setQueryData(userOf(person.id).queryKey, person);
    onClose();
    void navigate({ to: "/admin/users/$id", params: { id: person.id } });
  }

  const people = (settled === sought && data?.items) || [];
  return {
    people: people.map((person) => ({
      group: "people",
      name: person.displayName,
      detail: person.email,
      act: () => open(person),
    })),
    known: settled === sought && !isFetching,
  };
}
