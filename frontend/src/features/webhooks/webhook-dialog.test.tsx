// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { Webhook } from "@/api/types";
import { show } from "@/testing/stage";
import { ChangeDialog, CreateDialog } from "./webhook-dialog";

const webhook: Webhook = {
  id: "01",
  name: "Log",
  url: "https://log.example.org",
  events: ["*"],
  enabled: true,
  createdAt: "2026-01-01T00:00:00Z",
  createdBy: "02",
};

test.each([
  ["a new one", CreateDialog],
  ["a change", (props: { onClose: () => void }) => <ChangeDialog webhook={webhook} {...props} />],
])("whoever cancels %s has nothing done", async (_, Form) => {
  const onClose = vi.fn();
  show(<Form onClose={onClose} />);
  await userEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(onClose.mock.calls).toEqual([[]]);
});
