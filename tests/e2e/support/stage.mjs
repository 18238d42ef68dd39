// What every journey needs: a service of its own, a browser, and people.
import { randomBytes } from "node:crypto";
import { Client } from "./api.mjs";
import { launchBrowser, openPage } from "./browser.mjs";
import { Mailbox } from "./mailbox.mjs";
import { servePages } from "./pages-host.mjs";
import { freePort, startService } from "./service.mjs";

/** Sets the stage for one test; it is struck when the test ends, whatever happened on it. `pagesElsewhere`: another host serves the pages. */
export async function setStage(t, { pagesElsewhere = false } = {}) {
  const strike = [];
  t.after(() => inReverse(strike));
  const pagesUrl = pagesElsewhere ? `http://localhost:${await freePort()}` : undefined;
  const service = await startService({ pagesUrl });
  strike.push(() => service.stop());
  if (pagesUrl) strike.push(await servePages(pagesUrl, service.url));
  const browser = await launchBrowser();
  strike.push(() => browser.close());

  let administrator;
  return {
    url: service.url,
    pagesUrl,
    credentials: { email: service.email, password: service.password },
    mailbox: new Mailbox(service.dataDir),

    /** A fresh browser profile of one person, who reads that language, lives in that time zone and goes to no other origin but `beyond`. */
    async openPage(options) {
      const elsewhere = pagesUrl && { beyond: service.url };
      const { page, context, close } = await openPage(browser, pagesUrl ?? service.url, { ...elsewhere, ...options });
      strike.push(close);
      return { page, context };
    },

    /** The first administrator, signed in over the API. */
    async administrator() {
      administrator ??= await Client.signIn(service);
      return administrator;
    },

    /** A new member of the organization. */
    async member(name, roles = ["member"]) {
      const email = `${name.toLowerCase()}@example.org`;
      const user = { email, displayName: name, roles, password: randomBytes(12).toString("base64url") };
      return (await this.administrator()).createUser(user);
    },

    /** A new member whose address is known to be theirs, with codes by email turned on. */
    async memberWithEmailCodes(name) {
      const member = await this.member(name);
      await this.proveAddress(member);
      await (await Client.signIn(member)).send("PUT", "/v1/me/email-verification", { enabled: true });
      return member;
    },

    /** Opens the link that a member has mailed to their own address. */
    async proveAddress(member) {
      const client = await Client.signIn(member);
      await client.send("POST", "/v1/me/email/verify");
      const link = new URL(await this.mailbox.link(member.email, "/confirm-email"));
      await client.send("POST", "/v1/auth/email/confirm", { token: link.hash.replace("#token=", "") });
    },

    /** A new member with an authenticator, its phone and the recovery codes. */
    async memberWithPhone(name) {
      const member = await this.member(name);
      return { ...member, ...(await (await Client.signIn(member)).enroll()) };
    },
  };
}

/** Each step is taken, even after one has failed; the first failure is the one that is told. */
async function inReverse(steps) {
  const failures = [];
  for (const step of steps.reverse()) await step().catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
