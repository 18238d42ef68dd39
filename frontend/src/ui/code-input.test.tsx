// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { CodeInput } from "./code-input";

function Harness({ onComplete, busy }: { onComplete: (code: string) => void; busy?: boolean }) {
  const [value, setValue] = useState("");
  return (
    <MantineProvider>
      <CodeInput
        label="Code"
        length={6}
        value={value}
        onChange={setValue}
        onComplete={onComplete}
        busy={busy}
        focusRound={0}
      />
      <button type="button">After it</button>
    </MantineProvider>
  );
}

function setUp(busy?: boolean) {
  const onComplete = vi.fn();
  const { container } = render(<Harness onComplete={onComplete} busy={busy} />);
  const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Code" });
  const boxes = () => [...container.querySelectorAll("span[aria-hidden]")].map((box) => box.textContent);
  return { user: userEvent.setup(), onComplete, field, boxes, code: () => boxes().join("") };
}

test("it is one stop of the Tab key", async () => {
  const { user, field } = setUp();
  expect(document.activeElement).toBe(field);
  await user.tab();
  expect(document.activeElement).toBe(screen.getByRole("button"));
});

test("typing fills box after box, and sends the code off once", async () => {
  const { user, onComplete, boxes } = setUp();
  await user.keyboard("123");
  expect(boxes()).toEqual(["1", "2", "3", "", "", ""]);
  await user.keyboard("456");
  expect(onComplete.mock.calls).toEqual([["123456"]]);
  await user.keyboard("7");
  expect(onComplete).toHaveBeenCalledOnce();
});

test("a pasted code sends itself off, whatever stood there", async () => {
  const { user, onComplete } = setUp();
  await user.keyboard("98");
  await user.paste("123 456");
  expect(onComplete.mock.calls).toEqual([["123456"]]);
});

test("a part of a code goes where it is put", async () => {
  const { user, code } = setUp();
  await user.keyboard("16");
  await user.keyboard("{ArrowLeft}");
  await user.paste("2-3");
  expect(code()).toBe("1236");
});

test("a code that is filled in sends itself off", () => {
  const { onComplete, field } = setUp();
  fireEvent.change(field, { target: { value: "123456" } });
  expect(onComplete.mock.calls).toEqual([["123456"]]);
});

test("what is no digit changes nothing, also not where the next one goes", async () => {
  const { user, code } = setUp();
  await user.keyboard("13{ArrowLeft}x2");
  expect(code()).toBe("123");
});

test("a mistake is put right with the keys of any field", async () => {
  const { user, onComplete, code } = setUp();
  await user.keyboard("129{Backspace}{Backspace}3456");
  expect(code()).toBe("13456");
  await user.keyboard("{Home}{Delete}");
  expect(code()).toBe("3456");
  await user.keyboard("{End}{Backspace}");
  expect(code()).toBe("345");
  expect(onComplete).not.toHaveBeenCalled();
});

test("what is cut is gone", async () => {
  const { user, field, code } = setUp();
  await user.keyboard("1234");
  field.setSelectionRange(1, 3);
  await user.cut();
  expect(code()).toBe("14");
});

test("digits that a keyboard composes are left alone until it is done", () => {
  const { field, boxes, onComplete } = setUp();
  fireEvent.compositionStart(field);
  fireEvent.input(field, { target: { value: "１２" }, isComposing: true });
  expect(field.value).toBe("１２");
  expect(boxes().join("")).toBe("12");
  fireEvent.input(field, { target: { value: "１２３４５６" }, isComposing: true });
  expect(onComplete).not.toHaveBeenCalled();
  fireEvent.compositionEnd(field);
  expect(field.value).toBe("123456");
  expect(onComplete.mock.calls).toEqual([["123456"]]);
});

test("while a code is on its way, it keeps the focus and takes nothing", async () => {
  const { user, code, field } = setUp(true);
  await user.keyboard("1");
  await user.paste("123456");
  expect(code()).toBe("");
  expect(document.activeElement).toBe(field);
});
