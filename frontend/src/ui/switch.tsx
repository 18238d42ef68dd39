/** Turns something on and off at once, with its styles: few pages need them. */
import "@mantine/core/styles/Switch.layer.css";

export { Switch } from "@mantine/core";
