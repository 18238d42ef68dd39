// @vitest-environment jsdom
import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { ActionButton } from "./action-button";
import { Form } from "./form";
import { useInsisted } from "./insisted";
import { OneTimeCode } from "./one-time-code";
import { TextField } from "./text-field";

function setUp() {
  const onSubmit = vi.fn();
  function Harness() {
    const [name, setName] = useState("");
    const [code, setCode] = useState<string>();
    const insisted = useInsisted();
    return (
      <MantineProvider>
        <Form ready={name !== "" && !!code} insisted={insisted} onSubmit={() => onSubmit(name, code)}>
          <TextField
            label="Name"
            value={name}
            error={insisted.missing(name === "")}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <OneTimeCode
            label="Code"
            lengths={[6]}
            error={insisted.missing(!code, "invalid_code")}
            onChange={setCode}
          />
          <ActionButton type="submit">Send</ActionButton>
        </Form>
      </MantineProvider>
    );
  }
  render(<Harness />);
  const [name, code] = screen.getAllByRole<HTMLInputElement>("textbox");
  const press = () => userEvent.click(screen.getByRole("button", { name: "Send" }));
  return { onSubmit, name, code, press };
}

const descriptionOf = (field: HTMLInputElement | undefined) =>
  document.getElementById(field?.getAttribute("aria-describedby") ?? "")?.textContent;

test("nothing is said before somebody goes on", () => {
  const { name, code } = setUp();
  expect(name?.getAttribute("aria-invalid")).toBeNull();
  expect(code?.getAttribute("aria-invalid")).toBeNull();
});

test("whoever goes on too early is told what lacks, and led to the first of it, each time", async () => {
  const { onSubmit, name, code, press } = setUp();
  await press();
  expect(document.activeElement).toBe(name);
  expect(descriptionOf(name)).toBe("Please fill this in.");
  expect(descriptionOf(code)).toBe("This is not a whole code.");
  await userEvent.keyboard("Ada");
  expect(name?.getAttribute("aria-invalid")).toBeNull();
  await press();
  expect(document.activeElement).toBe(code);
  await press();
  expect(document.activeElement).toBe(code);
  expect(onSubmit).not.toHaveBeenCalled();
});

test("Enter does the same as the button, and goes on once all is there", async () => {
  const { onSubmit, name, code } = setUp();
  await userEvent.type(code as HTMLInputElement, "123{Enter}");
  expect(document.activeElement).toBe(name);
  await userEvent.keyboard("Ada");
  await userEvent.type(code as HTMLInputElement, "456{Enter}");
  expect(onSubmit.mock.calls).toEqual([["Ada", "123456"]]);
});
