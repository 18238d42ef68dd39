/** Estimates passwords beside the page: its word lists take a while to build, and typing shall not wait for them. */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { translations } from "@zxcvbn-ts/language-en";
import commonWords from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import firstNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import type { StrengthAnswer, StrengthQuestion } from "./password-strength";

/** What comes after is no guess that anybody makes, and would take long. */
const LENGTH = 100;

const estimator = new ZxcvbnFactory({
  dictionary: { ...dictionary, "commonWords-en": commonWords, "firstnames-en": firstNames },
  graphs: adjacencyGraphs,
  translations,
});

addEventListener("message", ({ data }: MessageEvent<StrengthQuestion>) => {
  const { score, feedback } = estimator.check(data.password.slice(0, LENGTH), data.known);
  const suggestion = feedback.suggestions[0] ?? feedback.warning ?? undefined;
  postMessage({ id: data.id, strength: { score, suggestion } } satisfies StrengthAnswer);
});
