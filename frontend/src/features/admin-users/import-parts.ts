/** A file of JSON Lines, cut into parts that are sent one after the other. */

/** So many lines go into a part, and so much text beside the last line. */
const MOST_LINES = 1_000;
const MOST_CHARACTERS = 4_000_000;

export interface Part {
  text: string;
  /** So many lines of the file come before it. */
  before: number;
  /** So many lines it has. */
  lines: number;
}

export function partsOf(file: string, mostLines = MOST_LINES): Part[] {
  const parts: Part[] = [];
  let part: string[] = [];
  let size = 0;
  let before = 0;
  const end = () => {
    if (part.length > 0) parts.push({ text: part.join("\n"), before, lines: part.length });
    before += part.length;
    part = [];
    size = 0;
  };
  const lines = file.split("\n");
  // What ends in a line end has no line behind it.
  if (lines.at(-1) === "") lines.pop();
  for (const line of lines) {
    part.push(line);
    size += line.length;
    if (part.length >= mostLines || size >= MOST_CHARACTERS) end();
  }
  end();
  return parts;
}
