// The pages of documentation, run as they stand.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "../../../frontend/node_modules/typescript/lib/typescript.js";

export const README = new URL("../../../README.md", import.meta.url);

/** Runs a program with a package of Python's. */
export const withTool = fileURLToPath(new URL("../../../.ci/with-tool", import.meta.url));

/** A page of the folder with the guides. */
export const guide = (name) => new URL(`../../../docs/${name}`, import.meta.url);

/** The blocks of a page that are to be run one after the other. */
export async function walk(page) {
  return [...(await readFile(page, "utf8")).matchAll(/<!-- walk -->\n```bash\n(.*?)```/gs)].map(
    ([, block]) => block,
  );
}

/** The only block of a page in that language, or the only one that begins like this. */
export async function program(page, language, begins = "") {
  const found = (await readFile(page, "utf8")).matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "gs"));
  const blocks = [...found].map(([, block]) => block).filter((block) => block.startsWith(begins));
  if (blocks.length !== 1) throw new Error(`${blocks.length} blocks of ${language}`);
  return blocks[0];
}

/** A block that writes a file beside the others. */
export const write = (name, text) => `cat > ${name} <<'END OF FILE'\n${text}\nEND OF FILE`;

export function inJavaScript(typescript) {
  const options = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 };
  return ts.transpileModule(typescript, { compilerOptions: options }).outputText;
}

const PROGRAMS = fileURLToPath(new URL("../../../target/debug", import.meta.url));

/** Runs blocks as somebody would who has started the service, in a folder of their own; gives the lines that they print. */
export function run(service, blocks, more = {}) {
  const cwd = mkdtempSync(join(tmpdir(), "nightlatch-guide-"));
  try {
    const script = ["set -euo pipefail", ...blocks].join("\n");
    const PATH = `${PROGRAMS}:${process.env.PATH}`;
    const env = { PATH, URL: service.url, EMAIL: service.email, PASSWORD: service.password, ...more };
    return execFileSync("bash", ["-c", script], { cwd, env, encoding: "utf8" }).trim().split("\n");
  } finally {
    rmSync(cwd, { recursive: true });
  }
}
