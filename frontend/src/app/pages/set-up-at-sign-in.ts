/** The set-up that a sign-in asks for, fetched when it does. */
import { lazy } from "react";

export const SetUpAtSignIn = lazy(async () => {
  const { setUp } = await import("./signed-out");
  return { default: (await setUp()).SetUpAtSignIn };
});
