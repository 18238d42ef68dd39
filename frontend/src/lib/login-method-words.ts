/** How people sign in, in plain words. */
import type { LoginMethod } from "@/api/types";

export const loginMethodWords: Record<LoginMethod, string> = {
  password: "Password",
  passwordAndFactor: "Password and second factor",
  singleSignOn: "Single sign-on",
};

/** Whether one of them begins with a password. */
export function hasPassword(methods: readonly LoginMethod[]): boolean {
  return methods.some((method) => method !== "singleSignOn");
}

export function loginMethodsInWords(methods: readonly LoginMethod[]): string {
  return methods.length > 0 ? methods.map((method) => loginMethodWords[method]).join(", ") : "None yet";
}
