// @vitest-environment jsdom
import { expect, test, vi } from "vitest";

async function atServiceOf(head: string) {
  vi.resetModules();
  document.head.innerHTML = head;
  return (await import("./service")).atService;
}

test("the service is where the page is, unless the page names another origin", async () => {
  for (const head of ["", '<meta name="nightlatch-api" content="">'])
    expect((await atServiceOf(head))("/v1/me"), head).toBe("http://localhost:8080/v1/me");
  for (const named of ["https://api.example.org", "https://api.example.org/"]) {
    const atService = await atServiceOf(`<meta name="nightlatch-api" content="${named}">`);
    expect(atService("/v1/auth/logos/ab?organization=x")).toBe(
      "https://api.example.org/v1/auth/logos/ab?organization=x",
    );
  }
});
