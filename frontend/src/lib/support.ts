/** Where people ask for help: at an email address, or on a page of `https`. */

const PAGE = "https://";

export function supportHref(contact: string): string {
  return contact.startsWith(PAGE) ? contact : `mailto:${contact}`;
}

/** As people read it. */
export function supportInWords(contact: string): string {
  return contact.startsWith(PAGE) ? contact.slice(PAGE.length).replace(/\/$/, "") : contact;
}
