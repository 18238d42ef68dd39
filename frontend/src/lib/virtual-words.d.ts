/** What the build makes of the catalogues. */
declare module "virtual:words" {
  /** The messages of one area in one language, by their keys: `message` or `message.attribute`. */
  export type Resource = Record<string, import("@/lib/patterns").Pattern>;

  /** A language: the areas that every page needs, and where the others are. */
  export interface Speech {
    always: Record<string, Resource>;
    others: Record<string, () => Promise<{ default: Resource }>>;
  }

  /** Those that are offered. */
  export const languages: Record<string, () => Promise<Speech>>;
}
