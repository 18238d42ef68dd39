/** The session, as components see it. */
import { useEffect, useSyncExternalStore } from "react";
import type { Acting } from "./acting";
import { acting, gate, session } from "./client";
import type { SessionState } from "./session";
import type { Notice, Permission, User } from "./types";

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.current);
}

export function useSignedIn(): { user: User; notices: Notice[] } | undefined {
  const state = useSession();
  return state.phase === "signedIn" ? state : undefined;
}

/** Whether nothing about the account can be changed, its sessions aside. */
export function useFrozen(): boolean {
  return useSignedIn()?.notices.some(({ code }) => code === "account_frozen") ?? false;
}

export function usePermission(permission: Permission): boolean {
  return useSignedIn()?.user.permissions.includes(permission) ?? false;
}

/** While this is on the screen, its session stays as far as this page goes: it shows what is shown once. */
export function useHeldSession(): void {
  useEffect(() => session.hold(), []);
}

export function useActing(): Acting {
  return useSyncExternalStore(acting.subscribe, acting.current);
}

export function useGateIsOpen(): boolean {
  return useSyncExternalStore(gate.subscribe, gate.isOpen);
}
