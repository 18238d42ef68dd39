/** Recovery codes as a file that explains itself years later. */
import { words } from "./words";

const say = words("recovery");

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
    say("file-heading", { organization }),
    say("file-account", { account }),
    say("file-created", { date: createdAt }),
    "",
    ...lines,
    "",
    say("file-use"),
    say("file-advice"),
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
