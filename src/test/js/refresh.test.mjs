import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser.mjs';
import { json } from './server.mjs';
import { API, loggedIn, world } from './world.mjs';

const ORDERS = `${API}orders`;
const statuses = async (answers) => (await Promise.all(answers)).map(({ status }) => status);
const times = (count, act) => Array.from({ length: count }, (_, i) => act(i));
const lost = async (act) => {
  await act();
  throw new TypeError('Failed to fetch');
};

// A mishap, and what ends it: Signet has acted, and its answer is late.
const later = () => {
  let arrive;
  const arrival = new Promise((resolve) => (arrive = resolve));
  return [async (act) => [await act(), await arrival][0], arrive];
};

test('fifty callers at once are one refresh', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);

  assert.deepEqual(await statuses(times(50, () => client.fetch(ORDERS))), times(50, () => 200));
  assert.equal(server.refreshes, 1);
  assert.ok(server.of('auth/refresh')[0].keepalive, 'the cookies would be lost with a page that is left');
});

test('fifty callers in five tabs are one refresh', async () => {
  const { server, clock, tabs } = await loggedIn({}, {}, { channels: false }, {}, {});
  clock.jump(301);

  assert.deepEqual(await statuses(times(50, (i) => tabs[i % 5].client.fetch(ORDERS))), times(50, () => 200));
  assert.equal(server.refreshes, 1);
});

test('a tab that is not told of a refresh finds it', async () => {
  const { server, clock, tabs: [one, two] } = await loggedIn({ channels: false }, { channels: false });
  clock.jump(301);

  await statuses([one.client.fetch(ORDERS), two.client.fetch(ORDERS)]);

  assert.equal(server.refreshes, 1);
});

test('where there are no locks each tab refreshes once', async () => {
  const { server, clock, tabs: [one, two] } = await loggedIn({ locks: false }, { locks: false });
  clock.jump(301);

  const answers = times(20, (i) => [one, two][i % 2].client.fetch(ORDERS));

  assert.deepEqual(await statuses(answers), times(20, () => 200));
  assert.ok(server.refreshes <= 2);
});

for (const storage of ['forbidden', 'full']) {
  test(`where storage is ${storage} one refresh still serves all callers of a tab`, async () => {
    const { server, clock, tabs: [{ client, heard }] } = await loggedIn({ storage });
    clock.jump(301);

    assert.deepEqual(await statuses(times(9, () => client.fetch(ORDERS))), times(9, () => 200));
    assert.equal(server.refreshes, 1);
    assert.deepEqual(heard, ['login']);
  });
}

for (const junk of ['{', 'null', '[]', '{"stamp":"x"}', '{"stamp":9e99}', '{"stamp":1,"renewed":null}']) {
  test(`what stands in storage and is not ours changes nothing: ${junk}`, async () => {
    const { server, browser, clock, tabs: [{ client, heard }] } = await loggedIn();
    browser.store('signet:https://app.example/signet/:session', junk);
    clock.jump(301);

    assert.equal((await client.fetch(ORDERS)).status, 200);
    assert.equal(server.refreshes, 1);
    assert.deepEqual(heard, ['login']);
  });
}

test('an answer that was late is not refreshed for twice', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);
  const [late, arrive] = later();
  server.mishaps.orders = [late];

  const slow = client.fetch(ORDERS);
  await settled();
  await client.fetch(ORDERS);
  arrive();

  assert.equal((await slow).status, 200);
  assert.equal(server.refreshes, 1);
});

test('a refresh whose answer is lost is made again, and nobody is logged out', async () => {
  const { server, clock, tabs: [{ client, heard }] } = await loggedIn();
  clock.jump(301);
  server.mishaps['auth/refresh'] = [lost];

  assert.deepEqual(await statuses(times(10, () => client.fetch(ORDERS))), times(10, () => 200));
  assert.equal(server.of('auth/refresh').length, 2);
  assert.deepEqual(heard, ['login']);
});

test('a refresh that is never answered is made again while Signet still gives the same', async () => {
  const { server, clock, tabs: [{ client }] } = await loggedIn();
  clock.jump(301);
  server.mishaps['auth/refresh'] = [(act) => act() && new Promise(() => {})];

  const answer = client.fetch(ORDERS);
  await clock.pass(9);

  assert.equal((await answer).status, 200);
  assert.equal(server.of('auth/refresh').length, 2);
});

for (const [what, mishap] of [['the network is gone', lost], ['Signet is down', () => json(503, { code: 'unavailable' })]]) {
  test(`where ${what}, callers are told and stay logged in`, async () => {
    const { server, clock, tabs: [{ client, heard }] } = await loggedIn();
    clock.jump(301);
    server.mishaps['auth/refresh'] = [mishap, mishap];

    const outcomes = await Promise.allSettled(times(10, () => client.fetch(ORDERS)));

    assert.deepEqual(new Set(outcomes.map(({ reason }) => reason.name)), new Set(['SignetError']));
    assert.equal(server.of('auth/refresh').length, 2);
    assert.deepEqual(heard, ['login']);
    assert.equal((await client.fetch(ORDERS)).status, 200);
  });
}

