import { afterEach, expect, test, vi } from "vitest";
import { openFile } from "./save-file";

const bytes = (text: string) => new TextEncoder().encode(text);

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function write(file: WritableStream<Uint8Array>, ...parts: string[]) {
  const writer = file.getWriter();
  for (const part of parts) await writer.write(bytes(part));
  return writer;
}

test("where a place can be picked, it goes there as it comes", async () => {
  const written: string[] = [];
  const picked = new WritableStream<Uint8Array>({
    write: (part) => void written.push(new TextDecoder().decode(part)),
  });
  const pick = vi.fn(async () => ({ createWritable: async () => picked }));
  vi.stubGlobal("showSaveFilePicker", pick);
  await write(await openFile("log.csv", "text/csv"), "a", "b");
  expect(pick).toHaveBeenCalledWith({ suggestedName: "log.csv" });
  expect(written).toEqual(["a", "b"]);
});

test("elsewhere it is offered when it is whole, and only then", async () => {
  const made = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:log");
  const link = { href: "", download: "", click: vi.fn() };
  vi.stubGlobal("document", { createElement: () => link });
  vi.useFakeTimers();
  const broken = await write(await openFile("log.csv", "text/csv"), "a");
  await broken.abort();
  expect(made).not.toHaveBeenCalled();

  const whole = await write(await openFile("log.csv", "text/csv"), "a", "b");
  await whole.close();
  expect(made).toHaveBeenCalledWith(expect.objectContaining({ size: 2, type: "text/csv" }));
  expect(link.click).toHaveBeenCalledOnce();
  expect(link).toMatchObject({ href: "blob:log", download: "log.csv" });
});
