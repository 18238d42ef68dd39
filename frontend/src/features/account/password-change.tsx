/** A new password for the old one. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSignedIn } from "@/api/hooks";
import { describe } from "@/api/messages";
import { fieldMessage, isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Done, Failure } from "@/ui/message";
import { NewPasswordField } from "@/ui/new-password-field";
import { PasswordField } from "@/ui/password-field";
import classes from "./account.module.css";
import { changePassword } from "./api";

const say = words("account");

export function PasswordChange() {
  const user = useSignedIn()?.user;
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const insisted = useInsisted();
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      insisted.relent();
      setCurrent("");
      setNext("");
    },
  });
  const currentIsWrong = isRefusal(change.error, "login_failed") ? say("password.wrong") : undefined;
  const nextIsWrong = fieldMessage(change.error, "new");

  return (
    <div className={classes.narrow}>
      <Form
        error={change.error}
        ready={current !== "" && next !== ""}
        insisted={insisted}
        onSubmit={() => change.mutate({ current, new: next })}
      >
        <Failure message={currentIsWrong || nextIsWrong ? undefined : describe(change.error)} />
        {/* Tells password managers whose password this is. */}
        <input type="email" name="email" autoComplete="username" value={user?.email ?? ""} readOnly hidden />
        <PasswordField
          label={say("password.current")}
          autoComplete="current-password"
          value={current}
          error={insisted.missing(current === "") ?? currentIsWrong}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
        <NewPasswordField
          label={say("password.new")}
          description={say("password.about")}
          known={[user?.email ?? "", user?.displayName ?? ""]}
          value={next}
          error={insisted.missing(next === "") ?? nextIsWrong}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
        <Done>{change.isSuccess && say("password.done")}</Done>
        <div>
          <ActionButton type="submit" loading={change.isPending}>
            {say("password.change")}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
