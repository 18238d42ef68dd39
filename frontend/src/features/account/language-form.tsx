/** In which language mail is written to somebody. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { me } from "@/api/queries";
import type { Language } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { LanguageField } from "@/ui/language-field";
import { Done, Failure } from "@/ui/message";
import classes from "./account.module.css";
import { changeLanguage } from "./api";

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
          label="Language"
          description="Mail about your account is written in it."
          value={language}
          onChange={setLanguage}
        />
        <Done>{change.isSuccess && unchanged && "Your language is saved."}</Done>
        <div>
          <ActionButton type="submit" loading={change.isPending} disabled={unchanged}>
            Save language
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
