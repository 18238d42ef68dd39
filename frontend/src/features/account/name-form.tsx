/** The name that colleagues see. */
import { TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage } from "@/api/problem";
import { me } from "@/api/queries";
import type { User } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Done, Failure } from "@/ui/message";
import classes from "./account.module.css";
import { changeName } from "./api";

const say = words("account");

export function NameForm({ user }: { user: User }) {
  const [name, setName] = useState(user.displayName);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: changeName,
    onSuccess: (answer) => queries.setQueryData(me.queryKey, answer),
  });
  const wrong = fieldMessage(change.error, "displayName");
  const insisted = useInsisted();
  const unchanged = name.trim() === user.displayName;
  return (
    <div className={classes.narrow}>
      <Form
        error={change.error}
        ready={name.trim() !== ""}
        insisted={insisted}
        onSubmit={() => !unchanged && change.mutate(name.trim())}
      >
        <Failure message={wrong ? undefined : describe(change.error)} />
        <TextInput
          label={say("name.label")}
          autoComplete="name"
          maxLength={100}
          value={name}
          error={insisted.missing(name.trim() === "") ?? wrong}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Done>{change.isSuccess && unchanged && say("name.done")}</Done>
        <div>
          <ActionButton type="submit" loading={change.isPending} disabled={unchanged}>
            {say("name.save")}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
