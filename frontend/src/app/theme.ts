/** Night blue, in contrasts that hold on both grounds. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";
import { OURS } from "../lib/ours.ts";

const night: MantineColorsTuple = [
  "#eef1fb",
  "#dce2f6",
  "#b8c4ec",
  "#9aabe5",
  "#7c93de",
  "#5c78d3",
  OURS.dark,
  OURS.light,
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
