/** A colour: chosen, or typed; and what becomes of it where it could not be read. */
import { TextInput } from "@mantine/core";
import { useId } from "react";
import { contrast, isColour, type Scheme, shadesOf } from "@/lib/accent";
import { OURS } from "@/lib/ours";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import classes from "./branding.module.css";

const say = words("branding");

interface Props {
  value: string;
  error: string | undefined;
  editable: boolean;
  onChange: (value: string) => void;
}

export function ColourField({ value, error, editable, onChange }: Props) {
  const id = useId();
  const colour = isColour(value.trim()) ? value.trim().toLowerCase() : undefined;
  return (
    <>
      <div className={classes.colour}>
        <div>
          <label className={classes.label} htmlFor={id}>
            {say("accent.chooser")}
          </label>
          <input
            id={id}
            type="color"
            className={classes.swatch}
            disabled={!editable}
            // It cannot be empty.
            value={colour ?? OURS.light}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </div>
        <TextInput
          label={say("accent.typed")}
          placeholder={OURS.light}
          autoComplete="off"
          spellCheck={false}
          maxLength={7}
          disabled={!editable}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      <p className={quiet.text}>{colour ? inWords(colour) : say("accent.none")}</p>
    </>
  );
}

/** How the colour is shown, in a sentence or two. */
function inWords(colour: string): string {
  const { fill, on } = shadesOf(colour, "light");
  const ratio = contrast(fill, on).toFixed(1);
  const buttons = say(on === "#000000" ? "contrast.black" : "contrast.white", { ratio });
  const differs = (scheme: Scheme) => shadesOf(colour, scheme).text !== colour;
  return [
    buttons,
    ...(differs("light") ? [say("contrast.darker")] : []),
    ...(differs("dark") ? [say("contrast.lighter")] : []),
  ].join(say("contrast.between"));
}
