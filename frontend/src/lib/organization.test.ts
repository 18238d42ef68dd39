// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";

/** As a browser begins at an address. */
async function begin(address: string) {
  history.replaceState(null, "", address);
  vi.resetModules();
  return import("./organization");
}

beforeEach(() => localStorage.clear());

test("a link that names an organization is gone by at once, and remembered once there is such a one", async () => {
  const first = await begin("/reset-password?organization=lock");
  expect(first.organizationOf()).toBe("lock");
  expect((await begin("/sign-in")).organizationOf()).toBeUndefined();
  first.settleOrganization("lock", true);
  expect((await begin("/sign-in")).organizationOf()).toBe("lock");
});

test("one that somebody made up changes nothing", async () => {
  (await begin("/sign-in?organization=lock")).settleOrganization("lock", true);
  const { organizationOf, settleOrganization } = await begin("/help?organization=none");
  settleOrganization(organizationOf(), false);
  expect(organizationOf()).toBe("lock");
});

test("one that is gone is forgotten", async () => {
  const { organizationOf, settleOrganization } = await begin("/sign-in?organization=lock");
  settleOrganization("lock", true);
  settleOrganization("lock", false);
  expect(organizationOf()).toBeUndefined();
});
