/** Why a sign-in has to start again. */
import { words } from "@/lib/words";
import type { Ending } from "./flow";

const say = words("challenge");

export const endedInWords = (ending: Ending): string => say(`ended.${ending}`);
