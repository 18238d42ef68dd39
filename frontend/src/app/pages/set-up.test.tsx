// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from "@tanstack/react-router";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Unreachable } from "@/api/problem";
import { signOut } from "@/api/sign-out";
import { SetUp } from "./set-up";

vi.mock(import("@/api/sign-out"), async (original) => ({ ...(await original()), signOut: vi.fn() }));

test("whoever cannot be signed out is told so", async () => {
  vi.mocked(signOut).mockRejectedValue(new Unreachable());
  const root = createRootRoute();
  const page = createRoute({
    getParentRoute: () => root,
    path: "/set-up",
    loader: () => ({ offers: ["totp"], state: "notEnabled" }),
    component: SetUp,
  });
  const history = createMemoryHistory({ initialEntries: ["/set-up"] });
  const router = createRouter({ routeTree: root.addChildren([page]), history });
  render(
    <MantineProvider>
      <RouterProvider router={router as never} />
    </MantineProvider>,
  );
  await userEvent.click(await screen.findByRole("button", { name: "Sign out instead" }));
  expect(await screen.findByText(/cannot be reached/)).toBeTruthy();
});
