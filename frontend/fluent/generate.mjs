// Writes the types of the catalogue; Vite reads the TypeScript that makes them.
import { writeFile } from "node:fs/promises";
import { runnerImport } from "vite";

const { module } = await runnerImport(new URL("./types.ts", import.meta.url).pathname);
await writeFile(new URL("../src/lib/catalogue.ts", import.meta.url), module.catalogueAsTypes());
