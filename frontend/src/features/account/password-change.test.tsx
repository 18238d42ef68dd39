// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { authenticated } from "@/testing/answers";
import { show } from "@/testing/stage";
import { changePassword } from "./api";
import { PasswordChange } from "./password-change";

vi.mock(import("./api"), async (original) => ({ ...(await original()), changePassword: vi.fn() }));

test("what is emptied after a change is not called missing, even where something was before", async () => {
  vi.mocked(changePassword).mockResolvedValue(authenticated("two"));
  show(<PasswordChange />);
  const press = () => userEvent.click(screen.getByRole("button", { name: "Change password" }));
  await press();
  expect(screen.getAllByText("Please fill this in.")).toHaveLength(2);
  for (const label of ["Current password", "New password"])
    await userEvent.type(screen.getByLabelText(label), "correct horse battery");
  await press();
  await screen.findByText("Your password is changed.", { exact: false });
  expect(screen.queryAllByText("Please fill this in.")).toEqual([]);
});
