/** Light or dark, as somebody wants it in this browser. */
import { type MantineColorScheme, useMantineColorScheme } from "@mantine/core";

export const SCHEMES = ["auto", "light", "dark"] as const satisfies MantineColorScheme[];

/** To still transitions Mantine would put a style into the page, which the content security policy does not allow. */
export const useColourScheme = () => useMantineColorScheme({ keepTransitions: true });
