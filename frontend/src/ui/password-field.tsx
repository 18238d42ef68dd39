/** A password that can be looked at while it is typed. */
import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { Icon } from "./icons";
import classes from "./password-field.module.css";

export function PasswordField(props: TextInputProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextInput
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      rightSectionWidth="3rem"
      rightSection={
        <button
          type="button"
          className={classes.eye}
          aria-label="Show what I type"
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? "eyeOff" : "eye"} />
        </button>
      }
    />
  );
}
