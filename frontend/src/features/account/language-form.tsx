/** In which language mail is written to somebody. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { me } from "@/api/queries";
import type { Language } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { LanguageField } from "@/ui/language-field";
import { Done, Failure } from "@/ui/message";
import classes from "./account.module.css";
import { changeLanguage } from "./api";

const say = words("account");

export function LanguageForm({ saved }: { saved: Language }) {
  const [language, setLanguage] = useState(saved);
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: changeLanguage,
    onSuccess: (answer) => queries.setQueryData(me.queryKey, answer),
  });
  const unchanged = language === saved;
  return (
    <div className={classes.narrow}>
      <Form onSubmit={() => !unchanged && change.mutate(language)}>
        <Failure message={describe(change.error)} />
        <LanguageField
          label={say("language.label")}
          description={say("language.about")}
          value={language}
          onChange={setLanguage}
        />
        <Done>{change.isSuccess && unchanged && say("language.done")}</Done>
        <div>
          <ActionButton type="submit" loading={change.isPending} disabled={unchanged}>
            {say("language.save")}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
