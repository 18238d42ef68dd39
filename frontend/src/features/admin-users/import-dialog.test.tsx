// @vitest-environment jsdom
import { act, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/stage";
import { importUsers } from "./changes";
import { ImportDialog } from "./import-dialog";

vi.mock(import("./changes"), async (original) => ({ ...(await original()), importUsers: vi.fn() }));

async function choose(file: File) {
  const shown = show(<ImportDialog onClose={() => undefined} />);
  await userEvent.upload(screen.getByLabelText("File"), file);
  await userEvent.click(screen.getByRole("button", { name: "Check the file" }));
  return shown;
}

test("a file that cannot be read is said to be none", async () => {
  const file = new File(["{}"], "people.jsonl");
  file.text = () => Promise.reject(new DOMException("", "NotReadableError"));
  await choose(file);
  expect(screen.getByText(/^This file cannot be read\./)).toBeTruthy();
});

test("whoever leaves before the file is through is asked first", async () => {
  vi.mocked(importUsers).mockReturnValue(new Promise(() => undefined));
  const { router } = await choose(new File(["{}"], "people.jsonl"));
  await screen.findByText("Please leave this page open until it is finished.");
  act(() => router.history.push("/security"));
  expect(await screen.findByText("Leave before it is finished?")).toBeTruthy();
  expect(screen.getByText(/^Nothing is imported yet\./)).toBeTruthy();
});
