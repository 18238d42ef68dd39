/** Logos: how large they are shown, and which files can be one. */

/** On a page of its own, in pixels. */
const AMPLE = { width: 240, height: 72 };

interface Size {
  width: number;
  height: number;
}

/** As large as there is room for, and never larger than it is. */
export function fitted({ width, height }: Size, room: Size = AMPLE): Size {
  const scale = Math.min(1, room.width / width, room.height / height);
  const side = (pixels: number) => Math.max(1, Math.round(pixels * scale));
  return { width: side(width), height: side(height) };
}

export const LARGEST_LOGO = 64 * 1024;

/** Why a file is no logo, as far as that is seen from outside. */
export type LogoObjection = "invalid_png" | "too_large";

export function objectionTo({ type, size }: Pick<File, "type" | "size">): LogoObjection | undefined {
  if (type !== "image/png") return "invalid_png";
  return size > LARGEST_LOGO ? "too_large" : undefined;
}
