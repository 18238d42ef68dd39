/** Creates an account with a first password, which the administrator passes on. */
import { Button, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { describe, inWords } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import type { NewUser, RoleName } from "@/api/types";
import { suggestPassword } from "@/lib/suggest-password";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { LanguageField } from "@/ui/language-field";
import { PasswordMeter } from "@/ui/password-meter";
import { createUser, useUserChange } from "./changes";
import { RoleChoice } from "./role-choice";
import classes from "./users.module.css";

const say = words("admin-users-new");

const FIELDS = ["email", "displayName", "password", "roles", "language"];

const NOBODY: Required<NewUser> = {
  email: "",
  displayName: "",
  roles: ["member"],
  password: "",
  language: "en",
};

export function CreateDialog({ onClose }: { onClose: (done?: string) => void }) {
  const [user, setUser] = useState(NOBODY);
  const passwordField = useRef<HTMLInputElement>(null);
  const create = useUserChange(createUser);
  const { email, displayName, roles, password, language } = user;
  const insisted = useInsisted();
  const [address, name] = [email.trim(), displayName.trim()];
  const ready = address !== "" && name !== "" && password !== "" && roles.length > 0;
  const taken = isRefusal(create.error, "email_taken") ? inWords(create.error) : undefined;
  const inPlace = taken || isOnlyAbout(create.error, FIELDS);

  function suggest(): void {
    flushSync(() => setUser({ ...user, password: suggestPassword() }));
    passwordField.current?.select();
  }

  function submit(): void {
    create.mutate(
      { ...user, email: address, displayName: name },
      { onSuccess: ({ displayName }) => onClose(say("create.done", { name: displayName })) },
    );
  }

  return (
    <FormDialog
      title={say("create")}
      action={say("create.action")}
      refusal={inPlace ? undefined : describe(create.error)}
      error={create.error}
      ready={ready}
      insisted={insisted}
      onSubmit={submit}
      busy={create.isPending}
      onClose={() => onClose()}
    >
      <TextInput
        data-autofocus
        label={say("create.email")}
        type="email"
        autoComplete="off"
        value={email}
        error={insisted.missing(address === "") ?? taken ?? fieldMessage(create.error, "email")}
        onChange={(event) => setUser({ ...user, email: event.currentTarget.value })}
      />
      <TextInput
        label={say("create.name")}
        autoComplete="off"
        value={displayName}
        error={insisted.missing(name === "") ?? fieldMessage(create.error, "displayName")}
        onChange={(event) => setUser({ ...user, displayName: event.currentTarget.value })}
      />
      <RoleChoice
        value={roles}
        error={insisted.missing(roles.length === 0, "choice") ?? fieldMessage(create.error, "roles")}
        onChange={(roles: RoleName[]) => setUser({ ...user, roles })}
      />
      <div className={classes.password}>
        <TextInput
          ref={passwordField}
          label={say("create.password")}
          description={say("create.password-about")}
          autoComplete="off"
          spellCheck={false}
          value={password}
          error={insisted.missing(password === "") ?? fieldMessage(create.error, "password")}
          onChange={(event) => setUser({ ...user, password: event.currentTarget.value })}
        />
        <PasswordMeter password={password} known={[email, displayName]} />
        <Button variant="default" size="sm" onClick={suggest}>
          {say("create.suggest")}
        </Button>
      </div>
      <LanguageField
        label={say("create.language")}
        value={language}
        error={fieldMessage(create.error, "language")}
        onChange={(language) => setUser({ ...user, language })}
      />
    </FormDialog>
  );
}
