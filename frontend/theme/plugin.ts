/** The theme's variables as a style sheet, written when the app is built: no page carries styles inline. */
import {
  convertCssVariables,
  DEFAULT_THEME,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from "@mantine/core";
import type { Plugin } from "vite";
import { theme } from "../src/app/theme.ts";

const SHEET = "virtual:theme.css";

export function themeVariables(): Plugin {
  return {
    name: "theme-variables",
    resolveId: (id) => (id === SHEET ? `\0${SHEET}` : undefined),
    load: (id) => (id === `\0${SHEET}` ? written() : undefined),
  };
}

function written(): string {
  const { variables, light, dark } = defaultCssVariablesResolver(mergeMantineTheme(DEFAULT_THEME, theme));
  // On the same elements as Mantine's own sheet, which this takes the place of.
  return convertCssVariables({
    variables,
    light: { "--mantine-color-scheme": "light", ...light },
    dark: { "--mantine-color-scheme": "dark", ...dark },
  });
}
