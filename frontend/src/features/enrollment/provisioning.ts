/** What an `otpauth://` URI tells about its owner. */

export function issuerAndAccount(otpauthUri: string): { issuer: string; account: string } {
  const uri = new URL(otpauthUri);
  // Not every browser knows the scheme's host, so the label is what follows the last slash.
  const label = decodeURIComponent(uri.pathname.split("/").at(-1) ?? "");
  const colon = label.indexOf(":");
  const issuer = uri.searchParams.get("issuer") ?? (colon === -1 ? "" : label.slice(0, colon));
  return { issuer, account: label.slice(colon + 1).trim() };
}
