/** Estimates passwords beside the page: its word lists take a while to build, and typing shall not wait for them. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { translations as english } from "@zxcvbn-ts/language-en";
import commonWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import firstNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import type { StrengthAnswer, StrengthQuestion } from "./password-strength";

/** What comes after is no guess that anybody makes, and would take long. */
const LENGTH = 100;

/** In the place of words their keys: which language they are said in is the page's affair. */
const keysOf = <Key extends string>(kind: string, words: Record<Key, unknown>) =>
  Object.fromEntries(Object.keys(words).map((key) => [key, `${kind}.${key}`])) as Record<Key, string>;

const translations = {
  ...english,
  warnings: keysOf("warning", english.warnings),
  suggestions: keysOf("suggestion", english.suggestions),
};

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, "commonWords-en": commonWords, "firstnames-en": firstNames },
  graphs: adjacencyGraphs,
  translations,
});

addEventListener("message", ({ data }: MessageEvent<StrengthQuestion>) => {
  const { score, feedback } = estimator.check(data.password.slice(0, LENGTH), data.known);
  const advice = feedback.suggestions[0] ?? feedback.warning ?? undefined;
  postMessage({ id: data.id, strength: { score, advice } } satisfies StrengthAnswer);
});
