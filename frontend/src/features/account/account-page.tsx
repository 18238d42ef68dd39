/** Name, address, language and password of the signed-in person. */
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/queries";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { EmailAddress } from "./email-address";
import { LanguageForm } from "./language-form";
import { NameForm } from "./name-form";
import { PasswordChange } from "./password-change";

export function AccountPage() {
  const query = useQuery(me);
  return (
    <Page title="My account">
      <Section title="Your name">
        <QueryView query={query}>{({ user }) => <NameForm key={user.id} user={user} />}</QueryView>
      </Section>
      <Section title="Your email address">
        <QueryView query={query}>{({ user }) => <EmailAddress user={user} />}</QueryView>
      </Section>
      <Section title="Your language">
        <QueryView query={query}>{({ user }) => <LanguageForm saved={user.language} />}</QueryView>
      </Section>
      <Section title="Your password">
        <PasswordChange />
      </Section>
    </Page>
  );
}
