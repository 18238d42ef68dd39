// @vitest-environment jsdom
import { setTimeout } from "node:timers/promises";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Refusal, Unreachable } from "@/api/problem";
import type { TwoFactor } from "@/api/types";
import { show } from "@/testing/stage";
import { disable } from "./changes";
import { TurnOffDialog } from "./turn-off-dialog";

vi.mock(import("./changes"), async (original) => ({ ...(await original()), disable: vi.fn() }));

const held = { mode: "optional", authenticators: [{ digits: 6 }], passkeys: [] as unknown } as TwoFactor;

/** Not before it is drawn that an answer is waited for. */
function failWith(why: Error): void {
  vi.mocked(disable).mockImplementationOnce(() => setTimeout(20).then(() => Promise.reject(why)));
}

test("a code that nobody judged stays for another try, and one that was wrong does not", async () => {
  show(<TurnOffDialog twoFactor={held} onClose={() => undefined} />);
  await userEvent.type(screen.getByLabelText("Password"), "secret");
  await userEvent.type(screen.getByRole("textbox"), "123456");

  failWith(new Unreachable());
  await userEvent.click(screen.getByRole("button", { name: "Turn off" }));
  await screen.findByText(/cannot be reached/);

  const rejected = { code: "code_rejected", status: 422, title: "", type: "", instance: "" } as const;
  failWith(new Refusal(rejected));
  await userEvent.click(screen.getByRole("button", { name: "Turn off" }));
  await screen.findByText(/not right/);
  expect(vi.mocked(disable).mock.calls.map(([order]) => order.code)).toEqual(["123456", "123456"]);
  await waitFor(() => expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe(""));
  expect(document.activeElement).toBe(screen.getByRole("textbox"));
});
