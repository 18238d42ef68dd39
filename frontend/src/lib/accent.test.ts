import { describe, expect, test } from "vitest";
import { accentStyles, contrast, isColour, type Scheme, shadesOf } from "./accent";

const SCHEMES: Scheme[] = ["light", "dark"];
/** What text stands on: cards, pages, fields, messages of every kind. */
const GROUNDS: Record<Scheme, string[]> = {
  light: ["#ffffff", "#f3f5fa", "#e1e5ee", "#eceff5", "#eaeefb", "#e3f5ea", "#fdf1d8", "#fdeaea"],
  dark: ["#1a1e2b", "#11131b", "#2c3243", "#262c3c", "#1e2845", "#16341f", "#3a2c0c", "#401a18", "#272d3e"],
};

/** A grid through all colours, with the nasty ones. */
function* colours(): Generator<string> {
  const hex = (value: number) => value.toString(16).padStart(2, "0");
  const steps = [0, 1, 51, 102, 118, 119, 153, 204, 254, 255];
  for (const red of steps)
    for (const green of steps) for (const blue of steps) yield `#${hex(red)}${hex(green)}${hex(blue)}`;
}

test("contrast is as WCAG has it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#ffff00", "#ffffff")).toBeCloseTo(1.074, 3);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.542, 3);
  expect(contrast("#123456", "#123456")).toBe(1);
});

describe.each(SCHEMES)("whichever colour is chosen, on %s grounds", (scheme) => {
  test("what is written on buttons can be read", () => {
    for (const colour of colours()) {
      const { fill, hover, on } = shadesOf(colour, scheme);
      expect(fill).toBe(colour);
      expect(contrast(on, fill)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(on, hover)).toBeGreaterThanOrEqual(contrast(on, fill));
    }
  });

  test("links and marks can be read, and buttons be seen", () => {
    for (const colour of colours()) {
      const { edge, text } = shadesOf(colour, scheme);
      for (const ground of GROUNDS[scheme]) {
        expect(contrast(text, ground), `${colour} as ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(edge, ground), `${colour} in ${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});

test("a colour that can be read stays as it is", () => {
  expect(shadesOf("#3C58B3", "light")).toMatchObject({ fill: "#3c58b3", on: "#ffffff", text: "#3c58b3" });
  expect(shadesOf("#ffd479", "dark")).toMatchObject({ on: "#000000", edge: "#ffd479", text: "#ffd479" });
});

// The service's own shades, in its mails, are tested with the same ones.
test.each([
  ["#ffff00", "light", "#000000", "#696900"],
  ["#ffff00", "dark", "#000000", "#ffff00"],
  ["#000000", "light", "#ffffff", "#000000"],
  ["#000000", "dark", "#ffffff", "#9c9c9c"],
  ["#ff0000", "light", "#000000", "#cf0000"],
  ["#ff0000", "dark", "#000000", "#ff6969"],
  ["#808080", "light", "#000000", "#666666"],
] as const)("%s on %s grounds", (accent, scheme, on, text) => {
  expect(shadesOf(accent, scheme)).toMatchObject({ on, text });
});

test("a colour is written with six digits", () => {
  expect(["#3c58b3", "#FFFF00"].filter(isColour)).toHaveLength(2);
  expect(
    ["", "#fff", "3c58b3", "#3c58b3f", "#3c58bg", "red", " #3c58b3", "#3c58b3\n"].filter(isColour),
  ).toEqual([]);
});

test("the style sheet has both schemes and nothing but colours in it", () => {
  const styles = accentStyles("#ffff00");
  expect(styles).toContain(`:root[data-mantine-color-scheme="light"]{--nl-accent:#ffff00;`);
  expect(styles).toContain(`:root[data-mantine-color-scheme="dark"]{--nl-accent:#ffff00;`);
  expect(styles.match(/:#[0-9a-f]{6}[;}]/g)?.length).toBeGreaterThan(12);
});

test.each(SCHEMES)("what is ticked has the colour on %s grounds, too", (scheme) => {
  const { text } = shadesOf("#c2410c", scheme);
  const sheet = accentStyles("#c2410c")
    .split("}")
    .find((rule) => rule.includes(`"${scheme}"`));
  expect(sheet).toContain(`--mantine-color-night-filled:${text}`);
});
