// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ada, authenticated, bob, json, refusal } from "@/testing/answers";
import { createExclusively } from "./exclusively";
import { createGate } from "./gate";
import { Cancelled } from "./problem";
import { createRefresh } from "./refresh";
import { createSessionStore } from "./session";
import { createTransport } from "./transport";
import type { User } from "./types";

type Service = (request: Request) => Promise<Response> | Response;

/** A page of its own, that talks to `service`. */
function page(service: Service, { now = Date.now, exclusively = createExclusively(undefined) } = {}) {
  const seen: { path: string; token: string | null; organization: string | null }[] = [];
  const session = createSessionStore(now);
  const gate = createGate(session);
  const acting: { elsewhere?: string; organizationId: () => string | undefined } = {
    organizationId: () => acting.elsewhere,
  };
  const send = vi.fn(async (request: Request) => {
    seen.push({
      path: new URL(request.url).pathname,
      token: bearer(request),
      organization: request.headers.get("nightlatch-organization"),
    });
    return service(request);
  });
  const refresh = createRefresh({ send, session, exclusively });
  const transport = createTransport({ send, session, acting, refresh, exclusively, stepUp: gate.pass });
  const ask = (path: string, init?: RequestInit) =>
    transport(new Request(`http://localhost:8080${path}`, init));
  return { session, gate, acting, refresh, ask, seen };
}

const isRefresh = (request: Request) => request.url.endsWith("/v1/auth/refresh");
const bearer = (request: Request) => request.headers.get("authorization");

describe("the token", () => {
  test("goes with every request, except where nobody is signed in yet", async () => {
    const { session, ask, seen } = page(() => json({}));
    session.adopt(authenticated("one"));
    await ask("/v1/me");
    await ask("/v1/auth/challenges/c/verify", { method: "POST", body: "{}" });
    expect(seen.map(({ token }) => token)).toEqual(["Bearer one", null]);
  });

  test("stays out of what a mailed link is good for by itself", async () => {
    const { session, ask, seen } = page(() => refusal(410, "link_expired"));
    session.adopt(authenticated("one"));
    const paths = ["invitation", "activate", "password/forgot", "password/reset", "email/confirm"];
    for (const path of paths) await ask(`/v1/auth/${path}`, { method: "POST", body: "{}" });
    expect(seen.map(({ token }) => token)).toEqual(paths.map(() => null));
    expect(session.token()).toBe("one");
  });

  test("is adopted from any answer that carries a session", async () => {
    const { session, ask } = page(() => json(authenticated("two")));
    session.adopt(authenticated("one"));
    await ask("/v1/me/password", { method: "POST", body: "{}" });
    expect(session.token()).toBe("two");
  });

  test("is renewed before it expires", async () => {
    let clock = 0;
    const { session, ask, seen } = page((request) => json(isRefresh(request) ? authenticated("two") : {}), {
      now: () => clock,
    });
    session.adopt(authenticated("one"));
    clock = 290_000;
    await ask("/v1/me");
    expect(seen.map(({ path }) => path)).toEqual(["/v1/auth/refresh", "/v1/me"]);
    expect(seen[1]?.token).toBe("Bearer two");
  });
});

