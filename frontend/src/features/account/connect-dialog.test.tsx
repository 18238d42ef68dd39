// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/stage";
import { ConnectDialog } from "./connect-dialog";

test("whoever cancels has nothing done", async () => {
  const onClose = vi.fn();
  show(
    <ConnectDialog provider={{ id: "01", name: "Example", startUrl: "/" }} hasPassword onClose={onClose} />,
  );
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onClose.mock.calls).toEqual([[]]);
});
