// When a page has settled: nothing that is under way will change what it shows.
import { setTimeout } from "node:timers/promises";

/** On a machine that has a lot else to do. */
export const PATIENCE_MS = 30_000;

const requestsOf = new WeakMap();

/** The script of a worker: of one that is ended before it is there nothing more is told. What waits for the worker says so itself. */
const OF_A_WORKER = /\.worker-[^/]*\.js$/;

/** From the page's beginning, so that no request is missed. */
export function followRequests(page) {
  const requests = new Set();
  requestsOf.set(page, requests);
  page.on("request", (request) => OF_A_WORKER.test(request.url()) || requests.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => requests.delete(request));
}

/** Nothing is asked for, nothing says that it is busy, nothing moves, and two frames in a row are laid out alike. */
export async function settled(page) {
  const late = new AbortController();
  let unrest = "it draws nothing";
  const rest = async () => {
    // What the page asked for before it answers is known here by then.
    do unrest = (await page.evaluate(unrestOf)) ?? requested(page);
    while (unrest && !late.signal.aborted);
  };
  const deadline = setTimeout(PATIENCE_MS, undefined, { signal: late.signal }).then(() => {
    late.abort();
    throw new Error(`the page has not settled: ${unrest}`);
  });
  await Promise.race([rest(), deadline]).finally(() => late.abort());
}

function requested(page) {
  const [request] = requestsOf.get(page);
  return request && `${request.method()} ${request.url()} is not answered`;
}

/** Runs in the page; answers what is still to come. */
async function unrestOf() {
  // What is ready to be done is done before anything in the background.
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => scheduler.postTask(resolve, { priority: "background" })));
  const layout = () => {
    const boxes = Array.from(document.body.querySelectorAll("*"), (element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].join();
    });
    return `${boxes.join(" ")} ${document.body.innerHTML}`;
  };
  const told = (what, element) => `${what}: ${element?.outerHTML.slice(0, 200)}`;

  await frame();
  // What is below a dialog may be waiting for it.
  const scope = Array.from(document.querySelectorAll("dialog:modal")).at(-1) ?? document;
  const busy = scope.querySelector("[aria-busy=true], [data-loading=true]");
  if (busy) return told("busy", busy);
  const moving = document.getAnimations().find(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  if (moving) return told("moving", moving.effect.target);
  await document.fonts.ready;
  await Promise.all(Array.from(document.images, (image) => image.decode().catch(() => undefined)));
  const before = layout();
  await frame();
  const after = layout();
  if (after === before) return undefined;
  const at = Array.from(before).findIndex((letter, index) => letter !== after[index]);
  return `its layout changes from ${before.slice(at - 50, at + 100)} to ${after.slice(at - 50, at + 100)}`;
}
