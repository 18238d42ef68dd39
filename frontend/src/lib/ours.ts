/** The product's own blue, on the grounds of each scheme. */
import type { Scheme } from "./accent";

export const OURS: Record<Scheme, string> = { light: "#3c58b3", dark: "#4c6acb" };
