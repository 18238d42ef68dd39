/** What comes of a file, and which lines are not right. */
import type { ReactNode } from "react";
import { describe } from "@/api/messages";
import type { ImportResult } from "@/api/types";
import { words } from "@/lib/words";
import { Dialog } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { Cell, Row, Table } from "@/ui/table";
import { MOST_ERRORS } from "./import";
import classes from "./import.module.css";
import { resultInWords, wrongInWords } from "./import-words";

const say = words("admin-users-new");

interface Props {
  title: string;
  result: ImportResult;
  why?: unknown;
  onClose: () => void;
  children: ReactNode;
}

export function ImportReport({ title, result, why, onClose, children }: Props) {
  const { errors, failed } = result;
  const columns = { line: say("wrong.line"), address: say("wrong.address"), what: say("wrong.what") };
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
        <section className={classes.errors} aria-label={say("wrong")} tabIndex={0}>
          <Table caption={say("wrong")} columns={Object.values(columns)}>
            {errors.map((error) => (
              <Row key={error.line}>
                <Cell label={columns.line} head>
                  {error.line}
                </Cell>
                <Cell label={columns.address}>{error.email ?? "—"}</Cell>
                <Cell label={columns.what}>{wrongInWords(error)}</Cell>
              </Row>
            ))}
          </Table>
        </section>
      )}
      {failed > MOST_ERRORS && <p>{say("wrong.first", { count: MOST_ERRORS })}</p>}
      {children}
    </Dialog>
  );
}
