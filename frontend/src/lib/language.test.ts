import { expect, test, vi } from "vitest";
import { chooseLanguage, languageOf, preferredLanguage } from "./language";

test("the browser's languages are asked one by one, then English it is", () => {
  const preferred = (...tags: string[]) => preferredLanguage(["en", "de", "zh-Hans"], tags);
  expect(preferred("fr-CA", "de-AT", "en")).toBe("de");
  expect([preferred("zh-SG"), preferred("zh-TW"), preferred("pt"), preferred("?")]).toEqual([
    "zh-Hans",
    "en",
    "en",
    "en",
  ]);
});

test("somebody reads what was chosen here, or else what was chosen for the account", () => {
  const kept = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  });
  vi.stubGlobal("navigator", { languages: ["de-AT"] });
  const reload = vi.fn();
  vi.stubGlobal("window", { location: { reload } });
  const offered = ["en", "de", "ja"] as const;
  expect([languageOf("en", offered), languageOf("ja", offered)]).toEqual(["de", "ja"]);
  chooseLanguage("en");
  expect([languageOf("en", offered), languageOf("ja", offered)]).toEqual(["en", "en"]);
  expect(reload).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
