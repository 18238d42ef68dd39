/** What a link says behind the `#` of its address, which no server is told. */
export function saidIn(hash: string, name: "token" | "error"): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, "")).get(name) || undefined;
}

/** The token of a mailed link, or of a sign-in at a provider. */
export const tokenIn = (hash: string) => saidIn(hash, "token");
