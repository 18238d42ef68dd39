/** A pattern of Fluent as the app says it: texts, variables, and choices between further patterns. */
import type * as fluent from "@fluent/syntax";
import type { Pattern } from "../src/lib/patterns.ts";

type Part = Exclude<Pattern, string>[number];

/** What has to be handed over with a message. */
export interface Wants {
  /** The names of its variables. */
  values: string[];
  /** The names of its tags: `link` of `<link>here</link>`, `when` of `<when/>`. */
  elements: string[];
}

export function compiled({ elements }: fluent.Pattern): Pattern {
  const parts = elements.map((element) =>
    element.type === "TextElement" ? element.value : partOf(element.expression),
  );
  const [only = "", ...others] = parts;
  return typeof only === "string" && others.length === 0 ? only : parts;
}

/** Functions, terms and other messages are not needed so far, and every page would carry what they take. */
function partOf(expression: fluent.Placeable["expression"]): Part {
  switch (expression.type) {
    case "StringLiteral":
      return expression.parse().value;
    case "VariableReference":
      return { value: expression.id.name };
    case "SelectExpression":
      return choiceOf(expression);
    default:
      throw new Error(`${expression.type}: the app understands texts, variables and choices`);
  }
}

function choiceOf({ selector, variants }: fluent.SelectExpression): Part {
  if (selector.type !== "VariableReference") throw new Error(`a choice by ${selector.type}`);
  const keyOf = ({ key }: fluent.Variant) => (key.type === "Identifier" ? key.name : key.value);
  const usual = variants.find((variant) => variant.default);
  return {
    by: selector.id.name,
    cases: Object.fromEntries(variants.map((variant) => [keyOf(variant), compiled(variant.value)])),
    otherwise: usual ? keyOf(usual) : "",
  };
}

export function wantsOf(pattern: Pattern): Wants {
  const [values, elements] = [new Set<string>(), new Set<string>()];
  const look = (at: Pattern): void => {
    for (const part of typeof at === "string" ? [at] : at) {
      if (typeof part === "string")
        for (const [, tag = ""] of part.matchAll(/<([a-z]\w*)\/?>/gi)) elements.add(tag);
      else if ("value" in part) values.add(part.value);
      else {
        values.add(part.by);
        Object.values(part.cases).forEach(look);
      }
    }
  };
  look(pattern);
  return { values: [...values].sort(), elements: [...elements].sort() };
}
