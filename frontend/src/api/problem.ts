/** Everything that can stand in the way of an answer. */
import { language, words } from "@/lib/words";
import type { InvalidField, Problem, ProblemCode } from "./types";

const say = words("problems");

/** The service said no, and why. */
export class Refusal extends Error {
  override name = "Refusal";
  /** From this moment on the same can be tried again, in milliseconds; absent where the service names none. */
  readonly retryAt: number | undefined;

  constructor(readonly problem: Problem) {
    super(problem.title);
    const { retryAfter } = problem;
    this.retryAt = retryAfter === undefined ? undefined : Date.now() + retryAfter * 1000;
  }
}

/** The service could not be reached: no network, or nobody at the other end. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

/** The person closed the dialog that asked for a second factor. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

export function isRefusal(error: unknown, code?: ProblemCode): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.problem.code === code);
}

/** Whether a code was judged, and found wrong; otherwise nobody has looked at it, and it stays for another try. */
export function isWrongCode(error: unknown): boolean {
  return (
    isRefusal(error, "code_rejected") ||
    isRefusal(error, "enrollment_code_rejected") ||
    isOnlyAbout(error, ["code"])
  );
}

/** Whether nobody can tell what became of a change: no answer came, or a proxy gave up waiting for one. */
export function isUnclear(error: unknown): boolean {
  return error instanceof Unreachable || (isRefusal(error) && [502, 504].includes(error.problem.status));
}

/** Reads a refusal; what is no problem document came from something in between, such as a proxy. */
export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return toProblem(body, response);
}

export function toProblem(body: unknown, response: Response): Problem {
  const wait = Number(response.headers.get("retry-after")) || undefined;
  if (isProblem(body)) return { ...body, retryAfter: body.retryAfter ?? wait };
  return {
    type: "about:blank",
    title: response.statusText,
    status: response.status,
    instance: "",
    code: codeOfStatus(response.status),
    retryAfter: wait,
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === "object" && body !== null && "code" in body && "status" in body;
}

function codeOfStatus(status: number): ProblemCode {
  if (status === 429) return "too_many_attempts";
  if (status === 404) return "not_found";
  return status >= 502 && status <= 504 ? "overloaded" : "internal";
}

/** The refusal's words about one field, or about a part of it such as `roles[0]`. */
export function fieldMessage(error: unknown, field: string): string | undefined {
  const found = fieldErrors(error).find((entry) => isAbout(entry.field, field));
  return found && fieldInWords(found);
}

/** What is wrong with a field. The service says it in English, where it names limits as well: those words are kept for readers of it. */
export function fieldInWords({ code, message }: Pick<InvalidField, "code" | "message">): string {
  return (language() !== "en" && say.find(`field-problem.${code}`)) || message;
}

/** Whether the refusal is about nothing but these fields, so that its words all have a place beside one. */
export function isOnlyAbout(error: unknown, fields: readonly string[]): boolean {
  const errors = fieldErrors(error);
  return errors.length > 0 && errors.every((entry) => fields.some((field) => isAbout(entry.field, field)));
}

function fieldErrors(error: unknown) {
  return (isRefusal(error) && error.problem.errors) || [];
}

function isAbout(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}[`) || path.startsWith(`${field}.`);
}
