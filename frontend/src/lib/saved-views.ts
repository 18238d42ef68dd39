/** Lists as somebody has narrowed them down and given that a name: what the address says, kept by this browser. */
import { isRecord, keep, kept } from "./kept";

/** The lists that can be narrowed down, and where they are. */
export const viewedPages = { users: "/admin/users", audit: "/admin/audit" } as const;

export type Viewed = keyof typeof viewedPages;

export interface SavedView {
  /** Each one of a list has another. */
  name: string;
  search: Readonly<Record<string, string>>;
}

export type SavedViews = Record<Viewed, readonly SavedView[]>;

/** Whose they are: somebody may look after several organizations, and several people share a browser. */
export interface Owner {
  organizationId: string;
  userId: string;
}

export type ViewChange =
  | { type: "saved"; view: SavedView }
  | { type: "renamed"; from: string; to: string }
  | { type: "deleted"; name: string };

export const NAME_LENGTH = 60;

/** Of another shape than this, nothing is read. */
const VERSION = 1;

export function changed(views: readonly SavedView[], change: ViewChange): readonly SavedView[] {
  switch (change.type) {
    case "saved": {
      const { view } = change;
      const known = views.some(({ name }) => name === view.name);
      return known ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view];
    }
    case "renamed":
      if (views.some(({ name }) => name === change.to)) return views;
      return views.map((one) => (one.name === change.from ? { ...one, name: change.to } : one));
    case "deleted":
      return views.filter(({ name }) => name !== change.name);
  }
}

/** The one that shows the same as an address, if there is one. */
export function viewOf(views: readonly SavedView[], search: SavedView["search"]): SavedView | undefined {
  const size = Object.keys(search).length;
  return views.find(
    (view) =>
      Object.keys(view.search).length === size &&
      Object.entries(search).every(([name, value]) => view.search[name] === value),
  );
}

export function readViews(owner: Owner): SavedViews {
  return viewsIn(kept(keyOf(owner)));
}

/** Answers what there is then. Another tab may have changed something since these were read: so they are read anew. */
export function changeViews(owner: Owner, viewed: Viewed, change: ViewChange): SavedViews {
  const before = readViews(owner);
  const views = { ...before, [viewed]: changed(before[viewed], change) };
  keep(keyOf(owner), { version: VERSION, ...views });
  return views;
}

/** What is to be understood of something that was kept. */
export function viewsIn(found: unknown): SavedViews {
  const lists = isRecord(found) && found.version === VERSION ? found : {};
  return { users: listIn(lists.users), audit: listIn(lists.audit) };
}

function listIn(found: unknown): readonly SavedView[] {
  const views: unknown[] = Array.isArray(found) ? found : [];
  return views
    .filter(isView)
    .filter(({ name }, index, all) => all.findIndex((one) => one.name === name) === index)
    .map(({ name, search }) => ({ name, search }));
}

function isView(found: unknown): found is SavedView {
  if (!isRecord(found) || !isRecord(found.search)) return false;
  const { name, search } = found;
  return isName(name) && Object.values(search).every((value) => typeof value === "string");
}

function isName(found: unknown): boolean {
  return typeof found === "string" && found.trim() !== "" && found.length <= NAME_LENGTH;
}

const keyOf = ({ organizationId, userId }: Owner) => `nightlatch.views.${organizationId}.${userId}`;
