/** A password that can be looked at while it is typed. */

import { useState } from "react";
import { words } from "@/lib/words";
import { Icon } from "./icons";
import classes from "./password-field.module.css";
import { TextField, type TextFieldProps } from "./text-field";

const say = words("ui");

export function PasswordField(props: TextFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? "text" : "password"}
      autoCapitalize="none"
      spellCheck={false}
      aside={
        <button
          type="button"
          className={classes.eye}
          aria-label={say("show-password")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? "eyeOff" : "eye"} />
        </button>
      }
    />
  );
}
