// The mail that `nightlatch dev` keeps in its data folder, read as a person would: the newest one that was not read yet.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE_MS = 20_000;

export class Mailbox {
  #folder;
  #read = new Set();

  constructor(dataDir) {
    this.#folder = join(dataDir, "mail");
  }

  /** The address of the link to that page, `/not-me` for example, in the next mail to somebody that has one. */
  link(address, page) {
    const link = new RegExp(`https?://\\S+${page}(\\?organization=[\\w-]+)?#token=[\\w-]+`);
    return this.#wait(address, link, `a link to ${page}`);
  }

  /** The code in the next mail to somebody that has one. */
  code(address) {
    return this.#wait(address, /^\d{8}$/m, "a code");
  }

  /** The text of the next mail to somebody, whatever it says. */
  text(address) {
    return this.#wait(address, /^.*$/s, "a text");
  }

  async #wait(address, pattern, what) {
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await sleep(100)) {
      const found = await this.#newest(address, pattern);
      if (found) return found;
    }
    assert.fail(`${address} gets ${what} by mail`);
  }

  async #newest(address, pattern) {
    const kept = await readdir(this.#folder).catch(() => []);
    // They are called by their ids, which begin with the time.
    for (const name of kept.filter((name) => /^[^.].*\.eml$/.test(name)).sort().reverse()) {
      if (this.#read.has(name)) continue;
      const mail = await readFile(join(this.#folder, name), "utf8");
      const [found] = (isTo(mail, address) && textOf(mail).match(pattern)) || [];
      if (found === undefined) continue;
      this.#read.add(name);
      return found;
    }
    return undefined;
  }
}

function isTo(mail, address) {
  const [head] = mail.split("\r\n\r\n", 1);
  return new RegExp(`^To:[^]*?<?${address.replaceAll(".", "\\.")}>?\r?$`, "im").test(head);
}

/** What stands in the part that is plain text. */
function textOf(mail) {
  const boundary = mail.match(/boundary="([^"]+)"/)?.[1];
  const part = mail.split(`--${boundary}`).find((piece) => /^content-type: text\/plain/im.test(piece)) ?? "";
  const end = part.indexOf("\r\n\r\n");
  const body = part.slice(end + 4);
  const encoding = part.slice(0, end).match(/^content-transfer-encoding: (\S+)/im)?.[1].toLowerCase();
  const text = encoding === "base64" ? Buffer.from(body, "base64").toString("utf8") : body;
  const plain = encoding === "quoted-printable" ? unquoted(text) : text;
  return plain.replaceAll("\r\n", "\n");
}

/** Quoted-printable (RFC 2045, section 6.7). */
function unquoted(text) {
  const bytes = text
    .replace(/[ \t]*=\r?\n/g, "")
    .replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
