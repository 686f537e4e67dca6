import { signet } from '../../main/resources/assets/signet.js';
import { Browser } from './browser.mjs';
import { Server } from './server.mjs';

export const API = 'https://app.example/signet/api/';

// A server, a browser, and in it one tab for each kind that is asked for.
export function world(...kinds) {
  const server = new Server();
  const browser = server.connect(new Browser((request) => server.answer(request)));
  const open = (kind = {}) => {
    const tab = browser.tab(kind);
    const client = signet({ root: '/signet/', ...kind.options }, tab);
    const heard = [];
    for (const type of ['login', 'logout', 'idlewarning', 'stay']) {
      client.addEventListener(type, ({ detail }) => heard.push([type, detail?.reason ?? detail?.secondsLeft].filter(Boolean).join(' ')));
    }
    const act = (type = 'pointerdown') => tab.dispatchEvent(new Event(type));
    return { tab, client, heard, act };
  };
  return { server, browser, clock: browser.clock, open, tabs: (kinds.length ? kinds : [{}]).map(open) };
}

export async function loggedIn(...kinds) {
  const all = world(...kinds);
  await all.tabs[0].client.login({ username: 'kim', password: 'right' });
  return all;
}
