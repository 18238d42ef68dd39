// A real provider of OpenID Connect on loopback, for single sign-on.
import { once } from "node:events";
import { exportJWK, generateKeyPair } from "jose";
import Provider from "oidc-provider";
import { freePort } from "./service.mjs";

export const client = { id: "nightlatch", secret: "known to both, and to nobody else" };

/** Starts a provider that knows these people, by the name that they sign in with there. */
export async function startProvider(people) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const registration = {
    client_id: client.id,
    client_secret: client.secret,
    // Told once the service knows it.
    redirect_uris: [],
    post_logout_redirect_uris: [],
  };
  const settings = {
    clients: [],
    cookies: { keys: ["of no use to anybody"] },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: "RS256", use: "sig" }] },
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    findAccount: (_context, name) => ({
      accountId: name,
      claims: () => ({ sub: name, email_verified: true, ...people[name] }),
    }),
    ttl: Object.fromEntries(["AccessToken", "Grant", "IdToken", "Interaction", "Session"].map((of) => [of, 600])),
    // Clients are looked up at each request, so that one can be registered once its callback is known.
    adapter: memoryWith(registration),
    // Pages of our own: those of the library fetch their font from elsewhere.
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: agree,
  };
  const provider = new Provider(issuer, settings);
  provider.use(signInPage(provider));
  // A test that failed before it could stop it ends all the same.
  const server = provider.listen(port, "127.0.0.1").unref();
  await once(server, "listening");
  return {
    issuer,
    register(callback) {
      registration.redirect_uris = [callback];
      registration.post_logout_redirect_uris = [new URL("/sign-in", callback).href];
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** What the provider remembers. */
function memoryWith(registration) {
  const kept = new Map();
  return class {
    constructor(kind) {
      this.kind = kind;
    }

    key(id) {
      return `${this.kind}:${id}`;
    }

    async upsert(id, payload) {
      kept.set(this.key(id), payload);
    }

    async find(id) {
      return this.kind === "Client" ? { ...registration } : kept.get(this.key(id));
    }

    async findByUid(uid) {
      return [...kept.values()].find((payload) => payload.uid === uid);
    }

    async findByUserCode() {}

    async consume(id) {
      kept.get(this.key(id)).consumed = Math.floor(Date.now() / 1000);
    }

    async destroy(id) {
      kept.delete(this.key(id));
    }

    async revokeByGrantId(grantId) {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    }
  };
}

/** Whoever signs in there lets the service know who they are. */
async function agree({ oidc: { client, session, provider } }) {
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid email profile");
  await grant.save();
  return grant;
}

const FORM = `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>
  <form method="post"><label>Name <input name="name"></label> <button>Sign in there</button></form>`;

/** Asks for a name, and for nothing else. */
function signInPage(provider) {
  return async (context, next) => {
    if (!context.path.startsWith("/interaction/")) return next();
    if (context.method === "GET") {
      context.type = "html";
      context.body = FORM;
      return;
    }
    const sent = Buffer.concat(await context.req.toArray()).toString();
    const login = { accountId: new URLSearchParams(sent).get("name") };
    context.redirect(await provider.interactionResult(context.req, context.res, { login }));
  };
}

export async function signInThere(page, name) {
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Sign in there" }).click();
}
