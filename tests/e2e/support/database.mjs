// The database behind `nightlatch dev`, for what no page of this release leads to.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** An address becomes its owner's, as if they had opened a link that was mailed there. */
export async function proveAddress(dataDir, email) {
  assert.match(email, /^[\w.-]+@[\w.-]+$/);
  const [, , , port, folder] = (await readFile(join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const statement = `UPDATE users SET email_verified_at = created_at WHERE email = '${email}'`;
  const place = ["--host", folder, "--port", port, "--username", "nightlatch", "--dbname", "nightlatch"];
  execFileSync("psql", ["--no-psqlrc", "--quiet", "--set", "ON_ERROR_STOP=1", ...place, "--command", statement]);
}
