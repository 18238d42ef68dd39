/** One of the options of a listbox that a field above it moves through (ARIA: `aria-activedescendant`). */
import classes from "./option.module.css";

interface Props {
  id: string;
  selected: boolean;
  name: string;
  detail?: string | undefined;
  onChoose: () => void;
}

export function Option({ id, selected, name, detail, onChoose }: Props) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className={classes.option}
      // Before the field loses the focus, which would close the list.
      onMouseDown={(event) => {
        event.preventDefault();
        onChoose();
      }}
    >
      {name}
      {detail && <span className={classes.detail}>{detail}</span>}
    </div>
  );
}
