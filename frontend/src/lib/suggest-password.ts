/** A first password that nobody guesses and everybody can read out: 100 random bits in groups of four. */

/** Without letters and digits that look alike. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz2345678AE";
const GROUPS = 5;

export function suggestPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * 4));
  // 32 symbols divide 256 evenly, so each is as likely as the others.
  const symbols = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]);
  return Array.from({ length: GROUPS }, (_, group) => symbols.slice(group * 4, group * 4 + 4).join("")).join(
    "-",
  );
}
