/** Something that can be done, what it is for, and the button; or why it cannot be done. */
import type { ReactNode } from "react";
import { ActionButton } from "@/ui/action-button";
import quiet from "@/ui/quiet.module.css";
import type { Obstacle } from "./obstacles";
import classes from "./user.module.css";
import { obstacleInWords } from "./words";

interface Props {
  title: string;
  label: string;
  obstacle?: Obstacle;
  loading?: boolean;
  grave?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function ActionRow({ title, label, obstacle, loading, grave = false, onClick, children }: Props) {
  return (
    <li className={classes.action}>
      <div className={classes.words}>
        <p className={classes.name}>{title}</p>
        <p className={quiet.text}>{obstacle ? obstacleInWords(obstacle) : children}</p>
      </div>
      {!obstacle && (
        <ActionButton variant="default" size="sm" grave={grave} loading={loading ?? false} onClick={onClick}>
          {label}
        </ActionButton>
      )}
    </li>
  );
}
