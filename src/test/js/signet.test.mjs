import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signet, SignetError } from '../../main/resources/assets/signet.js';
import { settled } from './browser.mjs';
import { json } from './server.mjs';
import { API, loggedIn, world } from './world.mjs';

const ORDERS = `${API}orders`;
const lost = async (act) => {
  await act();
  throw new TypeError('Failed to fetch');
};

test('a login gives the account, and what is kept has no secret', async () => {
  const { browser, tabs: [{ client, heard }] } = world();

  assert.equal((await client.login({ username: 'kim', password: 'right' })).username, 'kim');

  assert.deepEqual(heard, ['login']);
  assert.doesNotMatch(browser.stored, /proof|right|kim/);
});

test('a wrong password is the refusal of Signet', async () => {
  const { tabs: [{ client, heard }] } = world();

  await assert.rejects(client.login({ username: 'kim', password: 'wrong' }), { code: 'no_active_account', status: 401, message: 'No.' });

  assert.deepEqual(heard, []);
});

test('tokens in a body are refused with the setting that ends them', async () => {
  const { server, browser, tabs: [{ client }] } = world();
  server.mishaps['auth/login'] = [() => json(200, { access: 'a.b.c', refresh: 'd.e.f', expires_in: 300, refresh_expires_in: 900 })];

  await assert.rejects(client.login({ username: 'kim', password: 'right' }), (error) => {
    assert.ok(error instanceof SignetError);
    assert.match(error.message, /signet\.login\.transport=cookie/);
    assert.doesNotMatch(JSON.stringify(error) + error.stack, /a\.b\.c|d\.e\.f/);
    return error.code === 'tokens_in_body';
  });
  assert.equal(browser.stored, '');
});

test('whatever answers in the place of Signet is no login', async () => {
  const { server, tabs: [{ client }] } = world();
  server.mishaps['auth/login'] = [() => new Response('<h1>Welcome to our hotel</h1>'), () => json(200, null)];

  await assert.rejects(client.login({ username: 'kim', password: 'right' }), { code: 'bad_answer' });
  await assert.rejects(client.login({ username: 'kim', password: 'right' }), { code: 'bad_answer' });
});

test('a sign-up is a login, unless the address has to be proven first', async () => {
  const { server, tabs: [{ client, heard }] } = world();
  server.mishaps['auth/signup'] = [() => json(202, { detail: 'A mail is on its way.' })];

  assert.equal(await client.signup({ username: 'kim', password: 'right' }), null);
  assert.deepEqual(heard, []);
  assert.equal((await client.signup({ username: 'kim', password: 'right' })).username, 'kim');
  assert.deepEqual(heard, ['login']);
});

test('me is who is logged in, or nobody', async () => {
  const { tabs: [{ client }], server } = world();

  assert.equal(await client.me(), null);
  assert.equal(server.of('auth/refresh').length, 0);
  await client.login({ username: 'kim', password: 'right' });
  assert.equal((await client.me()).username, 'kim');
  server.mishaps.me = [() => json(503, { detail: 'Later.', code: 'unavailable' })];
  await assert.rejects(client.me(), { code: 'unavailable', status: 503 });
});

test('the proof goes with what is unsafe, and with nothing else', async () => {
  const { server, tabs: [{ client }] } = await loggedIn();

  await client.fetch(ORDERS);
  await client.fetch(ORDERS, { method: 'POST', body: 'one' });
  await client.fetch(new Request(ORDERS, { method: 'DELETE' }));

  assert.deepEqual(server.of('orders').map(({ headers }) => headers.get('X-CSRF-Token')), [null, 'proof-of-kim', 'proof-of-kim']);
});

test('the proof goes to no other origin, also not by a redirect', async () => {
  const { server, browser, tabs: [{ client }] } = await loggedIn();
  const seen = [];
  browser.server = async (request) => {
    seen.push(request);
    return new Response();
  };

  await client.fetch('https://evil.example/', { method: 'POST', body: 'x' });
  await client.fetch('https://app.example.evil.example/', { method: 'POST' });
  await client.fetch('http://app.example/', { method: 'POST' });
  await client.fetch(ORDERS, { method: 'POST' });

  assert.deepEqual(seen.map(({ headers }) => headers.has('X-CSRF-Token')), [false, false, false, true]);
  assert.equal(seen[3].mode, 'same-origin');
  assert.equal(server.of('orders').length, 0);
});

test('of two cookies of the proof the one counts that no other host can set', async () => {
  const { server, browser, tabs: [{ client }] } = await loggedIn();
  browser.cookies = new Map([['csrf', 'planted'], ['a', '1'], ['__Host-csrf', 'proof-of-kim=='], ['csrf2', 'x']]);

  await client.fetch(ORDERS, { method: 'POST' });

  assert.equal(server.of('orders')[0].headers.get('X-CSRF-Token'), 'proof-of-kim==');
});

for (const [what, body] of [['a text', () => 'one'], ['a form', () => new URLSearchParams('a=one')], ['bytes', () => new Uint8Array([111, 110, 101])]]) {
  test(`an expired access token is renewed and the request made again with its body: ${what}`, async () => {
    const { server, clock, tabs: [{ client }] } = await loggedIn();
    clock.jump(301);

    const answer = await client.fetch(ORDERS, { method: 'POST', body: body() });

    assert.equal(answer.status, 200);
    assert.match((await answer.json()).body, /one$/);
    assert.equal(server.refreshes, 1);
    assert.equal(server.of('orders').length, 2);
  });
}

