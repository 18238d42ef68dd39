// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { Appearance } from "./appearance";

const shown = () => document.documentElement.getAttribute("data-mantine-color-scheme");

test("light or dark is chosen at once, and the system's choice can be had back", async () => {
  render(
    <MantineProvider defaultColorScheme="auto">
      <Appearance />
    </MantineProvider>,
  );
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Like the system" }).checked).toBe(true);
  await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
  expect(shown()).toBe("dark");
  await userEvent.click(screen.getByRole("radio", { name: "Light" }));
  expect(shown()).toBe("light");
  await userEvent.click(screen.getByRole("radio", { name: "Like the system" }));
  expect(localStorage.getItem("mantine-color-scheme-value")).toBe("auto");
});
