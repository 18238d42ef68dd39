import ts from "typescript";
import { expect, test } from "vitest";
import { ALWAYS, SOON } from "../../fluent/catalogue";
import { moduleAt, nodesOf, placeOf, sources } from "./sources";

interface Module {
  /** The areas that it says words of. */
  says: string[];
  /** What comes with it. */
  imports: string[];
  /** What is fetched later: whatever that says has to be open by then. */
  fetches: { module: string; opens: string[]; place: string }[];
}

const given = [...ALWAYS, ...SOON];

const modules = new Map(sources.map((file) => [file, read(file)]));

function read(file: string): Module {
  const found: Module = { says: [], imports: [], fetches: [] };
  for (const node of nodesOf(file)) {
    if (bringsAlong(node)) {
      const module = moduleAt(literal(node.moduleSpecifier), file);
      if (module) found.imports.push(module);
    }
    if (!ts.isCallExpression(node)) continue;
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const module = moduleAt(literal(node.arguments[0]), file);
      if (module) found.fetches.push({ module, opens: openedWith(node), place: placeOf(node, file) });
    }
    if (ts.isIdentifier(node.expression) && node.expression.text === "words")
      found.says.push(literal(node.arguments[0]));
  }
  return found;
}

/** An import, or an export of what another module has, that is more than types. */
function bringsAlong(node: ts.Node): node is ts.ImportDeclaration | ts.ExportDeclaration {
  if (ts.isImportDeclaration(node)) return !node.importClause?.isTypeOnly;
  return ts.isExportDeclaration(node) && !node.isTypeOnly;
}

/** `withWords(import("./page"), "area")`. */
function openedWith({ parent }: ts.CallExpression): string[] {
  if (!ts.isCallExpression(parent) || parent.expression.getText() !== "withWords") return [];
  return parent.arguments.slice(1).map(literal);
}

function literal(node: ts.Node | undefined): string {
  return node && ts.isStringLiteral(node) ? node.text : "";
}

function areasOf(file: string, seen = new Set<string>()): Set<string> {
  seen.add(file);
  const { says = [], imports = [] } = modules.get(file) ?? {};
  const further = imports
    .filter((module) => !seen.has(module))
    .flatMap((module) => [...areasOf(module, seen)]);
  return new Set([...says, ...further].filter((area) => area !== "" && !given.includes(area)));
}

test("a page is fetched together with the words that it says, and no others", () => {
  const wrong = [...modules.values()]
    .flatMap(({ fetches }) => fetches)
    .map(({ module, opens, place }) => ({ place, opens: opens.sort(), says: [...areasOf(module)].sort() }))
    .filter(({ opens, says }) => opens.join() !== says.join());
  expect(wrong).toEqual([]);
});

test("the app starts with the words that every page needs, and no others", () => {
  expect([...areasOf("app/main.tsx")]).toEqual([]);
});
