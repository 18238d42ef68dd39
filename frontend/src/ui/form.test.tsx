// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { ActionButton } from "./action-button";
import { Form } from "./form";

/** Works as a mutation does: that it is busy is drawn a task later. */
function Harness({ onSend }: { onSend: () => void }) {
  const [busy, setBusy] = useState(false);
  const send = () => {
    onSend();
    setTimeout(() => setBusy(true), 10);
    setTimeout(() => setBusy(false), 50);
  };
  return (
    <MantineProvider>
      <Form onSubmit={send}>
        <ActionButton type="submit" loading={busy}>
          Create
        </ActionButton>
      </Form>
      <ActionButton onClick={send} loading={busy}>
        Test
      </ActionButton>
    </MantineProvider>
  );
}

const ended = () => act(() => vi.advanceTimersByTimeAsync(1000));

test.each(["Create", "Test"])("two presses of %s within a task are one", async (name) => {
  vi.useFakeTimers();
  const onSend = vi.fn();
  render(<Harness onSend={onSend} />);
  const button = screen.getByRole("button", { name });
  act(() => {
    button.click();
    button.click();
  });
  expect(onSend).toHaveBeenCalledTimes(1);
  await ended();
  fireEvent.click(button);
  expect(onSend).toHaveBeenCalledTimes(2);
  await ended();
  vi.useRealTimers();
});

test("the next press comes through as soon as the one before has ended, drawn or not", async () => {
  const onSend = vi.fn(() => Promise.resolve());
  render(
    <MantineProvider>
      <Form onSubmit={onSend}>
        <ActionButton type="submit">Sign in</ActionButton>
      </Form>
    </MantineProvider>,
  );
  const button = screen.getByRole("button", { name: "Sign in" });
  await act(async () => {
    button.click();
    button.click();
  });
  expect(onSend).toHaveBeenCalledTimes(1);
  await act(async () => button.click());
  expect(onSend).toHaveBeenCalledTimes(2);
});

test("what a press has opened is opened again as soon as it is closed", () => {
  const onOpen = vi.fn();
  render(
    <MantineProvider>
      <ActionButton onClick={onOpen}>Remove</ActionButton>
    </MantineProvider>,
  );
  const button = screen.getByRole("button", { name: "Remove" });
  const press = () => {
    act(() => button.focus());
    act(() => button.click());
  };
  press();
  // As a dialog does that takes the focus.
  act(() => button.blur());
  press();
  expect(onOpen).toHaveBeenCalledTimes(2);
});
