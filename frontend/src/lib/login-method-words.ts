/** How people sign in, in plain words. */
import type { LoginMethod } from "@/api/types";
import { listed } from "./lists";
import { words } from "./words";

const say = words("lib");

const all: Record<LoginMethod, true> = { password: true, passwordAndFactor: true, singleSignOn: true };

export const LOGIN_METHODS = Object.keys(all) as LoginMethod[];

export const loginMethodWords = (method: LoginMethod): string => say(`login-method.${method}`);

/** Whether one of them begins with a password. */
export function hasPassword(methods: readonly LoginMethod[]): boolean {
  return methods.some((method) => method !== "singleSignOn");
}

export function loginMethodsInWords(methods: readonly LoginMethod[]): string {
  return methods.length > 0 ? listed(methods.map(loginMethodWords)) : say("login-method.none");
}
