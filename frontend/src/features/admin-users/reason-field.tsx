/** Why it is done, for the audit log. */
import { TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import { words } from "@/lib/words";

const say = words("admin-users");

interface Props {
  value: string;
  onChange: (reason: string) => void;
  error: unknown;
}

export function ReasonField({ value, onChange, error }: Props) {
  return (
    <TextInput
      label={say("reason")}
      description={say("reason.about")}
      maxLength={500}
      autoComplete="off"
      value={value}
      error={fieldMessage(error, "reason")}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