describe("a dead token", () => {
  const service: Service = (request) => {
    if (isRefresh(request)) return json(authenticated("new"));
    return bearer(request) === "Bearer new" ? json({}) : refusal(401, "session_expired");
  };

  test("is refreshed once for all requests that fail together", async () => {
    const { session, ask, seen } = page(service);
    session.adopt(authenticated("old"));
    const answers = await Promise.all([ask("/v1/me"), ask("/v1/me/sessions"), ask("/v1/me/activity")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(seen.filter(({ path }) => path === "/v1/auth/refresh")).toHaveLength(1);
  });

  test("keeps the body of the request that is sent again", async () => {
    const bodies: string[] = [];
    const { session, ask } = page(async (request) => {
      if (!isRefresh(request)) bodies.push(await request.clone().text());
      return service(request);
    });
    session.adopt(authenticated("old"));
    await ask("/v1/users", { method: "POST", body: '{"a":1}' });
    expect(bodies).toEqual(['{"a":1}', '{"a":1}']);
  });

  test("ends the session when it cannot be refreshed", async () => {
    const { session, ask } = page(() => refusal(401, "session_expired"));
    session.adopt(authenticated("old"));
    expect((await ask("/v1/me")).status).toBe(401);
    expect(session.current()).toEqual({ phase: "anonymous", over: { because: "expired", email: ada.email } });
  });

  test("leaves the session alone while the service is down", async () => {
    const { session, refresh } = page(() => refusal(503, "overloaded"));
    session.adopt(authenticated("old"));
    await expect(refresh("old")).rejects.toThrow();
    expect(session.token()).toBe("old");
  });
});

describe("a cookie that is somebody else's by now", () => {
  function shared() {
    let clock = 0;
    const tab = page(
      (request) => {
        if (isRefresh(request)) return json(authenticated("bob's", bob));
        return bearer(request) === "Bearer ada's" ? refusal(401, "session_expired") : json({});
      },
      { now: () => clock },
    );
    tab.session.adopt(authenticated("ada's"));
    return { ...tab, wait: () => (clock = 290_000) };
  }
  const change = { method: "PATCH", body: '{"displayName":"Ada the Great"}' };
  const paths = (seen: { path: string }[]) => seen.map(({ path }) => path);
  const replaced = { phase: "anonymous", over: { because: "replaced", email: ada.email } };

  test("carries nothing that its owner has not asked for", async () => {
    const { session, ask, seen, wait } = shared();
    wait();
    await expect(ask("/v1/me", change)).rejects.toBeInstanceOf(Cancelled);
    expect(paths(seen)).toEqual(["/v1/auth/refresh"]);
    expect(session.current()).toEqual(replaced);
  });

  test("nor is it asked for by what comes after its end", async () => {
    const { session, ask, seen } = page((request) =>
      isRefresh(request) ? json(authenticated("bob's", bob)) : refusal(401, "unauthenticated"),
    );
    session.adopt(authenticated("ada's"));
    session.end("replaced");
    expect((await ask("/v1/me")).status).toBe(401);
    expect(paths(seen)).toEqual(["/v1/me"]);
    expect(session.current()).toEqual(replaced);
  });

  test("nor what was refused before", async () => {
    const { session, ask, seen } = shared();
    expect((await ask("/v1/me", change)).status).toBe(401);
    expect(paths(seen)).toEqual(["/v1/me", "/v1/auth/refresh"]);
    expect(session.current()).toEqual(replaced);
  });
});

test("two tabs never present the refresh cookie at the same time", async () => {
  let under = 0;
  let most = 0;
  const service: Service = async () => {
    most = Math.max(most, ++under);
    await new Promise((resolve) => setTimeout(resolve, 5));
    under--;
    return json(authenticated("new"));
  };
  // What Web Locks do over all tabs.
  const exclusively = createExclusively(undefined);
  const tabs = [page(service, { exclusively }), page(service, { exclusively })];
  await Promise.all(tabs.map(({ refresh }) => refresh(undefined)));
  expect(most).toBe(1);
});

describe("a second factor that is asked for again", () => {
  function guarded() {
    let passed = false;
    const tab = page(() => (passed ? json({}) : refusal(401, "step_up_required", { maxAge: 300 })));
    tab.session.adopt(authenticated("one"));
    const pass = () => {
      passed = true;
      tab.gate.settle(true);
    };
    return { ...tab, pass };
  }

  test("holds the requests back, and lets them go on", async () => {
    const { ask, gate, pass } = guarded();
    const answers = Promise.all([ask("/v1/users", { method: "POST", body: "{}" }), ask("/v1/policy")]);
    await vi.waitFor(() => expect(gate.isOpen()).toBe(true));
    pass();
    expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
    expect(gate.isOpen()).toBe(false);
  });

  test("cancels them when the person declines", async () => {
    const { ask, gate } = guarded();
    const answer = ask("/v1/policy");
    await vi.waitFor(() => expect(gate.isOpen()).toBe(true));
    gate.settle(false);
    await expect(answer).rejects.toBeInstanceOf(Cancelled);
  });

  test("is no longer asked for once the session is over", async () => {
    const { ask, gate, session } = guarded();
    const answer = ask("/v1/policy");
    const cancelled = expect(answer).rejects.toBeInstanceOf(Cancelled);
    await vi.waitFor(() => expect(gate.isOpen()).toBe(true));
    session.end("expired");
    expect(gate.isOpen()).toBe(false);
    await cancelled;
  });

  test("is not asked for by an answer that comes after the session", async () => {
    const { ask, gate, session } = guarded();
    const answer = ask("/v1/policy");
    session.end();
    await expect(answer).rejects.toBeInstanceOf(Cancelled);
    expect(gate.isOpen()).toBe(false);
  });

  test("is still asked for while news of the same session come", async () => {
    const { ask, gate, session, pass } = guarded();
    const answer = ask("/v1/policy");
    await vi.waitFor(() => expect(gate.isOpen()).toBe(true));
    session.adopt(authenticated("two"));
    expect(gate.isOpen()).toBe(true);
    pass();
    expect((await answer).status).toBe(200);
  });
});

test("a policy that was raised sends the person to the set-up", async () => {
  const { session, ask } = page(() => refusal(403, "enrollment_required"));
  session.adopt(authenticated("one"));
  await ask("/v1/me/sessions");
  expect(session.current()).toMatchObject({ phase: "signedIn", mustEnroll: true });
});

test("the token of a demanded enrollment is never refreshed", async () => {
  const { session, ask, seen } = page(() => refusal(401, "unauthenticated"));
  session.beginEnrollment("grant");
  await ask("/v1/me/authenticators", { method: "POST", body: "{}" });
  expect(seen).toMatchObject([{ path: "/v1/me/authenticators", token: "Bearer grant" }]);
});

describe("another organization", () => {
  const document: Described = JSON.parse(readFileSync(resolve("../openapi/openapi.json"), "utf8"));
  const root: User = { ...ada, permissions: ["organizations.write"] };

  test("is named wherever the service reads it, and nowhere else", async () => {
    const { session, acting, ask, seen } = page(() => json({}));
    session.adopt(authenticated("one"));
    acting.elsewhere = "03";
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
    for (const { path, method, operation } of operations) {
      seen.length = 0;
      await ask(path.replace(/{\w+}/g, "01"), { method });
      const read = operation.parameters?.some(({ $ref }) => $ref === "#/components/parameters/ActingIn");
      expect([path, method, seen[0]?.organization]).toEqual([path, method, read ? "03" : null]);
    }
    expect(operations.length).toBeGreaterThan(40);
  });

  test("stays the one that was meant while a second factor is asked for", async () => {
    let proven = false;
    const { session, gate, acting, ask, seen } = page(() =>
      proven ? json({}) : refusal(401, "step_up_required"),
    );
    session.adopt(authenticated("one"));
    acting.elsewhere = "03";
    const answer = ask("/v1/users", { method: "POST", body: "{}" });
    await vi.waitFor(() => expect(gate.isOpen()).toBe(true));
    acting.elsewhere = undefined;
    proven = true;
    gate.settle(true);
    await answer;
    expect(seen.map(({ organization }) => organization)).toEqual(["03", "03"]);
  });

  test("that is not there, or no longer for the caller: they are asked about", async () => {
    const { session, acting, ask, seen } = page((request) =>
      request.url.endsWith("/v1/me") ? json({ user: ada, notices: [] }) : refusal(404, "not_found"),
    );
    session.adopt(authenticated("one"));
    session.update({ user: root });
    await ask("/v1/users");
    expect(session.current()).toMatchObject({ user: root });
    acting.elsewhere = "03";
    expect((await ask("/v1/users")).status).toBe(404);
    expect(session.current()).toMatchObject({ user: ada });
    expect(seen.at(-1)).toEqual({ path: "/v1/me", token: "Bearer one", organization: null });
  });
});

interface Described {
  paths: Record<string, Record<string, { parameters?: { $ref?: string }[] }>>;
}
