import { languages } from "virtual:words";
import { afterEach } from "vitest";
import { openAreas, speak } from "@/lib/words";

await speak("en");
const { others = {} } = (await languages.en?.()) ?? {};
await openAreas(Object.keys(others));

if (typeof window !== "undefined") {
  const { cleanup } = await import("@testing-library/react");
  afterEach(cleanup);

  // jsdom has no media queries; Mantine asks for the colour scheme.
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList;

  // Nor does it know modal dialogs.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}
