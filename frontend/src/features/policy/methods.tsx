/** What people may set up and sign in with. */
import { useQuery } from "@tanstack/react-query";
import { fieldMessage } from "@/api/problem";
import type { Method, PolicySettings, RoleName } from "@/api/types";
import { ROLES, roleWords } from "@/lib/role-words";
import { CheckGroup } from "@/ui/check-group";
import { Checkbox } from "@/ui/checkbox";
import { type Edits, factorError, withMethod } from "./draft";
import classes from "./policy.module.css";
import { roleNames } from "./queries";

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

const methodChoices: { value: Method; label: string; description: string }[] = [
  {
    value: "passkey",
    label: "Passkeys may be used",
    description:
      "People confirm with their fingerprint, face or screen lock. No false page can get that from them.",
  },
  {
    value: "totp",
    label: "Authenticator apps may be used",
    description: "An app on a phone shows codes that people type in.",
  },
  {
    value: "recoveryCode",
    label: "Recovery codes may be used to sign in",
    description: "The way in for somebody whose phone or key is lost.",
  },
  {
    value: "email",
    label: "Codes by email may be turned on",
    description:
      "By people without a second factor, for themselves: safer than a password alone. They count as no second factor, and are not for administrators.",
  },
];

export function Methods({ draft, error, editable, onChange }: Props) {
  const { allowedMethods, passkeyLogin } = draft;
  const withoutPasskeys = !allowedMethods.includes("passkey");
  return (
    <div className={classes.groups}>
      <fieldset className={classes.numbers} disabled={!editable}>
        <div className={classes.checks}>
          <CheckGroup
            legend="Second factors, and what stands in for them"
            options={methodChoices}
            value={allowedMethods}
            error={factorError(draft) ?? fieldMessage(error, "allowedMethods")}
            onChange={(next) => {
              const [method] = changed(allowedMethods, next);
              if (method) onChange(withMethod(draft, method, next.includes(method)));
            }}
          />
        </div>
      </fieldset>
      <fieldset className={classes.numbers} disabled={!editable || withoutPasskeys}>
        <legend className={classes.question}>Passkeys</legend>
        <div className={classes.checks}>
          <Checkbox
            label="Sign in with a passkey alone"
            description="Without a password, where the device checks that it is its owner. It counts as both factors."
            checked={passkeyLogin}
            error={fieldMessage(error, "passkeyLogin")}
            onChange={(event) => onChange({ passkeyLogin: event.currentTarget.checked })}
          />
          <PasskeyOnly draft={draft} error={error} onChange={onChange} />
        </div>
      </fieldset>
    </div>
  );
}

function PasskeyOnly({ draft: { passkeyOnly }, error, onChange }: Omit<Props, "editable">) {
  const { data } = useQuery(roleNames);
  // A role that is gone meanwhile is shown all the same, so that it can be taken out.
  const roles = [...new Set<RoleName>([...(data ?? ROLES), ...passkeyOnly])];
  return (
    <CheckGroup
      legend="Only a passkey counts for people with these roles, once they need a second factor"
      options={roles.map((role) => ({ value: role, label: roleWords(role) }))}
      value={passkeyOnly}
      error={fieldMessage(error, "passkeyOnly")}
      onChange={(next) => onChange({ passkeyOnly: next })}
    />
  );
}

/** What one has and the other has not. */
function changed(before: readonly Method[], after: readonly Method[]): Method[] {
  return [
    ...before.filter((method) => !after.includes(method)),
    ...after.filter((method) => !before.includes(method)),
  ];
}
