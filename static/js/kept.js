// What this device keeps of one person, if they asked for it: the cards of the next days, and the
// answers that are not sent yet. Each person has a database of their own; sign-out removes it.
const SOON = 2 * 60 * 1000;
const BATCH = 200;

export const person = () => localStorage.getItem("offline-person");

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

// One transaction over both stores: it happens whole, or not at all.
const within = async (whose, mode, act) => {
  const request = indexedDB.open(`rehearsal-${whose}`);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("events", { keyPath: "key" });
    request.result.createObjectStore("about");
  };
  const database = await done(request);
  database.onversionchange = () => database.close();
  try {
    const change = database.transaction(["events", "about"], mode);
    const ended = new Promise((resolve, reject) => {
      change.oncomplete = resolve;
      change.onabort = () => reject(change.error);
    });
    const result = await act(change.objectStore("events"), change.objectStore("about"));
    await ended;
    return result;
  } finally {
    database.close();
  }
};

// The cards with what is known about them, the answers that wait, and what was refused.
export const everything = (whose) =>
  within(whose, "readonly", async (events, about) => ({
    waiting: await done(events.getAll()),
    pack: await done(about.get("pack")),
    refused: (await done(about.get("refused"))) || [],
  }));

export const note = (whose, event, pack) =>
  within(whose, "readwrite", (events, about) => {
    events.put(event);
    about.put(pack, "pack");
  });

// Answers that are not sent are not in a new pack, which would ask those cards again.
const lay = (whose, pack) =>
  within(whose, "readwrite", async (events, about) => {
    if (!(await done(events.count()))) about.put({ ...pack, met: {}, undo: [] }, "pack");
  });

export const forgetAll = async () => {
  localStorage.removeItem("offline-person");
  for (const { name } of await indexedDB.databases()) {
    if (name.startsWith("rehearsal-")) await done(indexedDB.deleteDatabase(name));
  }
  for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
  for (const name of await caches.keys()) await caches.delete(name);
};

// Thrown where nobody is signed in, or somebody else.
export class NotHere extends Error {}

const fetched = async (whose) => {
  const answer = await fetch("/offline/cards/");
  if (answer.redirected) throw new NotHere();
  if (!answer.ok) throw new Error(answer.status);
  const pack = await answer.json();
  if (whose && pack.person !== whose) throw new NotHere();
  return pack;
};

const send = async (whose, waiting, token) => {
  waiting.sort((one, other) => one.at.localeCompare(other.at));
  const answer = await fetch("/api/v1/sync/events/", {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRFToken": token },
    body: JSON.stringify({ events: waiting.slice(0, BATCH) }),
  });
  const { results } = await answer.json();
  if (!results) throw new Error(answer.status);
  await within(whose, "readwrite", async (events, about) => {
    const refused = (await done(about.get("refused"))) || [];
    for (const { key, status, detail } of results) {
      events.delete(key);
      if (status === "refused") refused.push(detail);
    }
    about.put(refused, "refused");
  });
};

// Sends what waits and takes the newest cards along, one page at a time. What is sent twice
// because a reply was lost is known there by its key.
export const sync = (whose) =>
  navigator.locks.request("rehearsal-sync", async () => {
    try {
      let pack = await fetched(whose);
      for (let sent = false; ; sent = true) {
        const { waiting } = await everything(whose);
        if (!waiting.length) {
          await lay(whose, sent ? await fetched(whose) : pack);
          return;
        }
        await send(whose, waiting, pack.token);
      }
    } catch (failure) {
      const gone = failure instanceof NotHere;
      if (gone) await within(whose, "readwrite", (_, about) => about.delete("pack"));
      throw failure;
    }
  });

export const begin = async () => {
  const pack = await fetched();
  await forgetAll();
  await lay(pack.person, pack);
  localStorage.setItem("offline-person", pack.person);
  await navigator.serviceWorker.register("/worker.js");
  await navigator.serviceWorker.ready;
  return pack.person;
};

// On every page of somebody who is signed in.
const here = document.body.dataset.person;
const mine = () => here && person() === here;
if (here && person() && !mine()) await forgetAll();
if (mine()) {
  navigator.serviceWorker.register("/worker.js");
  const { waiting, pack } = await everything(here);
  if (waiting.length || !pack || Date.now() - Date.parse(pack.made) > SOON) sync(here).catch(() => {});
}

addEventListener("submit", async (event) => {
  const form = event.target;
  if (!mine() || !form.matches('[action$="/logout/"]')) return;
  event.preventDefault();
  await sync(here).catch(() => {});
  const left = (await everything(here)).waiting.length;
  if (left && !confirm(`${left} of your answers could not be sent. Sign out and lose them?`)) return;
  await forgetAll();
  form.submit();
});
