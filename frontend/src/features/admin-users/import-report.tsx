/** What comes of a file, and which lines are not right. */
import type { ReactNode } from "react";
import { describe } from "@/api/messages";
import type { ImportResult } from "@/api/types";
import { Dialog } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { Cell, Table } from "@/ui/table";
import { MOST_ERRORS } from "./import";
import classes from "./import.module.css";
import { resultInWords } from "./import-words";

interface Props {
  title: string;
  result: ImportResult;
  why?: unknown;
  onClose: () => void;
  children: ReactNode;
}

export function ImportReport({ title, result, why, onClose, children }: Props) {
  const { errors, failed } = result;
  return (
    <Dialog title={title} wide={errors.length > 0} onClose={onClose}>
      <div role="status">
        {resultInWords(result).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Failure message={describe(why)} />
      {errors.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard.
        <section className={classes.errors} aria-label="Lines that are not right" tabIndex={0}>
          <Table caption="Lines that are not right" columns={["Line", "Address", "What is wrong"]}>
            {errors.map((error) => (
              <tr key={error.line}>
                <Cell label="Line">{error.line}</Cell>
                <Cell label="Address">{error.email ?? "—"}</Cell>
                <Cell label="What is wrong">
                  {error.message}
                  {error.field && <> ({error.field})</>}
                </Cell>
              </tr>
            ))}
          </Table>
        </section>
      )}
      {failed > MOST_ERRORS && <p>The first {MOST_ERRORS} are shown.</p>}
      {children}
    </Dialog>
  );
}
