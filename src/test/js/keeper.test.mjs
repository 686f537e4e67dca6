import assert from 'node:assert/strict';
import { test } from 'node:test';
import { settled } from './browser.mjs';
import { json } from './server.mjs';
import { API, loggedIn, world } from './world.mjs';

async function kept(...kinds) {
  const all = await loggedIn(...kinds);
  for (const { client } of all.tabs) client.start();
  await settled();
  return all;
}

test('the access token is renewed ahead of its expiry, for hours', async () => {
  const { server, clock, tabs: [{ client, act }] } = await kept();

  for (let minute = 0; minute < 240; minute++) {
    act();
    await clock.pass(60);
    assert.equal((await client.fetch(`${API}orders`)).status, 200);
  }

  assert.equal(server.of('orders').length, 240);
  assert.ok(server.refreshes >= 240 / 5 && server.refreshes <= 240 / 3.5 + 1, `${server.refreshes}`);
});

test('of five tabs one renews', async () => {
  const { server, clock } = await kept({}, {}, {}, { channels: false }, {});

  await clock.pass(299);

  assert.equal(server.refreshes, 1);
});

test('what a tab has of activity, the others count too', async () => {
  const { server, clock, tabs: [, two] } = await kept({}, {});

  await clock.pass(100);
  two.act('keydown');
  await clock.pass(199);

  assert.deepEqual(server.of('auth/refresh').map(({ headers }) => headers.has('X-Signet-Background')), [false]);
});

test('while nobody does anything the session is not kept alive, and its end is told ahead', async () => {
  const { server, clock, tabs: [one, two] } = await kept({}, { options: { warnBefore: 120 } });

  await clock.pass(1_700);
  assert.ok(server.of('auth/refresh').every(({ headers }) => headers.get('X-Signet-Background') === '1'));
  assert.deepEqual([one.heard, two.heard], [['login'], ['login', 'idlewarning 120']]);
  await clock.pass(60);
  assert.equal(one.heard.at(-1), 'idlewarning 60');
  await clock.pass(45);

  for (const { heard } of [one, two]) assert.equal(heard.at(-1), 'logout token_not_valid');
  assert.equal(clock.waiting, 0);
});

for (const seconds of [0, -3_600]) {
  test(`who has acted once is not active for ever, also where the clock is set by ${seconds} seconds`, async () => {
    const { server, clock, tabs: [{ act, heard }] } = await kept();
    await clock.pass(10);
    act();
    clock.jump(seconds);
    for (const limit of ['accessUntil', 'idleUntil']) server.session[limit] += seconds * 1_000;

    await clock.pass(2_400);

    assert.match(heard.at(-1), /^logout/);
  });
}

test('who polls without doing anything is logged out all the same', async () => {
  const { clock, tabs: [{ client, heard }] } = await kept();

  for (let minute = 0; minute < 31; minute++) {
    await clock.pass(60);
    await client.fetch(`${API}orders`);
  }

  assert.equal(heard.at(-1), 'logout token_not_valid');
});

test('where Signet says later that the session is over, asking does not prolong it', async () => {
  const { server, clock, tabs: [{ heard }] } = await kept();
  server.accessLife = 800;
  await clock.pass(1_795);
  server.session.idleUntil += 10_000;

  await clock.pass(30);

  assert.match(heard.at(-1), /^logout/);
});

test('whoever acts while a refresh is under way that does not count is active at the next', async () => {
  const { server, clock, tabs: [{ act }] } = await kept();
  server.mishaps['auth/refresh'] = [async () => void act()];

  await clock.pass(600);

  assert.deepEqual(server.of('auth/refresh').map(({ headers }) => headers.has('X-Signet-Background')), [true, false]);
});

test('whoever acts after the warning stays, in all tabs', async () => {
  const { clock, tabs: [one, two] } = await kept({}, {});
  await clock.pass(1_745);

  two.act('keydown');
  await settled();

  for (const { heard } of [one, two]) assert.deepEqual(heard, ['login', 'idlewarning 60', 'stay']);
  await clock.pass(1_700);
  assert.equal(one.heard.at(-1), 'stay');
});

test('whoever has acted shortly before the warning is not warned', async () => {
  const { clock, tabs: [{ act, heard }] } = await kept();
  await clock.pass(1_700);

  act();
  await clock.pass(300);

  assert.deepEqual(heard, ['login']);
});

test('extend lets the session last, and says whether it does', async () => {
  const { server, clock, tabs: [{ client, heard }] } = await kept();
  await clock.pass(1_745);

  assert.equal(await client.extend(), true);
  assert.equal(server.session.idleUntil, clock.now + 1_800_000);
  assert.deepEqual(heard, ['login', 'idlewarning 60', 'stay']);
  server.revoke('user_inactive');
  assert.equal(await client.extend(), false);
  assert.equal(heard.at(-1), 'logout user_inactive');
});

