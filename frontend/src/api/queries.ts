/** What several parts of the app ask about the signed-in person and their organization. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "./client";

/** Everything under this key is the signed-in person's own. */
export const mine = ["mine"];

/** Everything under this key is about the installation, whichever organization one administers. */
export const installation = ["installation"];

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
