// Keeps whoever looks at a page logged in for as long as he is at it, and tells who is not that he is logged out.
import { signet } from "./signet.js";

const session = signet();
const idle = document.querySelector("[data-session-idle]");
let leaving = false;

// A form that logs out takes the cookies before its answer is shown: what is heard of that then must not overtake it.
addEventListener("submit", ({ target }) => { leaving = target.action.endsWith("/logout"); });
addEventListener("pageshow", () => { leaving = false; });

session.addEventListener("idlewarning", () => { idle.hidden = false; });
session.addEventListener("stay", () => { idle.hidden = true; });
session.addEventListener("logout", () => {
  if (leaving) return;
  const login = new URL("../login", import.meta.url);
  login.searchParams.set("continue", location.pathname);
  location.assign(login);
});
idle.querySelector("button").addEventListener("click", () => session.extend());
session.start();

// The server knows no time zone but UTC.
for (const time of document.querySelectorAll("time[datetime]")) {
  time.textContent = new Date(time.dateTime).toLocaleString(document.documentElement.lang, {
    dateStyle: "medium",
    timeStyle: "short",
  });
}
