/** Where the service is: at the origin of this page, unless the head of the page names another one. */

const named = globalThis.document?.querySelector<HTMLMetaElement>("meta[name=nightlatch-api]")?.content;

/** The address of what the service names by its path. */
export function atService(path: string): string {
  return new URL(path, named || globalThis.location.origin).href;
}
