/** A checkbox, with its styles: the set-up needs them before the signed-in pages load theirs. */
import "@mantine/core/styles/InlineInput.layer.css";
import "@mantine/core/styles/Checkbox.layer.css";

export { Checkbox } from "@mantine/core";
