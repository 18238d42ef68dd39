/**
 * Where the other pages before the sign-in are. A list of its own, like that of the pages behind it: the names of their
 * files would otherwise weigh on the sign-in page.
 */
import { withWords } from "@/lib/words";

export const activate = () => withWords(import("./activate"), "activation", "links", "passwords");
export const confirmEmail = () =>
  withWords(import("@/features/email-confirmation/confirm-page"), "email-confirmation", "links");
export const forgotPassword = () =>
  withWords(import("@/features/password-reset/forgot-page"), "password-reset");
export const help = () => withWords(import("@/features/help/help-page"), "help", "help-page");
export const notMe = () => withWords(import("@/features/objection/objection-page"), "links", "objection");
export const providerSignIn = () => withWords(import("./provider-sign-in"), "challenge", "single-sign-on");
export const resetPassword = () =>
  withWords(import("@/features/password-reset/reset-page"), "links", "password-reset", "passwords");
export const setUp = () => withWords(import("./set-up"), "enrollment", "help", "lib", "recovery");
export const setUpAtSignIn = async () => ({ default: (await setUp()).SetUpAtSignIn });
