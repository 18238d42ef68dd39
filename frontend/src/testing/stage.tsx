/** What a part of a page stands in. */
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from "@tanstack/react-router";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";

export function show(part: ReactNode) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  const shown = render(
    <QueryClientProvider client={queries}>
      <RouterContextProvider router={router as never}>
        <MantineProvider>{part}</MantineProvider>
      </RouterContextProvider>
    </QueryClientProvider>,
  );
  return { ...shown, queries, router };
}
