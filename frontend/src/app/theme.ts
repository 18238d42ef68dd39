/** Night blue, in contrasts that hold on both grounds. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

const night: MantineColorsTuple = [
  "#eef1fb",
  "#dce2f6",
  "#b8c4ec",
  "#9aabe5",
  "#7c93de",
  "#5c78d3",
  "#4c6acb",
  "#3c58b3",
  "#2f4795",
  "#233672",
];

const dark: MantineColorsTuple = [
  "#e3e7f1",
  "#c6ccdc",
  "#a3abc0",
  "#7d859b",
  "#454d63",
  "#343b4f",
  "#272d3e",
  "#1a1e2b",
  "#131620",
  "#0d0f16",
];

export const theme = createTheme({
  primaryColor: "night",
  primaryShade: { light: 7, dark: 6 },
  colors: { night, dark },
  black: "#1a1f30",
  defaultRadius: "md",
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif",
  fontFamilyMonospace:
    "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: "650" },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
  },
});

/** Where Mantine's own greys and reds are too pale to read. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#545b6e",
    "--mantine-color-placeholder": "#6a7184",
    "--mantine-color-error": "#b42318",
    "--mantine-color-anchor": "#2f4795",
    "--mantine-color-default-border": "#c3c9d8",
    "--nl-ground": "#f3f5fa",
    "--nl-line": "#e1e5ee",
    "--nl-edge": "#868da0",
    "--nl-lamp": "#8a5a00",
    "--nl-good": "#17693b",
    "--nl-good-ground": "#e3f5ea",
    "--nl-warn": "#7a4b00",
    "--nl-warn-ground": "#fdf1d8",
    "--nl-bad": "#a01c12",
    "--nl-bad-ground": "#fdeaea",
    "--nl-info": "#2f4795",
    "--nl-info-ground": "#eaeefb",
    "--nl-quiet": "#4b5266",
    "--nl-quiet-ground": "#eceff5",
  },
  dark: {
    "--mantine-color-dimmed": "#a3abc0",
    "--mantine-color-placeholder": "#8f97ac",
    "--mantine-color-error": "#ff9d92",
    "--mantine-color-anchor": "#a9b9ee",
    "--mantine-color-default-border": "#454d63",
    "--nl-ground": "#11131b",
    "--nl-line": "#2c3243",
    "--nl-edge": "#78809a",
    "--nl-lamp": "#ffd479",
    "--nl-good": "#8fdcae",
    "--nl-good-ground": "#16341f",
    "--nl-warn": "#ffd479",
    "--nl-warn-ground": "#3a2c0c",
    "--nl-bad": "#ffb0a8",
    "--nl-bad-ground": "#401a18",
    "--nl-info": "#b9c6f3",
    "--nl-info-ground": "#1e2845",
    "--nl-quiet": "#bcc3d5",
    "--nl-quiet-ground": "#262c3c",
  },
});
