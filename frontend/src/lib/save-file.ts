/** Where a file goes that comes bit by bit: to a place that the person picks, or with the other downloads. */

interface Picker {
  showSaveFilePicker?: (options: { suggestedName: string }) => Promise<{
    createWritable: () => Promise<WritableStream<Uint8Array>>;
  }>;
}

/** Has to be asked for at once when somebody clicks. What is aborted is not kept. */
export async function openFile(name: string, type: string): Promise<WritableStream<Uint8Array>> {
  const { showSaveFilePicker } = globalThis as Picker;
  if (showSaveFilePicker) {
    const file = await showSaveFilePicker.call(globalThis, { suggestedName: name });
    return file.createWritable();
  }
  const parts: BlobPart[] = [];
  return new WritableStream({
    write: (part) => void parts.push(part as Uint8Array<ArrayBuffer>),
    close: () => offer(new Blob(parts, { type }), name),
  });
}

function offer(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not before the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
