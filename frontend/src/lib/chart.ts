/** Where the lines and columns of a chart go, in a field of 100 by 100 that grows downwards. */

/** The number at the top of a scale for counts: a round one, and at least one. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const tops = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].map((factor) => factor * magnitude);
  return tops.find((top) => top >= most && Number.isInteger(top)) ?? most;
}

/** The numbers at the side of a scale, from its top down: half of it, where that is one, and nothing. */
export function scaleOf(top: number): number[] {
  return [top, top / 2, 0].filter(Number.isInteger);
}

/** Which of so many columns or points are named below: the first, the last, and those that divide what is between into quarters. */
export function ticksOf(count: number): number[] {
  const last = count - 1;
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * last));
  return count === 0 ? [] : [...new Set(ticks)];
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

/** How strong the ground of a number is: from 1 to 4 by its share of the most, and 0 where there is none. */
export function shadeOf(value: number, most: number): number {
  return value <= 0 ? 0 : Math.min(4, Math.ceil((value / most) * 4));
}

const heightAt = (value: number, top: number) => rounded(100 - (value / top) * 100);

const rounded = (number: number) => Math.round(number * 100) / 100;
