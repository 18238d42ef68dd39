// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { show } from "@/testing/stage";
import { FormDialog } from "./form-dialog";

function open(state: { busy?: boolean; leavable?: boolean }) {
  const [onSubmit, onClose] = [vi.fn(), vi.fn()];
  show(
    <FormDialog title="Ask" action="Do it" {...state} onSubmit={onSubmit} onClose={onClose}>
      <input aria-label="Name" />
    </FormDialog>,
  );
  const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
  return { onSubmit, onClose, press };
}

test("it is left without the press that leaves it", async () => {
  const { onSubmit, onClose, press } = open({});
  await press("Cancel");
  expect(onClose.mock.calls).toEqual([[]]);
  await press("Do it");
  expect(onSubmit).toHaveBeenCalledTimes(1);
});

test("what is under way is waited for, and not begun again", async () => {
  const { onSubmit, onClose, press } = open({ busy: true });
  await press("Cancel");
  await userEvent.type(screen.getByLabelText("Name"), "Ada{Enter}");
  expect([onSubmit, onClose].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test("where it waits for the person, it can be left", async () => {
  const { onClose, press } = open({ busy: true, leavable: true });
  await press("Cancel");
  expect(onClose).toHaveBeenCalledTimes(1);
});
