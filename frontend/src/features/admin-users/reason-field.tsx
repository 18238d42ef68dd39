/** Why it is done, for the audit log. */
import { TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import { words } from "@/lib/words";
import type { Insisted } from "@/ui/insisted";

const say = words("admin-users");

interface Props {
  value: string;
  onChange: (reason: string) => void;
  error: unknown;
  insisted: Insisted;
}

export function ReasonField({ value, onChange, error, insisted }: Props) {
  return (
    <TextInput
      label={say("reason")}
      description={say("reason.about")}
      maxLength={500}
      autoComplete="off"
      value={value}
      error={insisted.missing(value.trim() === "") ?? fieldMessage(error, "reason")}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
