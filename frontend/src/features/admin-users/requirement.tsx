/** What the policy asks of somebody, and until when. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { EffectivePolicy } from "@/api/types";
import { effectivePolicySentence } from "@/lib/effective-policy";
import { words } from "@/lib/words";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { When } from "@/ui/when";
import { effectivePolicyOf } from "./queries";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

const say = words("admin-users-one");

export function Requirement({ standing: { caller, target }, onOpen }: SectionProps) {
  const query = useQuery(effectivePolicyOf(target.id));
  const { state, deadline } = target.twoFactor;
  const maySet = onOpen && caller.permissions.includes("users.write") && state === "notEnabled";
  return (
    <Section
      title={say("requirement")}
      aside={
        maySet &&
        query.data &&
        hasDeadline(query.data) && (
          <Button variant="default" size="sm" onClick={() => onOpen("deadline")}>
            {say("deadline")}
          </Button>
        )
      }
    >
      <QueryView query={query} rows={1}>
        {(policy) => (
          <>
            <p className={classes.sentence}>{effectivePolicySentence(policy)}</p>
            {deadline && (
              <Facts>
                <Fact name={say("requirement.deadline")}>
                  <When at={deadline} />
                </Fact>
              </Facts>
            )}
          </>
        )}
      </QueryView>
    </Section>
  );
}

/** Where nobody is asked for anything, there is nothing to be late with. */
function hasDeadline({ rule }: EffectivePolicy): boolean {
  return rule !== "off" && rule !== "optional" && rule !== "notConcerned";
}
