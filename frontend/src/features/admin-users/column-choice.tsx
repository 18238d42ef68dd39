/** Which columns the list has, chosen from a list of their names that stays open. */
import { Button, Popover } from "@mantine/core";
import { words } from "@/lib/words";
import { CheckGroup } from "@/ui/check-group";
import { COLUMNS, type Column, isUsual, USUAL } from "./columns";
import classes from "./users.module.css";

const say = words("admin-users");

interface Props {
  shown: readonly Column[];
  onChange: (shown: readonly Column[]) => void;
}

export function ColumnChoice({ shown, onChange }: Props) {
  return (
    // Below, where the page scrolls to it: above the window's edge nobody gets.
    <Popover
      position="bottom-end"
      middlewares={{ flip: false, shift: true }}
      withinPortal={false}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button variant="default" size="sm">
          {say("columns")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.columns}>
        <CheckGroup
          legend={say("columns.shown")}
          options={COLUMNS.map((value) => ({ value, label: say(`column.${value}`) }))}
          value={shown}
          error={undefined}
          onChange={onChange}
        />
        {!isUsual(shown) && (
          <Button
            variant="default"
            size="sm"
            onClick={(event) => {
              // The button goes, and the focus with it.
              event.currentTarget.parentElement?.focus();
              onChange(USUAL);
            }}
          >
            {say("columns.reset")}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
