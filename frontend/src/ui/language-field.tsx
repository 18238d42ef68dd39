/** In which language somebody is written to; each is called by its own name. */
import { NativeSelect, type NativeSelectProps } from "@mantine/core";
import type { Language } from "@/api/types";
import { LANGUAGES } from "@/lib/languages";

interface Props extends Pick<NativeSelectProps, "label" | "description" | "error"> {
  value: Language;
  onChange: (language: Language) => void;
}

export function LanguageField({ onChange, ...props }: Props) {
  return (
    <NativeSelect
      {...props}
      size="md"
      data={LANGUAGES}
      // The options are these languages and no others.
      onChange={(event) => onChange(event.currentTarget.value as Language)}
    />
  );
}
