import { afterEach, expect, test } from "vitest";
import { openAreas, speak } from "@/lib/words";
import { wrongInWords } from "./import-words";

const duplicate = {
  line: 4,
  field: "email",
  code: "duplicate",
  message: "An earlier line has this address.",
};

afterEach(() => speak("en"));

test("what is wrong with a line is said with the service's words in English, and by its code elsewhere", async () => {
  expect(wrongInWords(duplicate)).toBe("An earlier line has this address. (email)");
  await speak("de");
  await openAreas(["admin-users-new"]);
  expect(wrongInWords(duplicate)).toBe("Das ist mehr als einmal angegeben. (email)");
});

test("what is wrong with a line as a whole names no field", async () => {
  const malformed = { line: 2, code: "malformed", message: "This is not one JSON object." };
  expect(wrongInWords(malformed)).toBe("This is not one JSON object.");
  await speak("ja");
  expect(wrongInWords(malformed)).toBe("1 つの JSON オブジェクトではありません。");
});
