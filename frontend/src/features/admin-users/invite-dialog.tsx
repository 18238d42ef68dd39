/** Invites people by their addresses: they choose a password, and a second factor where one is required, themselves. */
import { useReducer, useState } from "react";
import { useSignedIn } from "@/api/hooks";
import type { InvitationOrder } from "@/api/types";
import { inviteUsers, useUserChange } from "./changes";
import { invite, leftOver, start } from "./invite";
import { InviteForm } from "./invite-form";
import { InviteResults } from "./invite-results";
import { invitedInWords } from "./invite-words";

interface Props {
  onWithPassword: () => void;
  onClose: (done?: string) => void;
}

export function InviteDialog({ onWithPassword, onClose }: Props) {
  const own = useSignedIn()?.user.language;
  const [state, dispatch] = useReducer(invite, start);
  const [text, setText] = useState("");
  const [terms, setTerms] = useState<Terms>({ roles: ["member"], language: own ?? "en" });
  const change = useUserChange(inviteUsers);

  function submit(emails: string[]): void {
    dispatch({ type: "submitted" });
    change.mutate(
      { emails, ...terms },
      {
        onSuccess: ({ results }) => dispatch({ type: "answered", emails, results }),
        onError: (why) => dispatch({ type: "refused", why }),
      },
    );
  }

  if (state.step === "answered") {
    return (
      <InviteResults
        outcomes={state.outcomes}
        onAgain={() => {
          setText(leftOver(state.outcomes));
          dispatch({ type: "again" });
        }}
        onClose={() => onClose(invitedInWords(state.outcomes))}
      />
    );
  }
  return (
    <InviteForm
      state={state}
      text={text}
      onText={setText}
      terms={terms}
      onTerms={setTerms}
      onSubmit={submit}
      onWithPassword={onWithPassword}
      onClose={() => !state.busy && onClose()}
    />
  );
}

export type Terms = Required<Pick<InvitationOrder, "roles" | "language">>;
