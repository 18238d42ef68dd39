/** The logo: shown, put in by choosing or by dropping a file, and taken away. */
import { Button } from "@mantine/core";
import type { UseMutationResult } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { inWords } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { Branding } from "@/api/types";
import { fitted, objectionTo } from "@/lib/logo";
import { atService } from "@/lib/service";
import { words } from "@/lib/words";
import { FileField } from "@/ui/file-field";
import { Done } from "@/ui/message";
import classes from "./branding.module.css";

const say = words("branding");

interface Props {
  logo: Branding["logo"];
  change: UseMutationResult<Branding, Error, File | undefined>;
  editable: boolean;
}

export function LogoField({ logo, change, editable }: Props) {
  const [over, setOver] = useState(false);
  const [objection, setObjection] = useState<string>();
  const failure = objection ?? refusalInWords(change.error);

  function take(file: File | undefined): void {
    if (!file || change.isPending) return;
    const why = objectionTo(file);
    setObjection(why && say(`logo.${why}`));
    change.reset();
    if (!why) change.mutate(file);
  }

  function drop(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  }

  return (
    <>
      <div className={classes.shown}>
        {logo ? (
          <img src={atService(logo.url)} {...fitted(logo)} alt={say("logo.now")} />
        ) : (
          <span className={classes.nothing}>{say("logo.none")}</span>
        )}
      </div>
      {editable && (
        // The field in it does the same for a keyboard.
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is one way more.
        <div
          className={classes.drop}
          data-over={over || undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <FileField
            label={say("logo.file")}
            description={say("logo.about")}
            accept="image/png"
            error={failure}
            spoken
            onChange={(event) => {
              take(event.currentTarget.files?.[0]);
              // The same file again is a new try.
              event.currentTarget.value = "";
            }}
          />
        </div>
      )}
      <Done>{change.isSuccess && say(change.variables ? "logo.saved" : "logo.removed")}</Done>
      {editable && logo && (
        <div>
          <Button variant="default" loading={change.isPending} onClick={() => change.mutate(undefined)}>
            {say("logo.remove")}
          </Button>
        </div>
      )}
    </>
  );
}

/** What the service has found in the picture, or what else went wrong. */
function refusalInWords(error: unknown): string | undefined {
  if (isRefusal(error, "payload_too_large")) return say("logo.too_large");
  const code = isRefusal(error) ? error.problem.errors?.[0]?.code : undefined;
  return (code && say.find(`logo.${code}`)) || inWords(error);
}
