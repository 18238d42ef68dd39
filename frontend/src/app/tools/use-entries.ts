/** All that somebody can go to or do from anywhere. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import { signOut } from "@/api/sign-out";
import type { Language, User } from "@/api/types";
import { changeLanguage } from "@/features/account/api";
import { chooseLanguage } from "@/lib/language";
import { languageNames } from "@/lib/languages";
import { readViews, type Viewed, viewedPages } from "@/lib/saved-views";
import { language, OFFERED, words } from "@/lib/words";
import { SCHEMES, useColourScheme } from "@/ui/colour-scheme";
import { useViewsOwner } from "@/ui/use-saved-views";
import { type NavigationPage, pagesBehindName, pagesFor } from "../shell/navigation";
import type { Entry } from "./entries";
import { ordersFor } from "./orders";
import type { ToolProps } from "./use-tools";

const say = words("tools");
const sayPage = words("shell");

export function useEntries({ user, onOpen, onClose }: ToolProps): Entry[] {
  const navigate = useNavigate();
  const { pathname, search: shown } = useLocation();
  const pages = pagesFor(user.permissions);
  const views = useViews(pages);
  const schemes = useColourSchemes(onClose);

  function go(to: NavigationPage["to"], search: Record<string, string> = {}): void {
    onClose();
    void navigate({ to, search });
  }

  return [
    ...[...pages, ...pagesBehindName(user.permissions)].map(
      ({ to, name }): Entry => ({ group: "pages", name: sayPage(name), also: to, act: () => go(to) }),
    ),
    ...views.map(
      ({ to, page, name, search }): Entry => ({
        group: "views",
        name,
        detail: sayPage(page),
        act: () => go(to, search),
      }),
    ),
    ...ordersFor(user.permissions).map(
      ({ name, to, open }): Entry => ({
        group: "actions",
        name: say(`order.${name}`),
        // What the page is narrowed down to stays, if it is the one that is open.
        act: () => go(to, pathname === to ? { ...shown, open } : { open }),
      }),
    ),
    { group: "actions", name: sayPage("shortcuts"), act: () => onOpen("help") },
    ...schemes,
    ...languages(user),
    { group: "actions", name: sayPage("sign-out"), act: signOut },
  ];
}

/** The saved views of the lists that somebody may see. */
function useViews(pages: ReturnType<typeof pagesFor>) {
  const owner = useViewsOwner();
  const views = owner && readViews(owner);
  return Object.keys(viewedPages).flatMap((viewed) => {
    const to = viewedPages[viewed as Viewed];
    const page = pages.find((one) => one.to === to);
    return page ? (views?.[viewed as Viewed] ?? []).map((view) => ({ ...view, to, page: page.name })) : [];
  });
}

function useColourSchemes(onClose: () => void): Entry[] {
  const { colorScheme, setColorScheme } = useColourScheme();
  return SCHEMES.filter((scheme) => scheme !== colorScheme).map((scheme) => ({
    group: "actions",
    name: say(`colours.${scheme}`),
    act: () => {
      setColorScheme(scheme);
      onClose();
    },
  }));
}

function languages(user: User): Entry[] {
  return OFFERED.filter((offered) => offered !== language()).map((offered) => ({
    group: "actions",
    name: say("language", { language: languageNames[offered] }),
    also: `${offered} language`,
    act: () => speak(offered, user),
  }));
}

async function speak(chosen: Language, user: User): Promise<void> {
  if (user.language !== chosen) await changeLanguage(chosen);
  chooseLanguage(chosen);
}
