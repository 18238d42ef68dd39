/** Where the lines and columns of a chart go, in a field of 100 by 100 that grows downwards. */

/** The number at the top of a scale for counts: a round one, and at least one. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 5, 10].find((factor) => factor * magnitude >= most) ?? 10;
  return step * magnitude;
}

/** The points of a line over all values, from the left edge to the right one. */
export function pointsOf(values: readonly number[], top: number): [x: number, y: number][] {
  const last = values.length - 1;
  return values.map((value, index) => [
    last === 0 ? 100 : rounded((index / last) * 100),
    heightAt(value, top),
  ]);
}

export function linePath(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
}

/** The line and the ground below it. */
export function areaPath(points: readonly (readonly [number, number])[]): string {
  const [first, last] = [points[0], points.at(-1)];
  return first && last ? `${linePath(points)}L${last[0]} 100L${first[0]} 100Z` : "";
}

export interface Block {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** For each column its parts, stacked from the ground up; a part without a value takes no room. */
export function columnsOf(columns: readonly (readonly number[])[], top: number): Block[][] {
  const room = 100 / Math.max(1, columns.length);
  return columns.map((parts, index) => {
    let below = 0;
    return parts.map((value) => {
      below += value;
      const height = rounded((value / top) * 100);
      return {
        x: rounded((index + 0.15) * room),
        width: rounded(room * 0.7),
        y: heightAt(below, top),
        height,
      };
    });
  });
}

/** A share in whole percent, which is everything or nothing only where it is. */
export function percent(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  return part === whole ? 100 : Math.min(99, Math.max(1, Math.round((part / whole) * 100)));
}

const heightAt = (value: number, top: number) => rounded(100 - (value / top) * 100);

const rounded = (number: number) => Math.round(number * 100) / 100;
