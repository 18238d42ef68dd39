/** The address that somebody signs in with: whether it is proven, and how to get another one. */
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { describe } from "@/api/messages";
import type { User } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions } from "@/ui/form";
import { Done, Failure } from "@/ui/message";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import classes from "./account.module.css";
import { requestVerification } from "./api";
import { EmailDialog } from "./email-dialog";

const say = words("account");

interface Props {
  user: User;
  /** Without one, nobody changes the address. */
  hasPassword: boolean;
}

export function EmailAddress({ user: { email, emailVerified }, hasPassword }: Props) {
  const { open, setOpen, done, close } = useDialog<"change">();
  const verification = useMutation({ mutationFn: requestVerification });

  function verify(): void {
    close();
    verification.mutate(undefined, {
      onSuccess: () => close(say("email.sent", { email })),
    });
  }

  return (
    <div className={classes.stack}>
      <p className={classes.address}>
        <strong>{email}</strong>{" "}
        <Tag tone={emailVerified ? "good" : "warn"}>
          {say(emailVerified ? "email.verified" : "email.not-verified")}
        </Tag>
      </p>
      <p className={quiet.words}>{meaning(emailVerified, hasPassword)}</p>
      <Failure message={describe(verification.error)} />
      <Done>{done}</Done>
      <Actions>
        {!emailVerified && (
          <ActionButton loading={verification.isPending} onClick={verify}>
            {say("email.verify")}
          </ActionButton>
        )}
        {hasPassword && (
          <Button variant="default" onClick={() => setOpen("change")}>
            {say("email.change")}
          </Button>
        )}
      </Actions>
      {open && <EmailDialog onClose={close} />}
    </div>
  );
}

function meaning(verified: boolean, hasPassword: boolean): string {
  if (!hasPassword) return say("email.about-passwordless");
  return say(verified ? "email.about-verified" : "email.about-not-verified");
}