test('a session that ends for good is warned of even while somebody works, without a storm', async () => {
  const { server, browser, clock, open } = world();
  server.absolute = 600;
  server.connect(browser).cookies.set('__Host-csrf', 'x');
  server.logIn();
  const { client, heard, act } = open();
  const extendable = [];
  client.addEventListener('idlewarning', ({ detail }) => extendable.push(detail.extendable));
  client.start();

  for (let second = 0; second < 620; second++) {
    if (server.session.end > clock.now) act();
    await clock.pass(1);
  }

  assert.ok(extendable.includes(false));
  assert.equal(heard.at(-1), 'logout token_not_valid');
  assert.ok(server.of('auth/refresh').length < 12, `${server.of('auth/refresh').length}`);
});

test('after a night of sleep the clock counts, not the timer', async () => {
  const { server, clock, tabs: [{ tab, heard }] } = await kept();

  clock.jump(8 * 3_600);
  tab.dispatchEvent(new Event('visibilitychange'));
  await settled();

  assert.equal(heard.at(-1), 'logout token_not_valid');
  assert.equal(server.of('auth/refresh').length, 1);
});

test('a short sleep is made up for within seconds, though no event tells of it', async () => {
  const { server, clock } = await kept();
  await clock.pass(10);

  clock.jump(290);
  await clock.pass(20);

  assert.equal(server.refreshes, 1);
});

for (const seconds of [-86_400, -120, 86_400]) {
  test(`a clock that is set by ${seconds} seconds neither logs out nor asks without end`, async () => {
    const { server, clock, tabs: [{ heard, act }] } = await kept();
    clock.jump(seconds);
    for (const limit of ['accessUntil', 'idleUntil']) server.session[limit] += seconds * 1_000;

    for (let i = 0; i < 40; i++) {
      await clock.pass(60);
      act();
    }

    assert.equal(heard.filter((what) => what.startsWith('logout')).length, 0);
    assert.ok(server.refreshes >= 8 && server.refreshes <= 14, `${server.refreshes}`);
  });
}

test('while Signet is away the keeper tries on, slowly, and nobody is logged out', async () => {
  const { server, clock, tabs: [{ heard, tab }] } = await kept();
  const away = () => json(503, { code: 'unavailable' });
  server.mishaps['auth/refresh'] = Array.from({ length: 1_000 }, () => away);

  await clock.pass(600);
  assert.ok(server.of('auth/refresh').length <= 50, `${server.of('auth/refresh').length}`);
  assert.deepEqual(heard, ['login']);
  server.mishaps = {};
  tab.dispatchEvent(new Event('online'));
  await settled();

  assert.equal(server.refreshes, 1);
});

test('a page that is opened after the login of a page learns how long it lasts', async () => {
  const { server, clock, open } = world();
  server.logIn();
  const { client, heard } = open();

  client.start();
  await clock.pass(1_745);

  assert.deepEqual(heard, ['login', 'idlewarning 60']);
});

test('a tab whose session has ended hears of the login of another page', async () => {
  const { server, open, tabs: [one] } = await kept();
  await one.client.logout();
  server.logIn('lee');

  open().client.start();
  await settled();

  assert.deepEqual(one.heard, ['login', 'logout logout', 'login']);
});

test('for nobody nothing is asked', async () => {
  const { server, clock, tabs: [{ client, act }] } = world();

  client.start();
  act();
  await clock.pass(3_600);

  assert.equal(server.requests.length, 0);
});

test('a cookie that outlives its session is asked about once', async () => {
  const { server, browser, clock, tabs: [{ tab, client, heard }] } = world();
  browser.cookies.set('__Host-csrf', 'proof-of-kim');

  client.start();
  await clock.pass(3_600);
  tab.dispatchEvent(new Event('online'));
  await settled();

  assert.equal(server.requests.length, 1);
  assert.deepEqual(heard, ['logout token_missing']);
});

test('a client that is stopped hears nothing more', async () => {
  const { tabs: [one, two] } = await kept({}, {});

  one.client.stop();
  await two.client.logout();
  await settled();

  assert.deepEqual(one.heard, ['login']);
});

test('a client that is stopped does nothing more', async () => {
  const { server, clock, tabs: [{ tab, client, heard, act }, two] } = await kept({}, {});

  client.stop();
  two.client.stop();
  act();
  await clock.pass(3_600);
  tab.dispatchEvent(new Event('online'));
  await settled();

  assert.equal(server.of('auth/refresh').length, 0);
  assert.equal(clock.waiting, 0);
  assert.deepEqual(heard, ['login']);
});
