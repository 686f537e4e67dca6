/** An account as Signet answers it; settings and contributors may add members. */
export interface User {
  id: string;
  username: string;
  email: string;
  email_verified: boolean;
  name: string;
  is_admin: boolean;
  roles: string[];
  created_at: string;
  last_login?: string | null;
  [member: string]: unknown;
}

/** `username` may be an address too. With `remember_me` the session lasts beyond the browser's own. */
export type Credentials = { password: string; remember_me?: boolean } & ({ username: string } | { email: string });

export interface SignupDetails {
  username: string;
  email: string;
  password: string;
  name?: string;
  remember_me?: boolean;
}

export interface SignetOptions {
  /** Where Signet is, at the origin of the page: `/signet/`. By default it is above the folder of this file. */
  root?: string | URL;
  /** How many seconds before the session ends `idlewarning` tells of it: 60, and less than a session may be idle. */
  warnBefore?: number;
}

export interface SignetEventMap {
  /** There is a session now; another tab may have begun it. */
  login: CustomEvent<{ reason: '' }>;
  /** There is none any more, whoever ended it: `reason` is `logout`, `session_ended`, or the code of Signet's refusal. */
  logout: CustomEvent<{ reason: string }>;
  /** The session will end, since nobody has done anything; or for good, where it is not `extendable`. */
  idlewarning: CustomEvent<{ secondsLeft: number; extendable: boolean }>;
  /** It goes on after all. */
  stay: CustomEvent<null>;
}

export interface SignetClient extends EventTarget {
  /** The account that is logged in now. Throws a `SignetError` with Signet's code where it refuses. */
  login(credentials: Credentials): Promise<User>;
  /** The same for a new account; null where its address has to be proven first. */
  signup(details: SignupDetails): Promise<User | null>;
  /** Ends the session, in all tabs. Throws a `SignetError` where it has not ended. */
  logout(): Promise<void>;
  /** Who is logged in, or null. */
  me(): Promise<User | null>;
  /**
   * As `window.fetch`. To this origin, unsafe requests carry the proof against CSRF, and a request that was refused
   * since the access token has expired is made again once, after a refresh that all tabs share. Throws a `SignetError`
   * where that cannot be done: `unreachable`, `not_replayed`, or the code that a refresh was refused with.
   */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>;
  /** Lets the session last as if somebody had acted; false where it has ended. */
  extend(): Promise<boolean>;
  /** Begins to renew ahead of expiry, while somebody is active, and to warn. */
  start(): this;
  /** Ends that, and listening to other tabs, for good. */
  stop(): void;

  addEventListener<K extends keyof SignetEventMap>(
    type: K,
    listener: (this: SignetClient, event: SignetEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
}

export class SignetError extends Error {
  readonly name: 'SignetError';
  /** Signet's own, as `no_active_account` or `csrf_failed`; or `unreachable`, `not_replayed`, `tokens_in_body`, `bad_answer`, `other_origin`, `refused`. */
  readonly code: string;
  /** The status of Signet's answer, if there was one. */
  readonly status?: number;
  /** Its body: `{ detail, code }`, or what is wrong with fields, `{ username: ['…'] }`. */
  readonly data?: Record<string, unknown>;
}

/** The client of this page. `window` is for tests. */
export function signet(options?: SignetOptions, window?: object): SignetClient;
