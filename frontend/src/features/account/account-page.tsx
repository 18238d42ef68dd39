/** What the signed-in person is called, signs in with, and reads. */
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/queries";
import { hasPassword } from "@/lib/login-method-words";
import { words } from "@/lib/words";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { Appearance } from "./appearance";
import { EmailAddress } from "./email-address";
import { LanguageForm } from "./language-form";
import { NameForm } from "./name-form";
import { PasswordChange } from "./password-change";
import { SignInMethods } from "./sign-in-methods";

const say = words("account");

export function AccountPage() {
  const query = useQuery(me);
  return (
    <Page title={say("title")}>
      <Section title={say("name")}>
        <QueryView query={query}>{({ user }) => <NameForm key={user.id} user={user} />}</QueryView>
      </Section>
      <Section title={say("email")}>
        <QueryView query={query}>
          {({ user, loginMethods }) => <EmailAddress user={user} hasPassword={hasPassword(loginMethods)} />}
        </QueryView>
      </Section>
      <Section title={say("password")}>
        <QueryView query={query}>
          {({ loginMethods }) =>
            hasPassword(loginMethods) ? (
              <PasswordChange />
            ) : (
              <p className={quiet.words}>{say("password.none")}</p>
            )
          }
        </QueryView>
      </Section>
      {query.data && <SignInMethods me={query.data} />}
      <Section title={say("language")}>
        <QueryView query={query}>{({ user }) => <LanguageForm saved={user.language} />}</QueryView>
      </Section>
      <Section title={say("appearance")}>
        <Appearance />
      </Section>
    </Page>
  );
}
