// A host that serves the built pages alone, as deploy/pages tells Caddy to.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { guide, program } from "./guide.mjs";
import { freePort } from "./service.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const START_LIMIT_MS = 30_000;

/** Serves the pages at `url`, with the API at `api` named in their head; answers how to stop it. */
export async function servePages(url, api) {
  const home = await mkdtemp(join(tmpdir(), "nightlatch-pages-"));
  const folder = join(home, "frontend/dist");
  await cp(join(root, "frontend/dist"), folder, { recursive: true });
  await nameApi(home, api);
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const settings = { PAGES: url, API: api, PAGE: folder, HTTP_PORT: String(await freePort()) };
  const config = join(root, "deploy/pages/Caddyfile");
  const caddy = spawn("caddy", ["run", "--adapter", "caddyfile", "--config", config], {
    env: { ...env, ...settings },
    stdio: "ignore",
  });
  const exited = once(caddy, "exit");
  const stop = async () => {
    caddy.kill();
    await exited;
    await rm(home, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await fetch(url).then(({ ok }) => ok, () => false))) {
    if (caddy.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error("Caddy does not serve the pages");
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return stop;
}

/** As the guide does, in the folder that holds the built page. */
async function nameApi(cwd, api) {
  const command = await program(guide("deploy.md"), "sh", "   sed ");
  execFileSync("bash", ["-c", command.replace("https://api.example.org", api)], { cwd });
  const page = await readFile(join(cwd, "frontend/dist/index.html"), "utf8");
  if (!page.includes(`content="${api}"`)) throw new Error("the head of the page does not name the API");
}
