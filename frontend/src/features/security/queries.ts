/** What the security page shows. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { paged } from "@/api/paged";
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

export const activity = paged([...mine, "activity"], ({ pageParam: cursor }) =>
  answer(api.GET("/v1/me/activity", { params: { query: { limit: PAGE, cursor } } })),
);
