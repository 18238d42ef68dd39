/** Which language somebody reads: what was chosen on this browser, or else what the browser prefers. */
import type { Language } from "@/api/types";
import { recall, remember } from "./memory";

const KEY = "nightlatch.language";

/** Of the languages on offer, English where none fits. */
export function preferredLanguage(
  offered: readonly Language[],
  preferred: readonly string[] = navigator.languages,
): Language {
  const wanted = [recall(KEY), ...preferred.map(nearest)];
  return wanted.find((language): language is Language => offered.some((one) => one === language)) ?? "en";
}

/** Of somebody who is signed in. An account is in English until another language is chosen for it, so that says nothing. */
export function languageOf(account: Language, offered: readonly Language[]): Language {
  return preferredLanguage(offered, account === "en" ? navigator.languages : [account]);
}

/** Kept for this browser: it goes before what an account says. What is drawn has its words, so it is drawn anew. */
export function chooseLanguage(language: Language): void {
  remember(KEY, language);
  window.location.reload();
}

/** `de-AT` is German. Of Chinese, the script decides (RFC 4647, 3.4, after likely subtags): Taiwan writes another one. */
function nearest(tag: string): string | undefined {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return language === "zh" ? `zh-${script}` : language;
  } catch {
    return undefined;
  }
}
