/** A day that is picked, with the first and the last one that can be. */
import { TextInput } from "@mantine/core";

interface Props {
  label: string;
  description?: string;
  value: string;
  min: string;
  max: string;
  error?: string | undefined;
  onChange: (day: string) => void;
}

export function DayField({ onChange, ...props }: Props) {
  return <TextInput type="date" {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}
