import { expect, test } from "vitest";
import { changeOf, empty, isReady, orderOf } from "./draft";

const filled = {
  ...empty,
  name: " Example SSO ",
  issuer: "https://login.example.org",
  clientId: "nightlatch",
  clientSecret: " kept as it is ",
  emailDomains: "example.org,  example.com ",
};

test("what is typed is trimmed, but for the secret", () => {
  expect(orderOf(filled)).toMatchObject({
    name: "Example SSO",
    clientSecret: " kept as it is ",
    emailDomains: ["example.org", "example.com"],
  });
});

test("a change keeps the issuer, and the secret unless there is a new one", () => {
  expect(changeOf(filled)).not.toHaveProperty("issuer");
  expect(changeOf(filled)).toHaveProperty("clientSecret");
  expect(changeOf({ ...filled, clientSecret: "" })).not.toHaveProperty("clientSecret");
});

test("only a new one has to have a secret", () => {
  expect(isReady(filled, true)).toBe(true);
  expect(isReady({ ...filled, clientSecret: "" }, true)).toBe(false);
  expect(isReady({ ...filled, clientSecret: "" }, false)).toBe(true);
  expect(isReady({ ...filled, issuer: " " }, false)).toBe(false);
});
