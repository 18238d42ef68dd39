/** What the tabs of one browser tell each other: they share the cookie of one session. */
import { session } from "./client";

type Word = { word: "ended" } | { word: "signedIn"; user: string };

const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("nightlatch.session");

export function tellOtherTabs(word: Word): void {
  tabs?.postMessage(word);
}

export function followOtherTabs(): void {
  tabs?.addEventListener("message", ({ data }: MessageEvent<Word>) => {
    const here = session.current();
    if (here.phase !== "signedIn") return;
    if (data.word === "ended") session.end("elsewhere");
    else if (data.user !== here.user.id) session.end("replaced");
  });
}
