import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { fluent } from "./fluent/plugin.ts";
import { themeVariables } from "./theme/plugin.ts";

/** What every page is drawn with. The hook that changes the colour scheme is left out: only the palette and My account do that. */
const FRAME =
  /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack\/(react-)?(router|store|router-core|history)|@mantine\/core\/esm\/(core(?!.*use-mantine-color-scheme)|components\/(Button|Loader|Transition|UnstyledButton)))\/|vite\/preload-helper/;

/** What the sign-in page is drawn with besides: every other page has use for most of it. */
const FIRST =
  /src\/(app\/pages\/sign-in|features\/login\/(api|flow|password-form|words)|ui\/((email|password|text)-field|field-error)|lib\/(memory|patterns|rich-words|words))\./;

const service = process.env.NIGHTLATCH_URL ?? "http://localhost:8080";

export default defineConfig({
  plugins: [react(), fluent(), themeVariables()],
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // React has had it for long: no need to carry what older ones lack.
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
      "use-sync-external-store/shim": "react",
    },
  },
  build: {
    target: "es2022",
    // Every browser that runs this target preloads modules by itself.
    modulePreload: { polyfill: false },
    // The test of the sign-in page's weight follows the imports that the manifest lists.
    manifest: true,
    // The content security policy allows no data: in scripts, and an inlined asset would not be cached.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Whole pieces weigh less than their parts, and come sooner. The one that every page is drawn with outlasts our releases.
        codeSplitting: {
          groups: [
            { name: "frame", test: FRAME },
            { name: "first", test: FIRST },
          ],
        },
      },
    },
  },
  server: {
    // The service takes writes from its own origin only.
    proxy: { "/v1": { target: service, changeOrigin: true, headers: { origin: service } } },
  },
  test: {
    // Most of it needs no page; a test that does asks for one in its first line.
    environment: "node",
    environmentOptions: { jsdom: { url: "http://localhost:8080/" } },
    setupFiles: ["src/testing/setup.ts"],
    restoreMocks: true,
    // A busy machine is no failure.
    testTimeout: 30_000,
  },
});
