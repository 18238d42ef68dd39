/** What the security page shows. */
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { mine } from "@/api/queries";

const PAGE = 20;

export const recoveryCodes = queryOptions({
  queryKey: [...mine, "recovery-codes"],
  queryFn: () => answer(api.GET("/v1/me/recovery-codes")),
});

export const sessions = queryOptions({
  queryKey: [...mine, "sessions"],
  queryFn: () => answer(api.GET("/v1/me/sessions")),
});

export const trustedDevices = queryOptions({
  queryKey: [...mine, "trusted-devices"],
  queryFn: () => answer(api.GET("/v1/me/trusted-devices")),
});

export const activity = infiniteQueryOptions({
  queryKey: [...mine, "activity"],
  queryFn: ({ pageParam }) =>
    answer(api.GET("/v1/me/activity", { params: { query: { limit: PAGE, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});
