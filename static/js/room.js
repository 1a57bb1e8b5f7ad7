// The live room. What is done here stays on this device, under a key, until the server has it.
import { padOf } from "./pad.js";

const room = document.getElementById("room");
const { url, act, role } = room.dataset;
const byId = (id) => document.getElementById(id);
const state = () => byId("state");
// Not crypto.randomUUID: a site in a local network may have no HTTPS.
const uuid = () => "10000000-1000-4000-8000-100000000000".replace(/[018]/g, (c) =>
  (c ^ (crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16));

// What waits to be sent, one list a tab; a new tab takes over what is left of others, and where
// both send the same its key makes it one act.
const mine = `room ${room.dataset.room} ${role}`;
const store = `${mine} ${uuid()}`;
let box = [];
const keep = () => box.length ? localStorage.setItem(store, JSON.stringify(box)) : localStorage.removeItem(store);
for (const name of Object.keys(localStorage).filter((name) => name.startsWith(mine))) {
  box.push(...JSON.parse(localStorage.getItem(name)));
  localStorage.removeItem(name);
}
keep();

let sending = false;
const say = (id, text) => {
  byId(id).hidden = !text;
  byId(id).textContent = text;
};
const lost = (why) => say("lost", why ? `${why} What you do here is kept on this device and sent as soon as it works again.` : "");
const put = (fields, name = "") => {
  const waits = name ? box.findIndex((entry, n) => entry.name === name && !(sending && n === 0)) : -1;
  if (waits >= 0) box.splice(waits, 1);
  box.push({ name, fields: { ...fields, key: uuid() } });
  keep();
  post();
};
const ask = (address, more = {}) => fetch(address, {
  ...more,
  signal: AbortSignal.timeout(8000),
  headers: { "HX-Request": "true", "X-CSRFToken": room.dataset.csrf },
});
const post = async () => {
  if (sending || !box.length) return;
  sending = true;
  const entry = box[0];
  try {
    const reply = await ask(act, { method: "POST", body: new URLSearchParams(entry.fields) });
    if (reply.redirected) throw new Error("You are signed out: sign in again in another tab.");
    if (reply.status >= 500 || reply.status === 429) throw new Error("The server is busy.");
    const text = await reply.text();
    box.shift();
    keep();
    lost("");
    if (reply.ok) {
      say("refused", "");
      if (text) swap(text);
    } else {
      const shown = new DOMParser().parseFromString(text, "text/html").body.textContent;
      say("refused", shown.replace(/\s+/g, " ").trim().slice(0, 200));
      refresh();
    }
  } catch (error) {
    lost(error.name === "Error" ? error.message : "The line is down.");
    setTimeout(() => { sending = false; post(); }, 1000);
    return;
  }
  sending = false;
  post();
};

// The page as the server has it now; texts that somebody is typing, open folds and focus stay.
const swap = (html) => {
  const old = state();
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("state");
  if (!fresh || Number(fresh.dataset.version) < Number(old.dataset.version)) return;
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const at = focused && "selectionStart" in focused ? [focused.selectionStart, focused.selectionEnd] : null;
  for (const fold of old.querySelectorAll("details[open][id]")) fresh.querySelector(`#${CSS.escape(fold.id)}`)?.setAttribute("open", "");
  for (const area of fresh.querySelectorAll("[data-auto]")) {
    const typed = old.querySelector(`#${area.id}`);
    const waiting = box.find((entry) => entry.name === area.id);
    if (typed && timers.has(area.id)) area.value = typed.value;
    else if (waiting) area.value = waiting.fields.text;
  }
  // What was typed a moment ago to a question that goes is saved while its text is still there.
  for (const id of timers.keys()) if (old.querySelector(`#${id}`) && !fresh.querySelector(`#${id}`)) save(byId(id));
  const turned = byId("turn")?.open;
  const kept = byId("recording");
  old.replaceWith(document.adoptNode(fresh));
  const again = byId("recording");
  if (kept && again && kept.dataset.of === byId("record")?.dataset.record) again.replaceWith(kept);
  if (turned) byId("turn")?.showModal();
  const back = focused?.id && byId(focused.id);
  if (back) {
    back.focus({ preventScroll: true });
    if (at && at[0] !== null) back.setSelectionRange(...at);
  }
  drawn = performance.now();
  dress();
};

let asking = null;
const refresh = async () => {
  if (asking) { asking = "again"; return; }
  asking = "once";
  try {
    const reply = await ask(`${url}?seen=${state().dataset.version}`);
    if (reply.status === 200 && !reply.redirected) swap(await reply.text());
    else if (reply.status === 404) location.reload();
  } catch { /* the next hint or turn asks again */ }
  const more = asking === "again";
  asking = null;
  if (more) refresh();
};

// A press that waits for the server shows at once; a point's key goes on to the next verdict with
// it, so that pressing it twice is two steps on a slow line too.
const press = (button, all) => {
  const on = button.ariaPressed !== "true";
  for (const each of all) {
    each.setAttribute("aria-pressed", String(each === button && on));
    if (each.dataset.means) each.dataset.verdict = each === button && on ? "" : each.dataset.means;
  }
  const held = all.find((each) => each.dataset.means && each.dataset.key);
  if (!held) return;
  const { key, keyRow } = held.dataset;
  delete held.dataset.key;
  Object.assign(all[on ? Math.min(all.indexOf(button) + 1, all.length - 1) : 0].dataset, { key, keyRow });
};

// Acts by button.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-verb]");
  if (button && !button.disabled) {
    const { key, keyName, keyRow, means, ...fields } = button.dataset;
    noted();
    put(fields);
    if (button.hasAttribute("aria-pressed")) press(button, [...button.parentElement.children]);
  }
  const opener = event.target.closest("[data-open]");
  if (opener) byId(opener.dataset.open).showModal();
});

