// A web application whose users log in at Signet, by openid-client. It has one user at a time, in memory. Pages are JSON.
import { createServer } from "node:http";
import * as oidc from "openid-client";

const { ISSUER, CLIENT_ID, CLIENT_SECRET, REPORTS, PORT } = process.env;
const origin = `http://127.0.0.1:${PORT}`;
const redirectUri = `${origin}/callback`;

const secret = oidc.ClientSecretBasic(CLIENT_SECRET);
const provider = await oidc.discovery(new URL(ISSUER), CLIENT_ID, undefined, secret);
// Else the library believes what comes over TLS, and looks at no signature.
oidc.enableNonRepudiationChecks(provider);

let asked;
let tokens;

const pages = {
  "/provider": () => provider.serverMetadata(),

  "/login": async (url, answer) => {
    const verifier = oidc.randomPKCECodeVerifier();
    asked = { pkceCodeVerifier: verifier, expectedState: oidc.randomState(), expectedNonce: oidc.randomNonce() };
    const parameters = {
      redirect_uri: redirectUri,
      scope: "openid profile email",
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
      state: asked.expectedState,
      nonce: asked.expectedNonce,
      ...Object.fromEntries(url.searchParams),
    };
    return answer.goTo(oidc.buildAuthorizationUrl(provider, parameters));
  },

  "/callback": async (url, answer) => {
    tokens = await oidc.authorizationCodeGrant(provider, url, { ...asked, idTokenExpected: true });
    return answer.goTo(new URL("/me", origin));
  },

  "/me": () => ({ scope: tokens.scope, claims: tokens.claims() }),

  "/userinfo": () => oidc.fetchUserInfo(provider, tokens.access_token, tokens.claims().sub),

  // Of an API of somebody else.
  "/reports": async () => {
    const answer = await fetch(REPORTS, { headers: { authorization: `Bearer ${tokens.access_token}` } });
    return { status: answer.status, text: await answer.text() };
  },

  "/refresh": async () => {
    const before = tokens;
    tokens = await oidc.refreshTokenGrant(provider, before.refresh_token);
    return {
      rotated: tokens.refresh_token !== before.refresh_token,
      renewed: tokens.access_token !== before.access_token,
      expires_in: tokens.expires_in,
    };
  },

  "/introspect": async () => ({
    access: await oidc.tokenIntrospection(provider, tokens.access_token),
    refresh: await oidc.tokenIntrospection(provider, tokens.refresh_token),
  }),

  "/revoke": async () => {
    await oidc.tokenRevocation(provider, tokens.refresh_token);
    return { revoked: true };
  },

  "/logout": (url, answer) => {
    const parameters = { id_token_hint: tokens.id_token, post_logout_redirect_uri: `${origin}/goodbye`, state: "see you" };
    return answer.goTo(oidc.buildEndSessionUrl(provider, parameters));
  },

  "/goodbye": (url) => ({ state: url.searchParams.get("state") }),
};

/** What the library refuses is part of the page: its name, and the provider's own code. */
async function page(url, answer) {
  try {
    return await pages[url.pathname](url, answer);
  } catch (refused) {
    return { refused: refused.code ?? refused.name, error: refused.error, description: refused.error_description };
  }
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, origin);
  if (!(url.pathname in pages)) {
    response.writeHead(404).end();
    return;
  }
  const goTo = (target) => void response.writeHead(303, { location: target.href }).end();
  const content = await page(url, { goTo });
  if (!response.writableEnded) {
    const text = JSON.stringify(content).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    response.setHeader("content-type", "text/html;charset=utf-8");
    response.end(`<!DOCTYPE html><pre>${text}</pre>`);
  }
});

server.listen(Number(PORT), "127.0.0.1", () => console.log("ready"));