test('a refresh without the right proof is an error and no logout', async () => {
  const { browser, clock, tabs: [{ client, heard }] } = await loggedIn();
  clock.jump(301);
  browser.cookies.set('__Host-csrf', 'stale');

  await assert.rejects(client.fetch(ORDERS), { code: 'csrf_failed' });
  assert.deepEqual(heard, ['login']);
});

test('a refresh that is refused is the end of the session, in all tabs', async () => {
  const { server, tabs: [one, two] } = await loggedIn({}, {});
  server.revoke('token_not_valid');

  assert.deepEqual(await statuses([one.client.fetch(ORDERS), two.client.fetch(ORDERS), one.client.fetch(ORDERS)]), [401, 401, 401]);
  await settled();

  assert.equal(server.of('auth/refresh').length, 1);
  for (const { heard } of [one, two]) assert.deepEqual(heard, ['login', 'logout token_not_valid']);
});

// One in the other tab, and one in a tab without locks.
for (const [kinds, leaver] of [[[{}, {}], 1], [[{ locks: false }], 0]]) {
  test(`a logout waits for the refresh that is under way, in tab ${leaver}`, async () => {
    const { server, clock, tabs } = await loggedIn(...kinds);
    clock.jump(301);
    const [late, arrive] = later();
    server.mishaps['auth/refresh'] = [late];

    const asked = tabs[0].client.fetch(ORDERS, { method: 'POST', body: 'one' });
    await settled();
    const logout = tabs[leaver].client.logout();
    await settled();
    assert.equal(server.of('auth/logout').length, 0);
    arrive();
    await logout;
    await asked;
    await settled();

    assert.equal(server.session, undefined);
    for (const { heard } of tabs) assert.equal(heard.at(-1), 'logout logout');
    assert.equal((await tabs[0].client.fetch(ORDERS)).status, 401);
    assert.equal(server.of('auth/refresh').length, 1);
  });
}

test('what one person has asked for is not sent again for another', async () => {
  const { server, clock, tabs: [one, two] } = await loggedIn({}, {});
  clock.jump(301);
  const [late, arrive] = later();
  server.mishaps.orders = [late];

  const asked = one.client.fetch(ORDERS, { method: 'POST', body: 'all of it' });
  await settled();
  server.logIn('lee');
  await two.client.extend();
  arrive();

  assert.equal((await asked).status, 401);
  assert.equal(server.of('orders').length, 1);
});

test('also not while the other is being refreshed', async () => {
  const { server, clock, tabs: [one] } = await loggedIn();
  clock.jump(301);
  const [late, arrive] = later();
  const [slow, answer] = later();
  server.mishaps.orders = [late];
  server.mishaps['auth/refresh'] = [slow];

  const asked = one.client.fetch(ORDERS, { method: 'POST', body: 'all of it' });
  await settled();
  await one.client.login({ username: 'lee', password: 'right' });
  clock.jump(301);
  const other = one.client.fetch(`${API}cart`);
  await settled();
  arrive();
  await settled();
  answer();

  assert.deepEqual(await statuses([asked, other]), [401, 200]);
  assert.equal(server.of('orders').length, 1);
});

test('without the cookie of the proof there is no session, and nothing is asked', async () => {
  const { server, browser, tabs: [one, two] } = await loggedIn({}, {});
  server.session = undefined;
  browser.cookies.clear();

  assert.equal((await one.client.fetch(ORDERS)).status, 401);
  await settled();

  assert.equal(server.of('auth/refresh').length, 0);
  assert.equal(two.heard.at(-1), 'logout session_ended');
});

test('who is nobody is refused, and not told of a logout', async () => {
  const { server, tabs: [{ client, heard }] } = world();

  assert.equal((await client.fetch(ORDERS)).status, 401);
  assert.equal(server.of('auth/refresh').length, 0);
  assert.deepEqual(heard, []);
});

test('a clock that was set back or forward costs a refresh at most', async () => {
  for (const seconds of [-86_400, 86_400]) {
    const { server, clock, tabs: [{ client, heard }] } = await loggedIn();
    clock.now += seconds * 1_000;
    server.session.accessUntil = 0;
    server.session.idleUntil = Infinity;

    assert.equal((await client.fetch(ORDERS)).status, 200);
    assert.equal(server.refreshes, 1);
    assert.deepEqual(heard, ['login']);
  }
});

test('what is forgotten by the browser is learnt again', async () => {
  const { server, browser, clock, open, tabs: [one] } = await loggedIn();
  browser.forget();
  const two = open();
  clock.jump(301);

  assert.deepEqual(await statuses([one.client.fetch(ORDERS), two.client.fetch(ORDERS)]), [200, 200]);
  assert.equal(server.refreshes, 1);
});
