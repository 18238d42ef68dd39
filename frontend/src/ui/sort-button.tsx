/** A column's name that sorts by the column. */
import classes from "./sort-button.module.css";
import { ToolIcon } from "./tool-icons";

export type Sorted = "ascending" | "descending" | undefined;

interface Props {
  name: string;
  sorted: Sorted;
  onClick: () => void;
}

export function SortButton({ name, sorted, onClick }: Props) {
  return (
    <button type="button" className={classes.button} data-sorted={sorted} onClick={onClick}>
      {name}
      <ToolIcon name={sorted ?? "sortable"} size={14} />
    </button>
  );
}
