import { dirname, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { sources, textOf } from "./sources";

const root = resolve("src");

/** What each layer may use, besides itself. */
const allowed: Record<string, string[]> = {
  app: ["features", "api", "ui", "lib"],
  features: ["api", "ui", "lib"],
  api: ["lib"],
  ui: ["api", "lib"],
  lib: [],
};

/** Types of the API are words that every layer speaks. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, target = ""]) => {
    if (target === "@/api/types") return [];
    if (target.startsWith("@/")) return [target.slice(2)];
    return target.startsWith(".") ? [relative(root, resolve(root, dirname(file), target))] : [];
  });
}

test("each layer uses only what is below it", () => {
  const wrong = sources.flatMap((file) => {
    const layer = file.split("/")[0] ?? "";
    const fits = (target: string) => [layer, ...(allowed[layer] ?? [])].includes(target.split("/")[0] ?? "");
    return importsOf(file)
      .filter((target) => !fits(target))
      .map((target) => `${file} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});

test("no feature knows another one", () => {
  const wrong = sources.flatMap((file) => {
    const [layer, feature] = file.split("/");
    if (layer !== "features") return [];
    return importsOf(file)
      .filter((target) => target.startsWith("features/") && target.split("/")[1] !== feature)
      .map((target) => `${file} -> ${target}`);
  });
  expect(wrong).toEqual([]);
});
