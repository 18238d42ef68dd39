/** The questions that have an answer, in the order in which the help page gives them. Each is its anchor there, too. */

export const TOPICS = [
  "app",
  "which-app",
  "why",
  "lost-phone",
  "new-phone",
  "code",
  "no-codes",
  "recovery-codes",
  "passkey",
  "not-me",
  "whom",
] as const;

export type Topic = (typeof TOPICS)[number];
