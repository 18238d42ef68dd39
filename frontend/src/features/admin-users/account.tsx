/** Who it is, and with which roles. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { listed } from "@/lib/lists";
import { loginMethodsInWords } from "@/lib/login-method-words";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

const say = words("admin-users-one");
const sayOfList = words("admin-users");

export function Account({ standing: { caller, target }, onOpen }: SectionProps) {
  const { id, email, emailVerified, roles, createdAt, lastSignInAt } = target;
  return (
    <Section
      title={say("account")}
      aside={
        onOpen &&
        caller.permissions.includes("users.write") && (
          <Button variant="default" size="sm" onClick={() => onOpen("roles")}>
            {say("roles")}
          </Button>
        )
      }
    >
      <Facts>
        <Fact name={say("account.email")} wide>
          {say.rich(emailVerified ? "account.verified" : "account.unverified", {
            email,
            state: <span className={quiet.text} />,
          })}
        </Fact>
        <Fact name={say("account.roles")}>{listed(roles.map(roleWords))}</Fact>
        <Fact name={say("account.added")}>
          <When at={createdAt} />
        </Fact>
        <Fact name={sayOfList("column.lastSignIn")}>
          {lastSignInAt ? <When at={lastSignInAt} /> : sayOfList("no-sign-in")}
        </Fact>
        <Fact name={say("account.login")}>{loginMethodsInWords(target.loginMethods)}</Fact>
        <Fact name={say("account.sign-in")}>{signInState(target)}</Fact>
        {caller.permissions.includes("audit.read") && (
          <Fact name={say("account.log")}>
            <span className={classes.links}>
              <Link to="/admin/audit" search={{ actor: id }}>
                {say("account.log-by")}
              </Link>
              <Link to="/admin/audit" search={{ subject: id }}>
                {say("account.log-about")}
              </Link>
            </span>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function signInState({ suspended, activated, imported }: SectionProps["standing"]["target"]): string {
  if (suspended) return say("sign-in.suspended");
  if (activated) return say("sign-in.allowed");
  return imported ? say("sign-in.password") : say("sign-in.invitation");
}
