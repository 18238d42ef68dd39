/** Why a sign-in has to start again. */
import { EXPIRED } from "@/api/messages";
import type { Ending } from "./flow";

export const ENDED: Record<Ending, string> = {
  expired: EXPIRED,
  exhausted: "That was not right either, and it was the last try. Please start again.",
};
