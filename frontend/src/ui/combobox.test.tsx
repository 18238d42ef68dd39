// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { expect, test } from "vitest";
import { Combobox } from "./combobox";

const people = [
  { id: "1", name: "Fay", detail: "fay@example.org" },
  { id: "2", name: "Fred", detail: "fred@example.org" },
  { id: "3", name: "Gus", detail: "gus@example.org" },
];

function Stage() {
  const [sought, setSought] = useState("");
  const [id, setId] = useState<string>();
  return (
    <Combobox
      label="Who"
      placeholder="Name"
      maxLength={100}
      chosen={people.find((person) => person.id === id)?.name}
      choices={sought ? people.filter(({ detail }) => detail.startsWith(sought)) : undefined}
      onSearch={setSought}
      onChoose={setId}
    />
  );
}

function open() {
  render(<Stage />, { wrapper: ({ children }) => <MantineProvider>{children}</MantineProvider> });
  const field = screen.getByRole<HTMLInputElement>("combobox", { name: "Who" });
  const active = () => document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
  return { field, active, keys: userEvent.setup() };
}

test("whoever fits is chosen by keyboard", async () => {
  const { field, active, keys } = open();
  expect(field.getAttribute("aria-expanded")).toBe("false");
  await keys.type(field, "f");
  expect(screen.getAllByRole("option")).toHaveLength(2);
  expect(field.getAttribute("aria-expanded")).toBe("true");
  expect(active()?.textContent).toMatch(/^Fay/);
  expect(screen.getByRole("status").textContent).toBe("2 found.");
  await keys.keyboard("{ArrowDown}{Enter}");
  expect(field.value).toBe("Fred");
  expect(screen.queryByRole("option")).toBeNull();
});

test("it is chosen by a press, and the field keeps the focus", async () => {
  const { field, keys } = open();
  await keys.type(field, "g");
  await keys.click(screen.getByRole("option", { name: /Gus/ }));
  expect(field.value).toBe("Gus");
  expect(document.activeElement).toBe(field);
});

test("what is typed and not chosen is forgotten", async () => {
  const { field, keys } = open();
  await keys.type(field, "g{Enter}");
  await keys.type(field, "f{Escape}");
  expect(field.value).toBe("Gus");
  await keys.type(field, "f");
  await keys.tab();
  expect(field.value).toBe("Gus");
});

test("the choice is taken back by an empty field, or by the button in it", async () => {
  const { field, keys } = open();
  await keys.type(field, "g{Enter}");
  await keys.clear(field);
  expect(field.value).toBe("");
  await keys.type(field, "g{Enter}");
  await keys.click(screen.getByRole("button", { name: "Clear “Who”" }));
  expect(field.value).toBe("");
  expect(document.activeElement).toBe(field);
});

test("it says so where nobody fits", async () => {
  const { field, active, keys } = open();
  await keys.type(field, "x");
  expect(screen.getByRole("status").textContent).toBe("Nobody found.");
  expect(active()).toBeNull();
  expect(field.getAttribute("aria-expanded")).toBe("false");
});
