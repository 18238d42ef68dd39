/** The app's own modules, as the tests of its house rules read them. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const root = resolve("src");

/** Without tests, and what is made for tests. */
export const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$/.test(file) && !file.startsWith("testing"),
);

export const textOf = (file: string): string => readFileSync(join(root, file), "utf8");

/** Each node of a module, parents known. */
export function nodesOf(file: string): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, textOf(file), ts.ScriptTarget.Latest, true));
  return nodes;
}

/** The module of the app that an import means, or nothing where it is none. */
export function moduleAt(specifier: string, from: string): string | undefined {
  const path = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".") && relative(root, resolve(root, dirname(from), specifier));
  return path ? sources.find((file) => file === `${path}.ts` || file === `${path}.tsx`) : undefined;
}

/** `lib/words.ts:12`, for a message. */
export function placeOf(node: ts.Node, file: string): string {
  const { line } = node.getSourceFile().getLineAndCharacterOfPosition(node.getStart());
  return `${file}:${line + 1}`;
}
