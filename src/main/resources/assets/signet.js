// Sessions of Signet as the scripts of a page see them: docs/client.md says how, signet.d.ts has the types.
// Tokens stay in cookies that no script can read. What tabs share are instants, never secrets.

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
// A refresh tells whether these can be mended: where the session has ended, it is refused with the reason.
const MENDABLE = new Set(['not_authenticated', 'token_not_valid', 'token_missing']);
const ENDED = new Set(['password_changed', 'token_reused', 'user_not_found']);
const ACTS = ['pointerdown', 'keydown', 'focus'];
const WAKINGS = ['online', 'pageshow', 'visibilitychange'];
// Milliseconds. Signet gives a lost answer again for ten seconds: the second attempt has to begin before.
const REFRESH_PATIENCE = [7_000, 15_000];
const PATIENCE = 30_000;
const SHORTEST_SLEEP = 1_000;
const LONGEST_SLEEP = 20_000;
const BETWEEN_ACTS = 5_000;

export class SignetError extends Error {
  constructor(code, message, { status, data, cause } = {}) {
    super(message, { cause });
    Object.assign(this, { name: 'SignetError', code, status, data });
  }
}

export function signet(options = {}, window = globalThis) {
  return new Client(options, window);
}

class Client extends EventTarget {
  #window; #root; #lead; #shared; #renewing; #timer;
  #life = new AbortController();
  #turn = Promise.resolve();
  #started = false;
  #warned = false;
  #share = 0.7;

