// A browser by hand: tabs that share cookies, storage, locks and channels, and a clock that stands still unless moved.

export class Clock {
  #timers = new Map();
  #ids = 0;
  now = Date.UTC(2026, 0, 1);

  setTimeout = (act, delay) => {
    if (!(delay >= 0)) throw new RangeError(`A timer of ${delay}`);
    this.#timers.set(++this.#ids, { act, at: this.now + delay });
    return this.#ids;
  };

  clearTimeout = (id) => this.#timers.delete(id);

  // Each timer at its time, and all that follows from it.
  async pass(seconds) {
    await settled();
    const end = this.now + seconds * 1_000;
    for (;;) {
      const [id, next] = [...this.#timers].reduce((a, b) => (b[1].at < a[1].at ? b : a), [0, { at: Infinity }]);
      if (next.at > end) break;
      this.#timers.delete(id);
      this.now = Math.max(this.now, next.at);
      next.act();
      await settled();
    }
    this.now = end;
    await settled();
  }

  // Timers stand still, as while a computer sleeps or when its clock is set.
  jump(seconds) {
    this.now += seconds * 1_000;
    for (const timer of this.#timers.values()) timer.at += seconds * 1_000;
  }

  get waiting() {
    return this.#timers.size;
  }
}

// Until nothing more follows by itself: streams and responses take some turns.
export async function settled() {
  for (let turn = 0; turn < 30; turn++) await new Promise((done) => setImmediate(done));
}

export class Browser {
  cookies = new Map();
  clock = new Clock();
  origin = 'https://app.example';
  #stored = new Map();
  #tails = new Map();
  #channels = new Set();
  #tabs = [];

  constructor(server) {
    this.server = server;
  }

  tab({ locks = true, channels = true, storage = 'works' } = {}) {
    const browser = this;
    const tab = new EventTarget();
    Object.assign(tab, {
      location: { href: `${this.origin}/shop/`, origin: this.origin },
      Date: { now: () => this.clock.now },
      Math: { random: () => 0.5 },
      setTimeout: this.clock.setTimeout,
      clearTimeout: this.clock.clearTimeout,
      navigator: locks ? { locks: { request: (name, act) => this.#queue(name, act) } } : {},
      document: {
        get cookie() {
          return [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        },
      },
      fetch: (request) => this.#fetch(request),
    });
    if (channels) tab.BroadcastChannel = this.#channelClass();
    Object.defineProperty(tab, 'localStorage', { get: () => this.#storage(tab, storage) });
    this.#tabs.push(tab);
    return tab;
  }

  // As the browser's sweep of old data, or a reader's.
  forget() {
    this.#stored.clear();
  }

  get stored() {
    return [...this.#stored].join('\n');
  }

  store(key, value) {
    this.#stored.set(key, value);
  }

  async #fetch(request) {
    if (request.mode === 'same-origin' && new URL(request.url).origin !== this.origin) throw new TypeError('Failed to fetch');
    request.signal.throwIfAborted();
    const aborted = new Promise((_, reject) => request.signal.addEventListener('abort', () => reject(request.signal.reason)));
    aborted.catch(() => {});
    const answer = await Promise.race([this.server(request), aborted]);
    Object.defineProperty(answer, 'url', { value: request.url });
    return answer;
  }

  #queue(name, act) {
    const turn = (this.#tails.get(name) ?? Promise.resolve()).then(() => act({ name }));
    this.#tails.set(name, turn.catch(() => {}));
    return turn;
  }

  #storage(tab, kind) {
    if (kind === 'forbidden') throw new Error('SecurityError');
    return {
      getItem: (key) => this.#stored.get(key) ?? null,
      setItem: (key, value) => {
        if (kind === 'full') throw new Error('QuotaExceededError');
        this.#stored.set(key, value);
        for (const other of this.#tabs) {
          if (other !== tab) queueMicrotask(() => other.dispatchEvent(Object.assign(new Event('storage'), { key })));
        }
      },
    };
  }

  #channelClass() {
    const channels = this.#channels;
    return class {
      constructor(name) {
        this.name = name;
        channels.add(this);
      }

      postMessage(data) {
        if (!channels.has(this)) throw new Error('InvalidStateError');
        for (const other of channels) {
          if (other !== this && other.name === this.name) setImmediate(() => other.onmessage?.({ data: structuredClone(data) }));
        }
      }

      close() {
        channels.delete(this);
      }
    };
  }
}
