import ts from "typescript";
import { expect, test } from "vitest";
import { nodesOf, placeOf, sources } from "./sources";

const speaking = sources.filter((file) => /^(app|ui|lib|features|api\/messages)/.test(file));

/** What a component, or a plain object that describes one, shows or has read out. */
const SHOWN =
  /^(label|title|placeholder|description|alt|error|legend|caption|summary|question|loss|action|wayOut|intro|reason|message|words|aria-(label|description|roledescription|valuetext))$/;

/** Names that are the same in every language. */
const NAMES = new Set(["Nightlatch"]);

const speaks = (text: string) => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

/** Two words side by side are no key, and no name of anything. */
const isSentence = (text: string) => /\p{L}{2,}[,:;]? \p{L}+/u.test(text);

/** Text in code that people would read. */
function wordsIn(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return speaks(node.text) ? node.text.trim() : undefined;
  const text = textOf(node);
  if (text === undefined || !speaks(text) || isImport(node)) return undefined;
  if (isShown(node) || (isSentence(text) && !isStyle(node))) return text;
  return undefined;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("…");
}

function isImport({ parent }: ts.Node): boolean {
  return ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent);
}

/** Whether it is what an attribute says, or what stands between tags: by itself, or as one of two that are possible. */
function isShown(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isConditionalExpression(parent) && parent.condition !== node) return isShown(parent);
  if (ts.isBinaryExpression(parent) && parent.right === node && !/=/.test(parent.operatorToken.getText()))
    return isShown(parent);
  if (ts.isParenthesizedExpression(parent)) return isShown(parent);
  if (ts.isJsxExpression(parent))
    return ts.isJsxAttribute(parent.parent) ? SHOWN.test(parent.parent.name.getText()) : true;
  if (ts.isJsxAttribute(parent)) return SHOWN.test(parent.name.getText());
  return ts.isPropertyAssignment(parent) && SHOWN.test(parent.name.getText());
}

/** Classes, fonts, media queries and the like, which have names of several words. */
function isStyle(node: ts.Node): boolean {
  for (let at = node; at; at = at.parent) {
    if (ts.isJsxAttribute(at))
      return /^(className|style|sizes|viewBox|d|autoComplete)$/.test(at.name.getText());
    if (ts.isCallExpression(at)) return at.expression.getText() === "useMediaQuery";
    if (ts.isPropertyAssignment(at)) return /^(fontFamily|margin|padding)/.test(at.name.getText());
  }
  return false;
}

test("no words stand in code: they are in the catalogue, in every language", () => {
  const found = speaking.flatMap((file) =>
    nodesOf(file).flatMap((node) => {
      const text = wordsIn(node);
      return text === undefined ? [] : [`${placeOf(node, file)}: ${text}`];
    }),
  );
  expect(found).toEqual([]);
});

test("words are said when something is drawn, for a module may be loaded before its language is known", () => {
  const early = speaking.flatMap((file) =>
    nodesOf(file)
      .filter((node) => ts.isCallExpression(node) && /^say(\.\w+)?$/.test(node.expression.getText()))
      .filter((node) => !ts.findAncestor(node, ts.isFunctionLike))
      .map((node) => placeOf(node, file)),
  );
  expect(early).toEqual([]);
});
