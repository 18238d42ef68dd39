/** Recovery codes as a file that explains itself years later. */

export interface Sheet {
  organization: string;
  account: string;
  createdAt: string;
  codes: readonly { number: number; code: string }[];
}

export function recoveryText({ organization, account, createdAt, codes }: Sheet): string {
  const width = String(codes.length).length;
  const lines = codes.map(({ number, code }) => `${String(number).padStart(width)}. ${code}`);
  return [
    `Recovery codes for ${organization}`,
    `Account: ${account}`,
    `Created: ${createdAt}`,
    "",
    ...lines,
    "",
    "Each code signs you in once when you do not have your authenticator app at hand.",
    "Keep them where only you can find them, apart from your phone.",
    "",
  ].join("\n");
}

export function recoveryFileName(organization: string): string {
  const name = organization
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name ? `recovery-codes-${name}.txt` : "recovery-codes.txt";
}
