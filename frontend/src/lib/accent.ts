/** Shades of an accent colour that can be read whichever colour it is (WCAG 2.2, 1.4.3 and 1.4.11). Mails make theirs alike. */

export type Scheme = "light" | "dark";

/** Colours as `#rrggbb`. */
export interface Shades {
  /** What buttons are filled with: the accent itself. */
  fill: string;
  /** The same under the pointer. */
  hover: string;
  /** What is written on both. */
  on: string;
  /** Around what is filled, and of another colour where that would not stand out by itself. */
  edge: string;
  /** Links, marks, and the ring around what has the focus. */
  text: string;
}

const WHITE = "#ffffff";
const BLACK = "#000000";

/** Of all grounds of a scheme, the one on which a shade stands out least. */
const GROUNDS: Record<Scheme, string> = { light: "#e1e5ee", dark: "#2c3243" };
const LEGIBLE = 4.5;
const VISIBLE = 3;
const HOVERED = 0.12;

export function isColour(text: string): boolean {
  return /^#[\da-f]{6}$/i.test(text);
}

/** How much one colour stands out from another one: 1 for not at all, up to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

export function shadesOf(accent: string, scheme: Scheme): Shades {
  const fill = accent.toLowerCase();
  const ground = GROUNDS[scheme];
  const on = contrast(fill, WHITE) >= contrast(fill, BLACK) ? WHITE : BLACK;
  const text = legible(fill, scheme);
  return {
    fill,
    // Away from what is written on it.
    hover: mixed(fill, on === WHITE ? BLACK : WHITE, HOVERED),
    on,
    edge: contrast(fill, ground) >= VISIBLE ? fill : text,
    text,
  };
}

/** The shade next to the accent that can be read: darker on light grounds, lighter on dark ones. */
function legible(accent: string, scheme: Scheme): string {
  const pole = scheme === "light" ? BLACK : WHITE;
  for (let percent = 0; percent < 100; percent += 1) {
    const shade = mixed(accent, pole, percent / 100);
    if (contrast(shade, GROUNDS[scheme]) >= LEGIBLE) return shade;
  }
  return pole;
}

function mixed(one: string, other: string, share: number): string {
  const others = channels(other);
  const mix = channels(one).map((value, at) => Math.round(value + ((others[at] ?? 0) - value) * share));
  return `#${mix.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Red, green and blue, from 0 to 255. */
function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

/** Relative luminance, from 0 to 1. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A style sheet that paints every page in an accent colour, together with `ui/accent.css`. */
export function accentStyles(accent: string): string {
  return painted(accent, "light") + painted(accent, "dark");
}

function painted(accent: string, scheme: Scheme): string {
  const { fill, hover, on, edge, text } = shadesOf(accent, scheme);
  const values = {
    "--nl-accent": fill,
    "--nl-accent-hover": hover,
    "--nl-on-accent": on,
    "--nl-accent-edge": edge,
    "--mantine-color-anchor": text,
    "--mantine-primary-color-filled": text,
    "--mantine-color-night-filled": text,
    "--mantine-color-night-light-color": text,
    "--mantine-color-night-light-hover": "var(--nl-quiet-ground)",
    "--mantine-color-night-5": text,
    [scheme === "light" ? "--mantine-color-night-7" : "--mantine-color-night-3"]: text,
  };
  const declared = Object.entries(values).map(([name, value]) => `${name}:${value}`);
  return `:root[data-mantine-color-scheme="${scheme}"]{${declared.join(";")}}`;
}
