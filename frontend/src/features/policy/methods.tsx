/** What people may set up and sign in with. */
import { useQuery } from "@tanstack/react-query";
import { fieldMessage } from "@/api/problem";
import type { Method, PolicySettings, RoleName } from "@/api/types";
import { ROLES, roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { CheckGroup } from "@/ui/check-group";
import { Checkbox } from "@/ui/checkbox";
import { type Edits, factorError, withMethod } from "./draft";
import classes from "./policy.module.css";
import { roleNames } from "./queries";
import { explained } from "./words";

const say = words("policy");

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

const CHOICES = ["passkey", "totp", "recoveryCode", "email"] as const satisfies Method[];

export function Methods({ draft, error, editable, onChange }: Props) {
  const { allowedMethods, passkeyLogin } = draft;
  const withoutPasskeys = !allowedMethods.includes("passkey");
  return (
    <div className={classes.groups}>
      <fieldset className={classes.numbers} disabled={!editable}>
        <div className={classes.checks}>
          <CheckGroup
            legend={say("methods")}
            options={methodOptions()}
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
        <legend className={classes.question}>{say("passkeys")}</legend>
        <div className={classes.checks}>
          <Checkbox
            label={say("passkey-login")}
            description={say("passkey-login.meaning")}
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

function methodOptions() {
  return CHOICES.map((value) => {
    const { title, meaning } = explained(`method-${value}`);
    return { value, label: title, description: meaning };
  });
}

function PasskeyOnly({ draft: { passkeyOnly }, error, onChange }: Omit<Props, "editable">) {
  const { data } = useQuery(roleNames);
  // A role that is gone meanwhile is shown all the same, so that it can be taken out.
  const roles = [...new Set<RoleName>([...(data ?? ROLES), ...passkeyOnly])];
  return (
    <CheckGroup
      legend={say("passkey-only")}
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
