/** How far the organization has come. */
import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const overview = queryOptions({
  queryKey: ["overview"],
  queryFn: () => answer(api.GET("/v1/overview")),
  // Counted over everybody: often enough for figures that change by the day.
  staleTime: 60_000,
});
