// The page that works without network: asks the cards that this device keeps, one after another,
// much as the server would, and notes the answers. What they lead to is decided there, later.
const page = document.getElementById("offline");
const spot = document.getElementById("spot");
const kept = await import(page.dataset.kept);
const AHEAD = 20 * 60 * 1000;
const UNDOABLE = 20;
// Where a second answer leads, as far as it can be told here: seconds, or days.
const AFTER = { 1: [600], 2: [600], 3: [null, 1], 4: [null, 4] };
let whose = kept.person();
let shown = null;
let since = 0;

const say = (text) => (document.getElementById("state").textContent = text);
const show = (name) => spot.replaceChildren(document.getElementById(name).content.cloneNode(true));
const offer = (there) => {
  for (const button of page.querySelectorAll("[data-act]")) button.hidden = !there[button.dataset.act];
};
const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
const later = (day, days) => new Date(Date.parse(day) + days * 864e5).toISOString().slice(0, 10);

const dayOf = (at, { time_zone: timeZone, day_start: start }) => {
  const form = { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric" };
  const part = {};
  for (const { type, value } of new Intl.DateTimeFormat("en", form).formatToParts(at)) part[type] = Number(value);
  return later(new Date(Date.UTC(part.year, part.month - 1, part.day)), part.hour < start ? -1 : 0);
};

// How many new cards were met here on a day, and how many reviews done.
const done = (pack, what, day) => pack.met[`${what} ${day}`] || 0;
const counted = (pack, card, day, by) => {
  const what = card.new ? "new" : "reviews";
  if (card.new || !card.due_at) pack.met[`${what} ${day}`] = done(pack, what, day) + by;
};

const queue = (pack, at) => {
  const today = dayOf(at, pack);
  const steps = pack.cards.filter((card) => card.due_at).sort((a, b) => Date.parse(a.due_at) - Date.parse(b.due_at));
  const ripe = (margin) => steps.filter((card) => Date.parse(card.due_at) <= at.getTime() + margin);
  const room = (what) => Math.max(0, pack[`${what}_${today === pack.day ? "today" : "per_day"}`] - done(pack, what, today));
  const fresh = pack.cards.filter((card) => card.new);
  const due = pack.cards.filter((card) => !card.new && !card.due_at && card.due_day <= today);
  due.sort((a, b) => a.due_day.localeCompare(b.due_day));
  const now = [...ripe(0), ...fresh.slice(0, room("new")), ...due.slice(0, room("reviews"))];
  return now.length ? now : ripe(AHEAD);
};

const render = async () => {
  const able = navigator.serviceWorker && navigator.locks;
  const { pack, waiting, refused } = whose ? await kept.everything(whose) : { waiting: [] };
  const unsent = waiting.length ? `${count(waiting.length, "answer")} waiting to be sent.` : "";
  if (!pack) {
    shown = null;
    show(whose ? "sign-in" : "about-this");
    offer({ keep: able && !whose, remove: whose });
    return say(able ? unsent : "This browser cannot do that, or the connection is not a safe one.");
  }
  const left = queue(pack, new Date());
  const lost = refused.length && `${count(refused.length, "answer")} not taken: ${refused.at(-1)}`;
  const to_go = left.length ? `${count(left.length, "card")} to go.` : "Nothing left for now.";
  say([!navigator.onLine && "No network.", to_go, unsent || "All answers are sent.", lost].filter(Boolean).join(" "));
  offer({ send: waiting.length, undo: pack.undo.length, remove: true });
  if (shown && left[0]?.id === shown.id) return;
  [shown = null] = left;
  since = Date.now();
  // The server wrote and cleaned this HTML; the page's policy runs no script in it.
  spot.innerHTML = shown ? shown.html : "";
  spot.querySelector(".prompt")?.focus({ preventScroll: true });
};

const ticks = (form, grade) => {
  const boxes = [...form.querySelectorAll("[name=hit]")];
  const said = grade === 1 || boxes.some((box) => box.checked);
  return said ? boxes.map((box) => ({ key_point: box.value, verdict: box.checked ? "hit" : "missed" })) : [];
};

const change = async (event, card, act) => {
  const { pack } = await kept.everything(whose);
  act(pack);
  pack.cards = pack.cards.map((one) => (one.id === card.id ? card : one));
  shown = null;
  await kept.note(whose, { key: crypto.randomUUID(), at: new Date().toISOString(), card: card.id, ...event }, pack);
  await render();
};

const answered = async (form, grade) => {
  const { pack } = await kept.everything(whose);
  const [at, before, key] = [new Date(), shown, crypto.randomUUID()];
  const today = dayOf(at, pack);
  const [seconds, days] = before.leads[grade];
  const card = { ...before, new: false, leads: AFTER, due_at: null, due_day: later(today, days || 0) };
  if (!days) card.due_at = new Date(at.getTime() + seconds * 1000).toISOString();
  const spent = Math.min(86400, Math.round((at - since) / 1000));
  const event = { key, kind: "review", grade, seconds: spent, ticks: ticks(form, grade) };
  await change(event, card, (noted) => {
    counted(noted, before, today, 1);
    noted.undo = [...noted.undo, { key, before, today }].slice(-UNDOABLE);
  });
};

const undo = async () => {
  const { pack } = await kept.everything(whose);
  const { key, before, today } = pack.undo.at(-1);
  await change({ kind: "undo", undoes: key }, before, (noted) => {
    noted.undo.pop();
    counted(noted, before, today, -1);
  });
};

const sync = async () => {
  if (whose) await kept.sync(whose).catch(() => {});
  await render();
};

const remove = async () => {
  const { waiting } = await kept.everything(whose);
  if (waiting.length && !confirm(`${count(waiting.length, "answer")} not sent yet would be lost. Remove?`)) return;
  await kept.forgetAll();
  whose = null;
  await render();
};

const keep = async () => {
  try {
    whose = await kept.begin();
    await render();
  } catch (failure) {
    if (failure instanceof kept.NotHere) return show("sign-in");
    say("That did not work: there is no network, or no room left on this device.");
  }
};

page.addEventListener("click", (event) => {
  const act = event.target.closest("[data-act]")?.dataset.act;
  ({ keep, send: sync, undo, remove })[act]?.();
});

let soon = 0;
page.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!shown) return;
  await answered(event.target, Number(event.submitter.value));
  clearTimeout(soon);
  soon = setTimeout(sync, 2000);
});

addEventListener("online", sync);
addEventListener("offline", render);
await sync();