  constructor({ root = new URL('../', import.meta.url), warnBefore = 60 }, window) {
    super();
    this.#window = window;
    this.#root = new URL(root, window.location.href).href.replace(/\/*$/, '/');
    this.#lead = warnBefore * 1_000;
    if (new URL(this.#root).origin !== window.location.origin) {
      throw new SignetError('other_origin', `Cookies do not reach ${this.#root} from this page: serve both at one origin.`);
    }
    this.#shared = new Shared(`signet:${this.#root}`, window, this.#heard, this.#life.signal);
  }

  login(credentials) {
    return this.#open('api/auth/login', credentials);
  }

  signup(details) {
    return this.#open('api/auth/signup', details);
  }

  logout() {
    return this.#alone(async () => {
      const answer = await this.#call('api/auth/logout');
      if (answer.status !== 401 && answer.status >= 300) throw refusal(answer);
      this.#end('logout');
    });
  }

  async me() {
    const answer = await this.fetch(`${this.#root}api/me`, { headers: { Accept: 'application/json' }, cache: 'no-store' });
    if (answer.status === 401) return null;
    const data = parse(await answer.text());
    if (!answer.ok) throw refusal({ status: answer.status, data });
    return data.user;
  }

  async fetch(input, init) {
    const request = new Request(input, init);
    if (!this.#isOurs(request)) return this.#window.fetch(request);
    // A stream can be read once; to keep a copy of what may have no end is not ours to decide.
    const again = init?.body instanceof ReadableStream ? undefined : request.clone();
    const [seen, proof] = [this.#session, this.#proof()];
    const answer = await this.#send(request);
    if (answer.status !== 401 || !(await this.#isMendable(answer)) || !(await this.#renew(seen))) return answer;
    // Each session has its own proof: what one person asked for is not sent again for another, who has logged in since.
    if (this.#proof() !== proof) return answer;
    if (!again) throw new SignetError('not_replayed', 'The login is renewed, but a stream is not sent twice: make the request anew.');
    return this.#send(again);
  }

  extend() {
    return this.#alone(() => this.#refresh(this.#session, true));
  }

  start() {
    if (this.#started) return this;
    this.#started = true;
    const options = { capture: true, passive: true, signal: this.#life.signal };
    for (const act of ACTS) this.#window.addEventListener(act, this.#acted, options);
    for (const waking of WAKINGS) this.#window.addEventListener(waking, this.#tick, options);
    this.#attend(true);
    return this;
  }

  stop() {
    this.#started = false;
    this.#life.abort();
    this.#window.clearTimeout(this.#timer);
  }

  get #session() {
    return this.#shared.get('session');
  }

  #now() {
    return this.#window.Date.now();
  }

  #proof() {
    const cookies = new Map(this.#window.document.cookie.split('; ').map((cookie) => cookie.split(/=(.*)/s, 2)));
    return cookies.get('__Host-csrf') ?? cookies.get('csrf');
  }

  // The proof lasts as long as the session: without it there is none, whatever was known of one.
  #hasSession() {
    if (!this.#proof() && this.#session.stamp) this.#end('session_ended');
    return Boolean(this.#proof());
  }

  // Who sends a header of their own, or no cookies, does not ask as this session.
  #isOurs(request) {
    const isSameOrigin = new URL(request.url).origin === this.#window.location.origin;
    return isSameOrigin && request.credentials !== 'omit' && !request.headers.has('Authorization');
  }

  #send(request) {
    const proof = this.#proof();
    if (SAFE.has(request.method) || !proof) return this.#window.fetch(request);
    // The browser would carry the proof along where a redirect leads to another origin.
    const proven = new Request(request, { mode: 'same-origin' });
    proven.headers.set('X-CSRF-Token', proof);
    return this.#window.fetch(proven);
  }

  async #isMendable(answer) {
    if (!this.#hasSession()) return false;
    const isJson = /json/i.test(answer.headers.get('Content-Type') ?? '');
    const { code } = isJson ? parse(await answer.clone().text()) : {};
    if (ENDED.has(code) && answer.url.startsWith(this.#root)) this.#end(code);
    // Another application may say no more than 401: the clock has to say why then.
    return code ? MENDABLE.has(code) : this.#isDue(1);
  }

  // Whether so much of the access token's life is over; a clock that was set back says nothing.
  #isDue(share) {
    const { stamp, renewed, access } = this.#session;
    return !stamp || this.#now() < renewed || this.#now() >= renewed + access * share;
  }

  #isActive() {
    const { at } = this.#shared.get('active');
    return at > this.#session.counted && at <= this.#now();
  }

  // One refresh for all who have seen the same; false: that session has ended.
  async #renew(seen, counts = !this.#started || this.#isActive()) {
    if (this.#session.stamp !== seen.stamp) return !this.#session.out;
    this.#renewing ??= this.#alone(() => this.#refresh(seen, counts)).finally(() => (this.#renewing = undefined));
    return this.#renewing;
  }

  async #refresh(seen, counts) {
    if (this.#session.stamp !== seen.stamp) return !this.#session.out;
    const answer = await this.#askTwice(counts ? {} : { 'X-Signet-Background': '1' });
    if (answer.status === 401) return this.#end(answer.data.code ?? 'session_ended');
    return this.#learn(answer, counts);
  }

  async #askTwice(headers) {
    const [first, second] = REFRESH_PATIENCE;
    try {
      const answer = await this.#call('api/auth/refresh', { headers, patience: first });
      if (answer.status < 500) return answer;
    } catch {
      // Signet may have answered: the next attempt is given the same again.
    }
    return this.#call('api/auth/refresh', { headers, patience: second });
  }

  async #call(path, { headers, body, patience = PATIENCE } = {}) {
    const deadline = new AbortController();
    const timer = this.#window.setTimeout(() => deadline.abort(), patience);
    try {
      // keepalive: the cookies of the answer are not lost with a page that is left.
      const init = { method: 'POST', headers: { Accept: 'application/json', ...headers }, body, keepalive: true };
      const answer = await this.#send(new Request(this.#root + path, { ...init, signal: deadline.signal }));
      return { status: answer.status, data: parse(await answer.text()) };
    } catch (cause) {
      throw new SignetError('unreachable', 'Signet has not answered. Whoever was logged in still is.', { cause });
    } finally {
      this.#window.clearTimeout(timer);
    }
  }

  #open(path, details) {
    return this.#alone(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await this.#call(path, { headers, body: JSON.stringify(details) });
      // The address has to be proven first.
      if (answer.status === 202) return null;
      this.#learn(answer, true);
      return answer.data.user;
    });
  }

  #learn(answer, counts) {
    const { data, status } = answer;
    if (data.access || data.refresh) {
      throw new SignetError('tokens_in_body', 'Signet answers with tokens, which no script should see: set signet.login.transport=cookie.');
    }
    if (status >= 300) throw refusal(answer);
    const [access, session] = [data.expires_in * 1_000, data.refresh_expires_in * 1_000];
    if (!(access > 0 && session >= 0)) throw new SignetError('bad_answer', 'What has answered is not Signet.', { status });
    const now = this.#now();
    const counted = counts ? now : Math.min(this.#session.counted || now, now);
    this.#shared.set('session', { renewed: now, access, session, counted, out: '' });
    return true;
  }

  #end(reason) {
    this.#shared.set('session', { renewed: 0, access: 0, session: 0, counted: 0, out: reason });
    return false;
  }

  // For all tabs, so that no refresh crosses a login or logout; where there are no locks, in this tab.
  #alone(act) {
    const locks = this.#window.navigator?.locks;
    if (locks) return locks.request(`signet:${this.#root}`, () => act());
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  #heard = (session, before) => {
    const [isOut, wasOut] = [session, before].map((known) => known && Boolean(known.out));
    if (isOut !== wasOut) this.#emit(isOut ? 'logout' : 'login', { reason: session.out });
    else if (this.#warned) this.#emit('stay');
    this.#warned = false;
    this.#sleep();
  };

  #emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #acted = () => {
    const { at = 0 } = this.#shared.get('active');
    if (!this.#warned && Math.abs(this.#now() - at) < BETWEEN_ACTS) return;
    this.#shared.set('active', { at: this.#now() });
    if (this.#warned) this.#attend();
  };

  #tick = () => this.#attend();

  async #attend(isFirst = false) {
    try {
      await this.#keep(isFirst);
      this.#sleep();
    } catch {
      this.#sleep(LONGEST_SLEEP);
    }
  }

  // Instants decide, never a count of ticks: timers stand still while a computer sleeps.
  #sleep(atLeast = SHORTEST_SLEEP) {
    this.#window.clearTimeout(this.#timer);
    const { stamp, out, renewed, access, session } = this.#session;
    if (!this.#started || out) return;
    this.#share = 0.7 + 0.1 * this.#window.Math.random();
    const next = renewed + Math.min(access * this.#share, session - (this.#warned ? 0 : this.#lead));
    const left = stamp ? next - this.#now() : LONGEST_SLEEP;
    this.#timer = this.#window.setTimeout(this.#tick, Math.min(Math.max(left, atLeast), LONGEST_SLEEP));
  }

  async #keep(isFirst) {
    const seen = this.#session;
    if (!this.#hasSession() || (seen.out && !isFirst)) return;
    if (seen.out || this.#isDue(this.#share)) await this.#renew(seen);
    const latest = this.#session;
    const left = latest.renewed + latest.session - this.#now();
    if (latest.out || left > this.#lead) return;
    // A refresh that counted has brought no more: the session ends for good, whoever is active.
    const isLast = latest.renewed === latest.counted && latest.session <= this.#lead;
    if (this.#isActive() && !isLast) await this.#renew(latest, true);
    // Signet's clock decides, and a refresh that does not count asks it.
    else if (left <= 0) await this.#renew(latest, false);
    else if (!this.#warned) {
      this.#warned = true;
      this.#emit('idlewarning', { secondsLeft: Math.ceil(left / 1_000), extendable: !isLast });
    }
  }
}

// What all tabs know. localStorage keeps it for tabs to come, a channel tells those that are open; the newest wins.
class Shared {
  #name; #window; #storage; #channel;
  #heard = () => {};
  #known = {};

  constructor(name, window, heard, life) {
    this.#name = name;
    this.#window = window;
    try {
      this.#storage = window.localStorage;
    } catch {
      // Browsers can be told to keep nothing.
    }
    this.get('session');
    this.#heard = heard;
    window.addEventListener('storage', ({ key }) => key === `${name}:session` && this.get('session'), { signal: life });
    if (!window.BroadcastChannel) return;
    this.#channel = new window.BroadcastChannel(name);
    this.#channel.onmessage = ({ data }) => this.#hear(data?.key, data?.value);
    life.addEventListener('abort', () => (this.#channel = this.#channel.close()));
  }

  get(key) {
    try {
      this.#hear(key, parse(this.#storage?.getItem(`${this.#name}:${key}`)));
    } catch {
      this.#storage = undefined;
    }
    return this.#known[key] ?? { stamp: 0 };
  }

  set(key, members) {
    const value = { ...members, stamp: Math.max(this.#window.Date.now(), this.get(key).stamp + 1) };
    try {
      this.#storage?.setItem(`${this.#name}:${key}`, JSON.stringify(value));
    } catch {
      this.#storage = undefined;
    }
    this.#channel?.postMessage({ key, value });
    this.#hear(key, value);
  }

  #hear(key, value) {
    const numbers = key === 'session' ? ['stamp', 'renewed', 'access', 'session', 'counted'] : ['stamp', 'at'];
    const before = this.#known[key];
    if (!numbers.every((name) => Number.isFinite(value?.[name])) || value.stamp <= (before?.stamp ?? 0)) return;
    this.#known[key] = value;
    if (key === 'session') this.#heard(value, before);
  }
}

function parse(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

function refusal({ status, data }) {
  return new SignetError(data.code ?? 'refused', data.detail ?? `Signet has answered ${status}.`, { status, data });
}
