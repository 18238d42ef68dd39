/** The typed client and its collaborators, put together once. */
import createClient from "openapi-fetch";
import { createActing } from "./acting";
import { createExclusively } from "./exclusively";
import { createGate } from "./gate";
import { Refusal, toProblem, Unreachable } from "./problem";
import { createRefresh, type Send } from "./refresh";
import type { paths } from "./schema";
import { createSessionStore } from "./session";
import { createTransport } from "./transport";

/** A request that hangs would keep the other tabs waiting for theirs. */
const PATIENCE_MS = 30_000;

const send: Send = async (request) => {
  try {
    const signal = AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]);
    return await globalThis.fetch(request, { signal });
  } catch (error) {
    if (request.signal.aborted) throw error;
    throw new Unreachable();
  }
};

const exclusively = createExclusively(globalThis.navigator.locks);

export const session = createSessionStore();
export const acting = createActing(session, () => globalThis.sessionStorage);
export const gate = createGate();
export const refresh = createRefresh({ send, session, exclusively });

export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: createTransport({ send, session, acting, refresh, stepUp: gate.pass, exclusively }),
});

/** The body of a good answer; anything else is thrown. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new Refusal(toProblem(error, response));
  return data as T;
}
