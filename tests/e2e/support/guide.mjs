// The pages of documentation, run as they stand.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "../../../frontend/node_modules/typescript/lib/typescript.js";

export const README = new URL("../../../README.md", import.meta.url);

/** Runs a program with a package of Python's. */
export const withTool = fileURLToPath(new URL("../../../.ci/with-tool", import.meta.url));

/** A page of the folder with the guides. */
export const guide = (name) => new URL(`../../../docs/${name}`, import.meta.url);

/** The blocks of a page that are to be run one after the other. */
export async function walk(page) {
  return [...(await readFile(page, "utf8")).matchAll(/<!-- walk -->\n```bash\n(.*?)```/gs)].map(([, block]) => block);
}

/** The only block of a page in that language. */
export async function program(page, language) {
  const blocks = [...(await readFile(page, "utf8")).matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"))];
  if (blocks.length !== 1) throw new Error(`${blocks.length} blocks of ${language}`);
  return blocks[0][1];
}

export function inJavaScript(typescript) {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(typescript, { compilerOptions: options }).outputText;
}

/** Runs blocks as somebody would who has started the service; gives the lines that they print. */
export function run(service, blocks, more = {}) {
  const script = ["set -euo pipefail", ...blocks].join("\n");
  const { PATH } = process.env;
  const env = { PATH, URL: service.url, EMAIL: service.email, PASSWORD: service.password, ...more };
  return execFileSync("bash", ["-c", script], { env, encoding: "utf8" }).trim().split("\n");
}
