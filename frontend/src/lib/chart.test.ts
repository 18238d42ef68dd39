import { expect, test } from "vitest";
import { areaPath, columnsOf, linePath, percent, pointsOf, scaleOf, shadeOf, ticksOf, topOf } from "./chart";

test("a scale ends at a round number", () => {
  expect([[], [0], [1], [7], [12], [13], [20], [21], [290], [501], [999]].map(topOf)).toEqual([
    1, 1, 1, 8, 12, 15, 20, 25, 300, 600, 1000,
  ]);
});

test("a scale names what is between where there is a number for it", () => {
  expect([scaleOf(300), scaleOf(25), scaleOf(1)]).toEqual([
    [300, 150, 0],
    [25, 0],
    [1, 0],
  ]);
});

test("some days are named, the first and the last among them", () => {
  expect([ticksOf(90), ticksOf(3), ticksOf(1), ticksOf(0)]).toEqual([
    [0, 22, 45, 67, 89],
    [0, 1, 2],
    [0],
    [],
  ]);
});

test("a line goes from edge to edge, and higher values are further up", () => {
  const points = pointsOf([0, 5, 10], 10);
  expect(points).toEqual([
    [0, 100],
    [50, 50],
    [100, 0],
  ]);
  expect(linePath(points)).toBe("M0 100L50 50L100 0");
  expect(areaPath(points)).toBe("M0 100L50 50L100 0L100 100L0 100Z");
  expect([linePath([]), areaPath([])]).toEqual(["", ""]);
});

test("a single day is at the right edge, where today is", () => {
  expect(pointsOf([4], 4)).toEqual([[100, 0]]);
});

test("the parts of a column stand on each other", () => {
  expect(
    columnsOf(
      [
        [2, 3],
        [0, 1],
      ],
      10,
    ),
  ).toEqual([
    [
      { x: 7.5, width: 35, y: 80, height: 20 },
      { x: 7.5, width: 35, y: 50, height: 30 },
    ],
    [
      { x: 57.5, width: 35, y: 100, height: 0 },
      { x: 57.5, width: 35, y: 90, height: 10 },
    ],
  ]);
});

test("nearly everybody is not everybody, and a few are not nobody", () => {
  expect([
    percent(0, 9),
    percent(1, 1000),
    percent(1, 3),
    percent(999, 1000),
    percent(9, 9),
    percent(0, 0),
  ]).toEqual([0, 1, 33, 99, 100, 0]);
});

test("the most has the strongest ground, and nothing has none", () => {
  expect([0, 1, 25, 26, 75, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 1, 2, 3, 4]);
  expect([shadeOf(0, 0), shadeOf(1, 1)]).toEqual([0, 4]);
});
