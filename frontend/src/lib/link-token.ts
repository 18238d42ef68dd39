/** The token of a mailed link. It stands behind the `#` of the address, which no server is told. */
export function tokenIn(hash: string): string | undefined {
  return new URLSearchParams(hash.replace(/^#/, "")).get("token") || undefined;
}