const timers = new Map();
const save = (area) => {
  clearTimeout(timers.get(area.id)?.timer);
  timers.delete(area.id);
  const fields = { verb: area.dataset.auto, text: area.value };
  for (const to of ["position", "dimension"]) if (area.dataset[to]) fields[to] = area.dataset[to];
  put(fields, area.id);
};
document.addEventListener("input", ({ target }) => {
  if (!target.dataset?.auto) return;
  const { id } = target;
  const since = timers.get(id)?.since ?? performance.now();
  clearTimeout(timers.get(id)?.timer);
  timers.set(id, { since, timer: setTimeout(() => save(byId(id)), performance.now() - since > 900 ? 0 : 500) });
});
const noted = () => { for (const id of [...timers.keys()]) if (byId(id)) save(byId(id)); };
const flush = () => {
  noted();
  pad?.commit();
};
addEventListener("pagehide", flush);
document.addEventListener("visibilitychange", flush);

const pad = byId("pad") && padOf(byId("pad"), byId("pad-shown"), {
  language: byId("language"),
  fetch: (since) => ask(`${room.dataset.pad}?since=${since}`),
  waiting: () => box.filter((entry) => entry.fields.verb === "write").flatMap((entry) => JSON.parse(entry.fields.lines)),
  put: (lines) => put({ verb: "write", lines: JSON.stringify(lines) }),
  uuid,
});
byId("language")?.addEventListener("change", ({ target }) => {
  put({ verb: "language", text: target.value });
  pad.draw();
});

// Clocks run here between two words of the server.
let drawn = performance.now();
const clock = (n) => {
  const two = (part) => String(part).padStart(2, "0");
  const [h, m, s] = [Math.floor(n / 3600), Math.floor(n / 60) % 60, n % 60];
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};
setInterval(() => {
  for (const each of document.querySelectorAll("[data-clock]")) {
    if (!each.dataset.running) continue;
    const seconds = Number(each.dataset.clock) + Math.floor((performance.now() - drawn) / 1000);
    each.textContent = clock(seconds);
    if (each.dataset.limit) each.classList.toggle("late", seconds > each.dataset.limit * 60);
  }
}, 500);

// Hints that something is new.
let source, heard = 0;
const listen = () => {
  source = new EventSource(room.dataset.live);
  source.addEventListener("at", ({ data }) => {
    heard = performance.now();
    const now = JSON.parse(data);
    if (now.at > Number(state().dataset.version)) refresh();
    if (pad && now.pad > pad.at()) pad.pull();
    post();
  });
  source.addEventListener("there", ({ data }) => {
    const there = byId("there");
    room.dataset.there = data;
    if (there) dress();
  });
  source.onerror = () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
  };
};
listen();
setInterval(() => {
  if (source.readyState === EventSource.OPEN && performance.now() - heard < 30000) return;
  refresh();
  pad?.pull();
}, 3000);
addEventListener("online", () => { refresh(); pad?.pull(); post(); });

const dress = () => {
  const there = byId("there");
  if (there && room.dataset.there !== undefined) {
    const here = room.dataset.there.split(" ").includes("candidate");
    there.textContent = `${there.dataset.name} is ${here ? "" : "not "}here`;
    there.classList.toggle("good", here);
  }
  if (byId("pad")) byId("pad").readOnly = Boolean(state().dataset.over);
  if (role === "alone") import("./rehearse.js").then((alone) => alone.dress());
};
for (const entry of box) if (entry.name && byId(entry.name)) byId(entry.name).value = entry.fields.text;
dress();
pad?.pull();
post();
room.dataset.ready = "1";
