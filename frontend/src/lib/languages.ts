/** The languages that people are written to in, each by its own name. */
import type { Language } from "@/api/types";

export const languageNames: Record<Language, string> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  "zh-Hans": "简体中文",
  ja: "日本語",
};

export const LANGUAGES = Object.entries(languageNames).map(([value, label]) => ({
  value: value as Language,
  label,
}));
