/** What several parts of the app ask about the signed-in person and their organization. */
import { queryOptions, skipToken } from "@tanstack/react-query";
import { answer, api } from "./client";

/** Everything under this key is the signed-in person's own. */
export const mine = ["mine"];

/** Everything under this key is about the installation, whichever organization one administers. */
export const installation = ["installation"];

/** Everything under this key is about the organization's users. */
export const everyone = ["users"];

export const me = queryOptions({
  queryKey: [...mine, "profile"],
  queryFn: () => answer(api.GET("/v1/me")),
});

export const twoFactor = queryOptions({
  queryKey: [...mine, "two-factor"],
  queryFn: () => answer(api.GET("/v1/me/two-factor")),
});

export const policy = queryOptions({
  queryKey: ["policy"],
  queryFn: () => answer(api.GET("/v1/policy")),
});

export const roles = queryOptions({
  queryKey: ["roles"],
  queryFn: () => answer(api.GET("/v1/roles")),
});

export const userOf = (id: string) =>
  queryOptions({
    queryKey: [...everyone, "one", id],
    queryFn: () => answer(api.GET("/v1/users/{id}", { params: { path: { id } } })),
    // The user sets up anew while the administrator looks elsewhere: who comes back sees what holds now.
    staleTime: 0,
  });

/** So many can be looked through; whoever seeks somebody else types on. */
const FOUND = 8;

/** Those whose name or address the text fits; nobody is sought without one. */
export const peopleLike = (q: string) =>
  queryOptions({
    queryKey: [...everyone, "like", q],
    queryFn: q
      ? ({ signal }) => answer(api.GET("/v1/users", { params: { query: { q, limit: FOUND } }, signal }))
      : skipToken,
  });
