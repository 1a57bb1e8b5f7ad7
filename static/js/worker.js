// Stands between pages and the network: when a page cannot be had, the one that works without
// network is shown in its place. It keeps nothing of anybody's; cards and answers are in kept.js.
const { page, files, version } = self.kept;
const SHELF = `shell-${version}`;

const fill = async () => {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(files.map((url) => new Request(url, { cache: "reload" })));
  await self.skipWaiting();
};

const tidy = async () => {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name);
  await self.clients.claim();
};

const instead = async (path, failure) => {
  const found = await caches.match(path, { ignoreVary: true });
  if (!found) throw failure;
  return found;
};

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.mode === "navigate" ? page : new URL(request.url).pathname;
  if (request.method !== "GET" || !files.includes(path)) return;
  event.respondWith(fetch(request).catch((failure) => instead(path, failure)));
});
