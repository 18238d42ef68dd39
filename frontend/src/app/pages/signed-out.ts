/**
 * Where the other pages before the sign-in are. A list of its own, like that of the pages behind it: the names of their
 * files would otherwise weigh on the sign-in page.
 */
import { withWords } from "@/lib/words";

export const activate = () => withWords(import("./activate"), "passwords");
export const confirmEmail = () => import("@/features/email-confirmation/confirm-page");
export const forgotPassword = () => import("@/features/password-reset/forgot-page");
export const notMe = () => import("@/features/objection/objection-page");
export const providerSignIn = () => withWords(import("./provider-sign-in"), "challenge");
export const resetPassword = () => withWords(import("@/features/password-reset/reset-page"), "passwords");
export const setUp = () => withWords(import("./set-up"), "lib", "recovery");
