/** Something that can be done, what it is for, and the button; or why it cannot be done. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { words } from "@/lib/words";
import type { Obstacle } from "./obstacles";
import classes from "./user.module.css";

const say = words("admin-users-one");

interface Props {
  title: string;
  label: string;
  obstacle?: Obstacle;
  loading?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function ActionRow({ title, label, obstacle, loading, onClick, children }: Props) {
  return (
    <li className={classes.action}>
      <div className={classes.words}>
        <p className={classes.name}>{title}</p>
        <p className={classes.quiet}>{obstacle ? say(`obstacle.${obstacle}`) : children}</p>
      </div>
      {!obstacle && (
        <Button variant="default" size="sm" loading={loading ?? false} onClick={onClick}>
          {label}
        </Button>
      )}
    </li>
  );
}
