/** Looks for somebody by their name or address. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { peopleLike, userOf } from "@/api/queries";
import { useSettled } from "@/lib/use-settled";
import { words } from "@/lib/words";
import { Combobox } from "@/ui/combobox";

const say = words("audit-log");

const PAUSE_MS = 250;

interface Props {
  label: string;
  /** What the chosen one is called. */
  name: string | undefined;
  onChange: (id: string | undefined) => void;
}

export function PersonField({ label, name, onChange }: Props) {
  const [sought, setSought] = useState("");
  const settled = useSettled(sought, PAUSE_MS);
  const { data } = useQuery(peopleLike(settled));
  const queries = useQueryClient();
  const people = settled === sought ? data?.items : undefined;

  function choose(id: string | undefined): void {
    const person = people?.find((one) => one.id === id);
    // They are known already, so that their name does not come late.
    if (person) queries.setQueryData(userOf(person.id).queryKey, person);
    onChange(id);
  }

  return (
    <Combobox
      label={label}
      placeholder={say("person")}
      maxLength={100}
      chosen={name}
      choices={people?.map(({ id, displayName, email }) => ({ id, name: displayName, detail: email }))}
      onSearch={setSought}
      onChoose={choose}
    />
  );
}
