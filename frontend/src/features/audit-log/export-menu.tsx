/** Saves all that the filter matches as a file. */
import { Menu } from "@mantine/core";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Done, Failure } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import { ToolIcon } from "@/ui/tool-icons";
import classes from "./audit.module.css";
import { type ExportRun, sizeInWords } from "./export-run";
import type { Format } from "./queries";

const say = words("audit-log");

interface Props {
  open: boolean;
  busy: boolean;
  /** Whether the file will be without routine. */
  calm: boolean;
  onOpen: (open: boolean) => void;
  onChoose: (format: Format) => void;
}

export function ExportMenu({ open, busy, calm, onOpen, onChoose }: Props) {
  return (
    <Menu
      opened={open}
      onChange={onOpen}
      position="bottom-end"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <ActionButton variant="default" loading={busy} leftSection={<ToolIcon name="download" size={18} />}>
          {say("export")}
        </ActionButton>
      </Menu.Target>
      <Menu.Dropdown>
        {calm && <Menu.Label>{say("export.without-routine")}</Menu.Label>}
        <Menu.Item onClick={() => onChoose("csv")}>{say("export.csv")}</Menu.Item>
        <Menu.Item onClick={() => onChoose("jsonLines")}>{say("export.json-lines")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export function ExportState({ run, onStop }: { run: ExportRun; onStop: () => void }) {
  return (
    <>
      <Failure message={run.step === "failed" ? run.words : undefined} />
      <Done>{run.step === "saved" && say("export.saved", { size: sizeInWords(run.bytes) })}</Done>
      {run.step === "running" && (
        <p className={classes.running}>
          {say.rich("export.running", {
            size: sizeInWords(run.bytes),
            stop: <TextButton onClick={onStop} />,
          })}
        </p>
      )}
    </>
  );
}
