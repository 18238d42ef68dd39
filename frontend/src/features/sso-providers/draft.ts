/** A provider as it is filled in. */
import type { NewSsoProvider, RoleName, SsoProvider } from "@/api/types";

export interface Draft {
  name: string;
  issuer: string;
  clientId: string;
  /** Empty: the one that there is stays. */
  clientSecret: string;
  createsUsers: boolean;
  defaultRole: RoleName;
  /** With commas or spaces between them. */
  emailDomains: string;
}

export const empty: Draft = {
  name: "",
  issuer: "",
  clientId: "",
  clientSecret: "",
  createsUsers: false,
  defaultRole: "member",
  emailDomains: "",
};

export function draftOf(provider: SsoProvider): Draft {
  const { name, issuer, clientId, createsUsers, defaultRole, emailDomains } = provider;
  return {
    name,
    issuer,
    clientId,
    clientSecret: "",
    createsUsers,
    defaultRole,
    emailDomains: emailDomains.join(", "),
  };
}

/** What goes to the service for a new one. */
export function orderOf({ clientSecret, emailDomains, ...draft }: Draft): NewSsoProvider {
  return {
    ...draft,
    name: draft.name.trim(),
    issuer: draft.issuer.trim(),
    clientId: draft.clientId.trim(),
    clientSecret,
    emailDomains: emailDomains.split(/[\s,]+/).filter(Boolean),
  };
}

/** What goes to the service for one that is there: its issuer stays. */
export function changeOf(draft: Draft): Partial<Omit<NewSsoProvider, "issuer">> {
  const { issuer: _, clientSecret, ...change } = orderOf(draft);
  return clientSecret ? { ...change, clientSecret } : change;
}

export function isReady(draft: Draft, isNew: boolean): boolean {
  const { name, issuer, clientId, clientSecret } = orderOf(draft);
  return [name, issuer, clientId].every(Boolean) && (!isNew || clientSecret !== "");
}
