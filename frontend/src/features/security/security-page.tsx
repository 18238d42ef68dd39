/** Everything a person can see and do about their own second factor. */
import { useQuery } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useFrozen } from "@/api/hooks";
import { twoFactor } from "@/api/queries";
import { words } from "@/lib/words";
import { Done } from "@/ui/message";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Activity } from "./activity";
import { AfterRecovery } from "./after-recovery";
import { Authenticators } from "./authenticators";
import { EmailCodes } from "./email-codes";
import { Passkeys } from "./passkeys";
import { RecoveryCodes } from "./recovery-codes";
import { Sessions } from "./sessions";
import { Summary } from "./summary";
import { TrustedBrowsers } from "./trusted-browsers";
import { TurnOff } from "./turn-off";

const say = words("security");

export function SecurityPage() {
  const query = useQuery(twoFactor);
  const frozen = useFrozen();
  const { done } = useLocation().state;
  return (
    <Page title={say("title")}>
      <Done>{done}</Done>
      <QueryView query={query} rows={5}>
        {(data) => (
          <>
            <AfterRecovery twoFactor={data} />
            <Summary twoFactor={data} />
            <Passkeys twoFactor={data} />
            <Authenticators twoFactor={data} />
            {data.state !== "notEnabled" && <RecoveryCodes />}
            <EmailCodes twoFactor={data} />
          </>
        )}
      </QueryView>
      {/* Below what comes late, they would jump. */}
      {!query.isPending && (
        <>
          <TrustedBrowsers />
          <Sessions />
          <Activity />
        </>
      )}
      {query.data && query.data.state !== "notEnabled" && !frozen && <TurnOff twoFactor={query.data} />}
    </Page>
  );
}
