import { expect, test, vi } from "vitest";
import { counted } from "./counted";

test("all that has come is told, but not bit by bit", async () => {
  const now = vi.spyOn(performance, "now");
  const told: number[] = [];
  const stream = counted((bytes) => told.push(bytes));
  const received = new Response(stream.readable as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  const source = stream.writable.getWriter();
  for (const at of [0, 100, 199, 250, 260]) {
    now.mockReturnValue(at);
    await source.write(new TextEncoder().encode("four"));
  }
  await source.close();
  expect(await received).toBe("four".repeat(5));
  expect(told).toEqual([4, 12, 4]);
});
