// An authenticator app made of independent parts: it scans with zbarimg and computes its codes with oathtool.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

export class Phone {
  #secret;
  #algorithm;
  #digits;
  #period;
  #lastStep = 0;

  constructor(otpauthUri) {
    const uri = new URL(otpauthUri);
    assert.equal(uri.protocol, "otpauth:");
    assert.equal(uri.host, "totp");
    this.label = decodeURIComponent(uri.pathname.slice(1));
    this.issuer = uri.searchParams.get("issuer");
    this.#secret = uri.searchParams.get("secret");
    this.#algorithm = (uri.searchParams.get("algorithm") ?? "SHA1").toLowerCase();
    this.#digits = uri.searchParams.get("digits") ?? "6";
    this.#period = Number(uri.searchParams.get("period") ?? 30);
  }

  /** Points the camera at an element of a page. */
  static async scan(element) {
    await element.scrollIntoViewIfNeeded();
    return new Phone(decode(await element.screenshot()));
  }

  /** Points the camera at an SVG, printed. */
  static scanSvg(svg) {
    const png = execFileSync("rsvg-convert", ["--zoom", "4", "--background-color", "white"], { input: svg });
    return new Phone(decode(png));
  }

  /** The key as a person would type it, to compare with what a page shows. */
  get setupKey() {
    return this.#secret;
  }

  /**
   * A code that the service accepts and has not seen. A code counts once, and one step early or late is allowed, so
   * this phone's clock goes up to one step wrong; only past that does it wait for the clock.
   */
  async code() {
    const now = Date.now() / 1000;
    const current = Math.floor(now / this.#period);
    const earliest = this.#period - (now % this.#period) > 8 ? current - 1 : current;
    const step = Math.max(this.#lastStep + 1, earliest);
    const opens = (step - 1) * this.#period;
    if (opens > now) await sleep((opens - now) * 1000 + 50);
    this.#lastStep = step;
    return this.#codeOf(step);
  }

  /** Well-formed, and not the code of any step near now. */
  wrongCode() {
    const current = Math.floor(Date.now() / 1000 / this.#period);
    const near = new Set([-2, -1, 0, 1, 2].map((offset) => this.#codeOf(current + offset)));
    return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !near.has(code));
  }

  #codeOf(step) {
    const at = `${new Date(step * this.#period * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
    const shape = [
      `--totp=${this.#algorithm}`,
      `--digits=${this.#digits}`,
      `--time-step-size=${this.#period}s`,
    ];
    // The key goes in by standard input: a process list is no place for it, not even this one.
    const input = `${this.#secret}\n`;
    return execFileSync("oathtool", [...shape, "--base32", `--now=${at}`, "-"], {
      input,
      encoding: "utf8",
    }).trim();
  }
}

function decode(png) {
  return execFileSync("zbarimg", ["--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "png:-"], {
    input: png,
    encoding: "utf8",
  }).trim();
}
