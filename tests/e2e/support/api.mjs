// Sets a scene over the API, so that a journey in the browser begins where its story does.
import assert from "node:assert/strict";
import { Phone } from "./phone.mjs";

export class Client {
  #url;
  #token;

  constructor(url, token) {
    this.#url = url;
    this.#token = token;
  }

  /** Signs in with a password alone: for someone without a factor. */
  static async signIn({ url, email, password }) {
    const answer = await new Client(url).send("POST", "/v1/auth/login", { email, password });
    assert.equal(answer.body.status, "signedIn");
    return new Client(url, answer.body.session.accessToken);
  }

  /** Enrolls a first authenticator; this client goes on with the tokens that the answer brings. */
  async enroll() {
    const begun = await this.send("POST", "/v1/me/authenticators", { name: "Phone" });
    const phone = Phone.scanSvg(begun.body.qrSvg);
    assert.equal(phone.setupKey, begun.body.secret);
    const code = await phone.code();
    const confirmed = await this.send("POST", `/v1/me/authenticators/${begun.body.id}/confirm`, { code });
    this.#token = confirmed.body.session.accessToken;
    return { phone, recoveryCodes: confirmed.body.recoveryCodes.map(({ code }) => code) };
  }

  async createUser(user) {
    await this.send("POST", "/v1/users", user);
    return { url: this.#url, ...user };
  }

  async setMode(mode) {
    await this.changePolicy({ mode });
  }

  async changePolicy(changes) {
    const { body, headers } = await this.send("GET", "/v1/policy");
    const { version: _, updatedAt: __, ...policy } = body;
    await this.send("PUT", "/v1/policy", { ...policy, ...changes }, { "if-match": headers.get("etag") });
  }

  async send(method, path, body, headers = {}) {
    const json = body && { "content-type": "application/json" };
    return this.#ask(method, path, body && JSON.stringify(body), { ...json, ...headers });
  }

  async sendFile(method, path, file, type) {
    return this.#ask(method, path, file, { "content-type": type });
  }

  async #ask(method, path, body, more) {
    const headers = { ...(this.#token && { authorization: `Bearer ${this.#token}` }), ...more };
    const response = await fetch(new URL(path, this.#url), { method, headers, body });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${path} answers ${response.status}: ${text}`);
    return { headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }
}
