// Signet by hand: one account, cookies, the rules of docs/client.md that the client can see.

export class Server {
  requests = [];
  accessLife = 300;
  idle = 1_800;
  absolute = Infinity;
  // What happens to a request before it is answered: a list of functions that are used up, by path.
  mishaps = {};
  refreshes = 0;
  user = 'kim';
  session;

  // Bound, so that a browser can take it.
  answer = async (request) => {
    const path = new URL(request.url).pathname.replace('/signet/api/', '');
    const body = request.body ? await request.text() : '';
    this.requests.push({ method: request.method, path, body, headers: request.headers, keepalive: request.keepalive });
    const mishap = this.mishaps[path]?.shift();
    const before = await mishap?.(() => this.#act(request, path, body));
    return before ?? this.#act(request, path, body);
  };

  connect(browser) {
    this.browser = browser;
    return browser;
  }

  get now() {
    return this.browser.clock.now;
  }

  // As the page of a login does it.
  logIn(user = 'kim') {
    const end = this.now + this.absolute * 1_000;
    this.session = { user, idleUntil: this.now + this.idle * 1_000, end, accessUntil: this.now + this.accessLife * 1_000 };
    this.browser.cookies.set('__Host-csrf', `proof-of-${user}`);
  }

  // By somebody else: the cookies stay.
  revoke(code = 'token_not_valid') {
    this.session = { ...this.session, revoked: code };
  }

  of(path) {
    return this.requests.filter((request) => request.path === path);
  }

  #act(request, path, body) {
    if (request.method !== 'GET' && this.session && request.headers.get('X-CSRF-Token') !== `proof-of-${this.session.user}`
        && path !== 'auth/login') {
      return json(403, { detail: 'No proof.', code: 'csrf_failed' });
    }
    if (path === 'auth/login' || path === 'auth/signup') return this.#login(path, JSON.parse(body));
    if (path === 'auth/refresh') return this.#refresh(request);
    if (path === 'auth/logout') return this.#logout();
    return this.#guarded(path, body);
  }

  #login(path, { username, password }) {
    if (password !== 'right') return json(401, { detail: 'No.', code: 'no_active_account' });
    this.logIn(username);
    return json(path === 'auth/signup' ? 201 : 200, this.#answer());
  }

  #logout() {
    this.session = undefined;
    this.browser.cookies.clear();
    return new Response(null, { status: 204 });
  }

  #refresh(request) {
    const why = this.#ended();
    if (why) return json(401, { detail: 'Over.', code: why });
    this.refreshes++;
    this.session.accessUntil = this.now + this.accessLife * 1_000;
    if (!request.headers.has('X-Signet-Background')) this.session.idleUntil = this.now + this.idle * 1_000;
    return json(200, this.#answer());
  }

  #ended() {
    if (!this.session) return 'token_missing';
    return this.session.revoked ?? (this.now >= Math.min(this.session.idleUntil, this.session.end) ? 'token_not_valid' : undefined);
  }

  #guarded(path, body) {
    if (!this.session) return json(401, { detail: 'Who?', code: 'not_authenticated' });
    if (this.session.revoked) return json(401, { detail: 'Over.', code: this.session.revoked });
    if (this.now >= this.session.accessUntil) return json(401, { detail: 'Expired.', code: 'token_not_valid' });
    return json(200, { user: { username: this.session.user }, path, body });
  }

  #answer() {
    const until = Math.min(this.session.idleUntil, this.session.end);
    return {
      expires_in: this.accessLife,
      refresh_expires_in: Math.ceil((until - this.now) / 1_000),
      csrf_token: `proof-of-${this.session.user}`,
      user: { username: this.session.user },
    };
  }
}

export function json(status, body) {
  return new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
}
