/** The typed client and its collaborators, put together once. */
import createClient from "openapi-fetch";
import { atService } from "@/lib/service";
import { openAreas } from "@/lib/words";
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
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    const signal = AbortSignal.any([request.signal, patience.signal]);
    // The service may have another origin than this page.
    const response = await globalThis.fetch(request, { signal, credentials: "include" });
    return isFile(response) ? response : await whole(response);
  } catch (error) {
    if (request.signal.aborted) throw error;
    await canBeTold();
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
};

/** What breaks off before its end was not had. */
async function whole(response: Response): Promise<Response> {
  // Chromium has a body there, which no answer may be made with.
  if (response.status === 204) return response;
  return new Response(await response.arrayBuffer(), response);
}

/** A file takes as long as it takes, once it has begun. */
function isFile({ headers }: Response): boolean {
  return headers.get("content-disposition")?.startsWith("attachment") ?? false;
}

const exclusively = createExclusively(globalThis.navigator.locks);

export const session = createSessionStore();
export const acting = createActing(session, () => globalThis.sessionStorage);
export const gate = createGate(session);
export const refresh = createRefresh({ send, session, exclusively });

// What is asked for in other words than JSON is read as it comes.
export const api = createClient<paths, "application/json">({
  baseUrl: atService("/"),
  fetch: createTransport({ send, session, acting, refresh, stepUp: gate.pass, exclusively }),
});

/** The body of a good answer; anything else is thrown. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  await canBeTold();
  throw new Refusal(toProblem(error, response));
}

/** The first page comes without the words for what fails: nothing fails before they are here, where they can be had. */
const canBeTold = () => openAreas([]).catch(() => undefined);
