/** In which language somebody reads pages and mails. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import type { Language } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { LanguageField } from "@/ui/language-field";
import { Failure } from "@/ui/message";
import classes from "./account.module.css";
import { changeLanguage } from "./api";

const say = words("account");

export function LanguageForm({ saved }: { saved: Language }) {
  const [language, setLanguage] = useState(saved);
  const change = useMutation({
    mutationFn: changeLanguage,
    onSuccess: () => chooseLanguage(language),
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
        <div>
          <ActionButton type="submit" loading={change.isPending || change.isSuccess} disabled={unchanged}>
            {say("language.save")}
          </ActionButton>
        </div>
      </Form>
    </div>
  );
}
