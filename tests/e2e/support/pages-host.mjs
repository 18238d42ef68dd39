// A host that serves the built pages alone, as deploy/pages tells Caddy or nginx to.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { guide, program } from "./guide.mjs";
import { freePort } from "./service.mjs";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const START_LIMIT_MS = 30_000;

const HOSTS = { caddy: startCaddy, nginx: startNginx };

/** Has a server of `HOSTS` serve the pages at `url`, with the API at `api` named in their head; answers how to stop it. */
export async function servePages(url, api, server = "caddy") {
  const home = await mkdtemp(join(tmpdir(), "nightlatch-pages-"));
  const folder = join(home, "frontend/dist");
  await cp(join(root, "frontend/dist"), folder, { recursive: true });
  await nameApi(home, api);
  const host = await HOSTS[server]({ home, folder, url, api });
  const exited = once(host, "exit");
  const stop = async () => {
    host.kill();
    await exited;
    await rm(home, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await fetch(url).then(({ ok }) => ok, () => false))) {
    if (host.exitCode !== null || Date.now() > deadline) {
      await stop();
      throw new Error(`${server} does not serve the pages`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return stop;
}

async function startCaddy({ home, folder, url, api }) {
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home };
  const settings = { PAGES: url, API: api, PAGE: folder, HTTP_PORT: String(await freePort()) };
  const config = join(root, "deploy/pages/Caddyfile");
  return spawn("caddy", ["run", "--adapter", "caddyfile", "--config", config], {
    env: { ...env, ...settings },
    stdio: "ignore",
  });
}

/** Without TLS, for which there is no certificate. */
async function startNginx({ home, folder, url, api }) {
  const written = await readFile(join(root, "deploy/pages/nginx.conf"), "utf8");
  const block = [
    [/listen 443 ssl;/, `listen ${new URL(url).host};`],
    [/\tssl_certificate(_key)? .*\n/g, ""],
    [/root .*;/, `root ${folder};`],
    [/https:\/\/api\.example\.org/g, api],
  ].reduce((config, [from, to]) => {
    if (config.search(from) < 0) throw new Error(`nginx.conf has nothing like ${from}`);
    return config.replace(from, to);
  }, written);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${home};`);
  const http = ["include /etc/nginx/mime.types;", "access_log off;", ...temporary, block].join("\n");
  const config = join(home, "nginx.conf");
  // One process, that the account of the tests owns.
  await writeFile(config, `daemon off; master_process off; pid ${home}/pid; events {}\nhttp {\n${http}\n}\n`);
  const options = { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: "ignore" };
  return spawn("nginx", ["-c", config, "-e", join(home, "errors")], options);
}

/** As the guide does, in the folder that holds the built page. */
async function nameApi(cwd, api) {
  const command = await program(guide("deploy.md"), "sh", "   sed ");
  execFileSync("bash", ["-c", command.replace("https://api.example.org", api)], { cwd });
  const page = await readFile(join(cwd, "frontend/dist/index.html"), "utf8");
  if (!page.includes(`content="${api}"`)) throw new Error("the head of the page does not name the API");
}
