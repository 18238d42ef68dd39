/** A stream as it is, with how much of it has come told on the way. */

/** So often that one sees it go on; each time, the page is drawn anew. */
const GLANCE_MS = 200;

export function counted(tell: (bytes: number) => void): TransformStream<Uint8Array, Uint8Array> {
  let untold = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  function tellAll(): void {
    tell(untold);
    untold = 0;
    toldAt = performance.now();
  }
  return new TransformStream({
    transform(part, stream) {
      stream.enqueue(part);
      untold += part.byteLength;
      if (performance.now() - toldAt >= GLANCE_MS) tellAll();
    },
    flush: tellAll,
  });
}
