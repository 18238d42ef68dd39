/** A saved view: the way to it, and what can be done with it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type SavedView, type Viewed, viewedPages } from "@/lib/saved-views";
import { words } from "@/lib/words";
import quiet from "./quiet.module.css";
import classes from "./saved-views.module.css";

const say = words("tools");

interface Props {
  view: SavedView;
  viewed: Viewed;
  /** The list is narrowed down just so. */
  shown: boolean;
  focused: boolean;
  onShow: () => void;
  onRename: () => void;
  onDelete: () => void;
}

export function SavedViewItem({ view: { name, search }, viewed, shown, focused, ...on }: Props) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focused) link.current?.focus();
  }, [focused]);
  return (
    <div className={classes.item}>
      <Link ref={link} to={viewedPages[viewed]} search={search} className={classes.name} onClick={on.onShow}>
        {name}
      </Link>
      {shown && <span className={quiet.words}>{say("views.shown")}</span>}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say("rename.named", { name })}
        onClick={on.onRename}
      >
        {say("rename")}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={say("delete.named", { name })}
        onClick={on.onDelete}
      >
        {say("delete")}
      </Button>
    </div>
  );
}
