import { beforeEach, expect, test, vi } from "vitest";

/** Two languages, whose words come when they are let go. */
const coming: (() => void)[] = [];

const words = (text: string) => ({ default: { skip: text, not_found: text } });

const speech = (text: string) => async () => ({
  always: { ui: { loading: text } },
  others: {
    problems: async () => words(text),
    shell: () => new Promise((resolve) => coming.push(() => resolve(words(text)))),
  },
});

async function load() {
  vi.resetModules();
  vi.doMock("virtual:words", () => ({ languages: { en: speech("English"), de: speech("German") } }));
  const { words, speak, openAreas, language } = await import("./words");
  return { speak, openAreas, language, ui: words("ui"), shell: words("shell"), problems: words("problems") };
}

const release = () => coming.splice(0).forEach((go) => void go());

beforeEach(() => coming.splice(0));

test("what every page needs comes with the language, and what failures are called right behind it", async () => {
  const { speak, ui, problems } = await load();
  expect(ui("loading")).toBe("loading");
  await speak("de");
  expect(ui("loading")).toBe("German");
  await vi.waitFor(() => expect(problems("not_found")).toBe("German"));
});

test("a language that is not on offer is English", async () => {
  const { speak, language } = await load();
  await speak("ja");
  expect(language()).toBe("en");
});

test("what is open stays open in another language, and says what it said until that is here", async () => {
  const { speak, openAreas, shell } = await load();
  await speak("en");
  const opened = openAreas(["shell"]);
  await vi.waitFor(() => expect(coming).toHaveLength(1));
  release();
  await opened;
  const spoken = speak("de");
  await vi.waitFor(() => expect(coming).toHaveLength(1));
  expect(shell("skip")).toBe("English");
  release();
  await spoken;
  expect(shell("skip")).toBe("German");
});

test("an area that is on its way while the language changes is there in both", async () => {
  const { speak, openAreas, shell } = await load();
  await speak("en");
  const opened = openAreas(["shell"]);
  await vi.waitFor(() => expect(coming).toHaveLength(1));
  const spoken = speak("de");
  await vi.waitFor(() => expect(coming).toHaveLength(2));
  release();
  await Promise.all([opened, spoken]);
  expect(shell("skip")).toBe("German");
});
