// A device that keeps passkeys, simulated by Chromium: its owner touches it at once.
export class Device {
  #cdp;
  #id;

  constructor(cdp, id) {
    this.#cdp = cdp;
    this.#id = id;
  }

  /** Of this page, from now on. `verifies`: whether it has a fingerprint reader or the like. */
  static async attach(page, { verifies = true } = {}) {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("WebAuthn.enable");
    const options = {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: verifies,
      isUserVerified: verifies,
      automaticPresenceSimulation: true,
    };
    const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", { options });
    return new Device(cdp, authenticatorId);
  }

  async #send(method, parameters = {}) {
    return this.#cdp.send(`WebAuthn.${method}`, { authenticatorId: this.#id, ...parameters });
  }

  async count() {
    return (await this.#send("getCredentials")).credentials.length;
  }

  /** Its owner deletes what it keeps. */
  async clear() {
    await this.#send("clearCredentials");
  }

  /** Its owner has changed their mind: the next question is cancelled. */
  static async cancelNext(page) {
    await page.evaluate(() => {
      for (const name of ["create", "get"]) {
        const ask = navigator.credentials[name];
        navigator.credentials[name] = async () => {
          navigator.credentials[name] = ask;
          throw new DOMException("The operation either timed out or was not allowed.", "NotAllowedError");
        };
      }
    });
  }
}