test('a stream is not sent twice, and who sent it is told', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);
  const upload = () => ({ method: 'POST', duplex: 'half', body: new Blob(['one']).stream() });

  await assert.rejects(client.fetch(ORDERS, upload()), { code: 'not_replayed' });

  assert.equal(server.of('orders').length, 1);
  assert.equal((await client.fetch(ORDERS, upload())).status, 200);
});

test('a body that was read before is refused as by any fetch', async () => {
  const { tabs: [{ client }] } = await loggedIn();
  const request = new Request(ORDERS, { method: 'POST', body: 'one' });
  await request.text();

  await assert.rejects(client.fetch(request), TypeError);
});

test('after a refresh a second refusal is the answer', async () => {
  const { server, tabs: [{ client }] } = await loggedIn();
  const refuse = () => json(401, { code: 'token_not_valid' });
  server.mishaps.orders = [refuse, refuse, refuse];

  assert.equal((await client.fetch(ORDERS)).status, 401);
  assert.equal(server.of('orders').length, 2);
  assert.equal(server.refreshes, 1);
});

for (const code of ['not_authenticated', 'token_missing', 'token_not_valid']) {
  test(`a refresh may mend a ${code}`, async () => {
    const { server, tabs: [{ client }] } = await loggedIn();
    server.mishaps.orders = [() => json(401, { code })];

    assert.equal((await client.fetch(ORDERS)).status, 200);
    assert.equal(server.refreshes, 1);
  });
}

for (const code of ['no_active_account', 'bad_authorization_header', 'out_of_stock']) {
  test(`no refresh mends a ${code}`, async () => {
    const { server, tabs: [{ client, heard }] } = await loggedIn();
    server.mishaps.orders = [() => json(401, { code })];

    assert.equal((await client.fetch(ORDERS)).status, 401);
    assert.equal(server.of('auth/refresh').length, 0);
    assert.deepEqual(heard, ['login']);
  });
}

for (const code of ['token_reused', 'password_changed', 'user_not_found']) {
  test(`${code} is the end of the session, in all tabs, without a refresh`, async () => {
    const { server, tabs: [one, two] } = await loggedIn({}, {});
    server.revoke(code);

    assert.equal((await one.client.fetch(ORDERS)).status, 401);
    await settled();

    assert.equal(server.of('auth/refresh').length, 0);
    assert.deepEqual([one.heard, two.heard], [['login', `logout ${code}`], ['login', `logout ${code}`]]);
  });
}

test('another application may say 401 and no more: then the clock tells whether to refresh', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  const plain = () => new Response('No.', { status: 401 });
  server.mishaps.orders = [plain, plain];

  assert.equal((await client.fetch(ORDERS)).status, 401);
  assert.equal(server.refreshes, 0);
  clock.jump(301);
  assert.equal((await client.fetch(ORDERS)).status, 200);
  assert.equal(server.refreshes, 1);
});

test('who asks without cookies or with a header of their own is left alone', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);

  assert.equal((await client.fetch(ORDERS, { credentials: 'omit' })).status, 401);
  assert.equal((await client.fetch(ORDERS, { headers: { Authorization: 'Bearer x' } })).status, 401);
  assert.equal(server.of('auth/refresh').length, 0);
});

test('a request that its caller gave up is not made again', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);
  const caller = new AbortController();
  server.mishaps['auth/refresh'] = [async () => caller.abort()];

  await assert.rejects(client.fetch(ORDERS, { signal: caller.signal }), { name: 'AbortError' });
  assert.equal(server.of('orders').length, 1);
});

test('a logout reaches all tabs, also with an expired access token', async () => {
  const { server, clock, tabs: [one, two, three] } = await loggedIn({}, { channels: false }, { storage: 'forbidden' });
  clock.jump(301);

  await one.client.logout();
  await settled();

  assert.equal(server.session, undefined);
  for (const { heard } of [one, two, three]) assert.deepEqual(heard.at(-1), 'logout logout');
  await one.client.logout();
  assert.equal(one.heard.length, 2);
});

test('a logout that has not happened is an error', async () => {
  const { server, browser, tabs: [{ client, heard }] } = await loggedIn();
  browser.cookies.set('__Host-csrf', 'stale');
  await assert.rejects(client.logout(), { code: 'csrf_failed', status: 403 });
  server.mishaps['auth/logout'] = [lost];
  browser.cookies.set('__Host-csrf', 'proof-of-kim');
  await assert.rejects(client.logout(), { code: 'unreachable' });

  assert.deepEqual(heard, ['login']);
});

test('a session that is over already is a logout', async () => {
  const { server, tabs: [{ client, heard }] } = await loggedIn();
  server.mishaps['auth/logout'] = [() => json(401, { code: 'token_missing' })];

  await client.logout();

  assert.deepEqual(heard, ['login', 'logout logout']);
});

test('Signet at another origin is refused at once', () => {
  const { browser } = world();

  assert.throws(() => signet({ root: 'https://login.example/signet/' }, browser.tab()), { code: 'other_origin' });
});
