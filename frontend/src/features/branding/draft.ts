/** The branding being edited: what is stored, with the edits on top. */
import type { Branding, BrandingSettings } from "@/api/types";
import { isColour } from "@/lib/accent";

/** As the fields hold it: empty for nothing. */
export interface Draft {
  accent: string;
  contact: string;
  note: string;
}

export type Edits = Partial<Draft>;

/** Why a field cannot be saved. */
export type Objection = "not-a-colour" | "note-alone";

/** Edits survive a change by somebody else: they are laid over whatever is stored by then. */
export function draftOf({ accent, support }: Branding, edits: Edits): Draft {
  return { accent: accent ?? "", contact: support?.contact ?? "", note: support?.note ?? "", ...edits };
}

export function isChanged(stored: Branding, edits: Edits): boolean {
  const [before, after] = [draftOf(stored, {}), draftOf(stored, edits)].map(settingsOf);
  return JSON.stringify(before) !== JSON.stringify(after);
}

export function objectionsTo({ accent, contact, note }: Draft): Partial<Record<keyof Draft, Objection>> {
  return {
    ...(accent.trim() !== "" && !isColour(accent.trim()) && { accent: "not-a-colour" }),
    ...(contact.trim() === "" && note.trim() !== "" && { contact: "note-alone" }),
  };
}

export function isValid(draft: Draft): boolean {
  return Object.keys(objectionsTo(draft)).length === 0;
}

/** As it is sent: what is empty is left out. */
export function settingsOf({ accent, contact, note }: Draft): BrandingSettings {
  const [colour, where, before] = [accent, contact, note].map((text) => text.trim());
  return {
    ...(colour && { accent: colour.toLowerCase() }),
    ...(where && { support: { contact: where, ...(before && { note: before }) } }),
  };
}

/** The colour that can be shown already, while another one is being typed. */
export function shownAccent({ accent }: Draft): string | undefined {
  return isColour(accent.trim()) ? accent.trim().toLowerCase() : undefined;
}
