import { describe, expect, test } from "vitest";
import { TOPICS } from "@/ui/help-topics";
import { areas, languages, readArea } from "../../../fluent/catalogue";
import { answers } from "./answers";

/** What is written on buttons stands in the quotation marks of each language. */
const QUOTED = /[“„«「]\s*([^“”„«»「」]+?)\s*[”“»」]/g;

/** The names of apps are no buttons of ours. */
const APPS = /^(密码|パスワード)$/;

const textsOf = (language: string, wanted: string[]) =>
  wanted.flatMap((area) => [...readArea(language, area).values()]).filter((text) => typeof text === "string");

test("each question is answered, and each answer belongs to a question", () => {
  expect(Object.keys(answers)).toEqual([...TOPICS]);
});

describe.each(languages())("%s", (language) => {
  test("what an answer says to choose is what the button there says", () => {
    const said = new Set(
      textsOf(
        language,
        areas().filter((area) => !area.startsWith("help")),
      ),
    );
    const quoted = textsOf(language, ["help", "help-page"]).flatMap((text) =>
      [...text.matchAll(QUOTED)].map(([, label = ""]) => label),
    );
    expect(quoted.length).toBeGreaterThan(5);
    expect(quoted.filter((label) => !said.has(label) && !APPS.test(label))).toEqual([]);
  });
});
