/** Who it is, and with which roles. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { loginMethodsInWords } from "@/lib/login-method-words";
import { roleWords } from "@/lib/role-words";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";
import { When } from "@/ui/when";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

export function Account({ standing: { caller, target }, onOpen }: SectionProps) {
  const { id, email, emailVerified, roles, createdAt } = target;
  return (
    <Section
      title="Account"
      aside={
        onOpen &&
        caller.permissions.includes("users.write") && (
          <Button variant="default" size="sm" onClick={() => onOpen("roles")}>
            Change roles…
          </Button>
        )
      }
    >
      <Facts>
        <Fact name="Email">
          {email} <span className={classes.quiet}>({emailVerified ? "verified" : "not verified"})</span>
        </Fact>
        <Fact name="Roles">{roles.map(roleWords).join(", ")}</Fact>
        <Fact name="Added">
          <When at={createdAt} />
        </Fact>
        <Fact name="Login method">{loginMethodsInWords(target.loginMethods)}</Fact>
        <Fact name="Sign-in">{signInState(target)}</Fact>
        {caller.permissions.includes("audit.read") && (
          <Fact name="Audit log">
            <span className={classes.links}>
              <Link to="/admin/audit" search={{ actor: id }}>
                What they did
              </Link>
              <Link to="/admin/audit" search={{ subject: id }}>
                What is about them
              </Link>
            </span>
          </Fact>
        )}
      </Facts>
    </Section>
  );
}

function signInState({ suspended, activated, imported }: SectionProps["standing"]["target"]): string {
  if (suspended) return "Suspended";
  if (activated) return "Allowed";
  return imported ? "Once they have chosen a password" : "Once they have followed the invitation";
}
