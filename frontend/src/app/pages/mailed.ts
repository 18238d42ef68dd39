/**
 * Where the pages are that mails lead to, and what comes before a mail. A list of its own, like that of the pages behind
 * the sign-in: the names of their files would otherwise weigh on the sign-in page.
 */
export const activate = () => import("./activate");
export const confirmEmail = () => import("@/features/email-confirmation/confirm-page");
export const forgotPassword = () => import("@/features/password-reset/forgot-page");
export const resetPassword = () => import("@/features/password-reset/reset-page");
