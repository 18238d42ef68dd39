/** The app: theme, routes, and a session that is restored before the first page. */
import "virtual:theme.css";
import "./palette.css";
import "./base.css";
import "./contrast.css";
import { MantineProvider } from "@mantine/core";
import { RouterProvider } from "@tanstack/react-router";
import { router } from "./router";
import { theme } from "./theme";

export function App() {
  return (
    // Their styles are files: the content security policy allows none that stand in the page.
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <RouterProvider router={router} />
    </MantineProvider>
  );
}
