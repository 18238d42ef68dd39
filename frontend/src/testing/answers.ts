/** Answers as the service gives them. */
import type { Authenticated, Problem, User } from "@/api/types";

export const ada: User = {
  id: "01",
  organizationId: "02",
  email: "ada@example.org",
  emailVerified: true,
  displayName: "Ada",
  language: "en",
  roles: ["member"],
  permissions: [],
};

export const bob: User = { ...ada, id: "04", email: "bob@example.org", displayName: "Bob" };

export function authenticated(accessToken: string, user = ada): Authenticated {
  return { session: { accessToken, tokenType: "Bearer", expiresIn: 300, user }, notices: [] };
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
}

export function refusal(status: number, code: Problem["code"], extra: Partial<Problem> = {}): Response {
  const problem: Problem = { type: "about:blank", title: code, status, instance: "/", code, ...extra };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { "content-type": "application/problem+json" },
  });
}
