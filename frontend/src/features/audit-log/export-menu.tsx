/** Saves all that the filter matches as a file. */
import { Button, Menu } from "@mantine/core";
import { Icon } from "@/ui/icons";
import { Done, Failure } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import classes from "./audit.module.css";
import { type ExportRun, sizeInWords } from "./export-run";
import type { Format } from "./queries";

export function ExportMenu({ busy, onChoose }: { busy: boolean; onChoose: (format: Format) => void }) {
  return (
    <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" disabled={busy} leftSection={<Icon name="download" size={18} />}>
          Export
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onChoose("csv")}>CSV, for spreadsheets</Menu.Item>
        <Menu.Item onClick={() => onChoose("jsonLines")}>JSON Lines, for programs</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ExportState({ run, onStop }: { run: ExportRun; onStop: () => void }) {
  return (
    <>
      <Failure message={run.step === "failed" ? run.words : undefined} />
      <Done>{run.step === "saved" && `The events are saved: ${sizeInWords(run.bytes)}.`}</Done>
      {run.step === "running" && (
        <p className={classes.running}>
          Exporting: {sizeInWords(run.bytes)} so far. <TextButton onClick={onStop}>Stop</TextButton>
        </p>
      )}
    </>
  );
}
