/** The guided set-up: get an app, scan, type a code, keep the recovery codes. */
import { useState } from "react";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { RecoverySheet } from "@/ui/recovery-sheet";
import { AppStep } from "./app-step";
import { CodeStep } from "./code-step";
import { progress } from "./flow";
import { issuerAndAccount } from "./provisioning";
import { ScanStep } from "./scan-step";
import { useEnrollment } from "./use-enrollment";
import classes from "./wizard.module.css";

interface Props {
  /** A first factor brings recovery codes along. */
  first: boolean;
  /** The authenticator whose place the new one takes. */
  replaces?: string;
  onDone: () => void;
  onSignedOut: () => void;
  onCancel?: () => void;
}

const titles = {
  app: "Get an authenticator app",
  scan: "Scan the code",
  code: "Enter a code",
  codes: "Save your recovery codes",
  done: "All set",
};

export function EnrollmentWizard({ first, replaces, onDone, onSignedOut, onCancel }: Props) {
  const { state, dispatch, begin, confirm } = useEnrollment({ onDone, onSignedOut });
  const [owner, setOwner] = useState({ issuer: "", account: "" });
  // What was a first factor when it began stays one: its recovery codes are still to come.
  const [begunAsFirst] = useState(first);
  const { current, total } = progress(state, begunAsFirst);

  return (
    <>
      <div className={classes.head}>
        <p className={classes.count}>
          Step {current} of {total}
        </p>
        <PageTitle key={state.step}>{titles[state.step]}</PageTitle>
      </div>
      <Failure message={state.failure} round={state.round} />
      {state.step === "app" && (
        <AppStep
          named={!replaces}
          busy={state.busy}
          onContinue={(name) => begin(replaces ? { kind: "replace", id: replaces } : { kind: "add", name })}
          onCancel={onCancel}
        />
      )}
      {state.step === "scan" && (
        <ScanStep
          enrollment={state.enrollment}
          onContinue={() => dispatch({ type: "scanned" })}
          onBack={() => dispatch({ type: "wentBack" })}
        />
      )}
      {state.step === "code" && (
        <CodeStep
          digits={state.enrollment.digits}
          round={state.round}
          busy={state.busy}
          invalid={!!state.failure}
          onSubmit={(code) => {
            setOwner(issuerAndAccount(state.enrollment.otpauthUri));
            confirm(state.enrollment, code);
          }}
          onBack={() => dispatch({ type: "wentBack" })}
        />
      )}
      {state.step === "codes" && (
        <RecoverySheet
          codes={state.codes}
          organization={owner.issuer}
          account={owner.account}
          onSaved={() => dispatch({ type: "codesSaved" })}
        />
      )}
    </>
  );
}
