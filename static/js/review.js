// The next card is there before this one is graded: it is shown at once, and the grade is sent
// behind it, in order and until it has arrived. Without this, htmx or the browser does the same
// more slowly. A grade bears its key, so that one that is sent twice counts once.
const here = "/flashcards/";
const box = () => document.getElementById("review");
const grading = () => box()?.querySelector("[data-grading]");
const whose = document.body.dataset.person;
const mine = sessionStorage.getItem("grades-of") === whose;
const waiting = mine ? JSON.parse(sessionStorage.getItem("grades") || "[]") : [];
let ready = null;
let sending = false;

const store = () => {
  sessionStorage.setItem("grades-of", whose);
  sessionStorage.setItem("grades", JSON.stringify(waiting));
};

const made = (html) => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  const section = holder.content.querySelector("#review");
  return section && { section, at: performance.now() };
};

const say = (words) => {
  document.getElementById("announce").textContent = words;
  const line = box()?.querySelector("[data-unsent]");
  if (line) line.textContent = words;
};

const show = ({ section, at }) => {
  ready = null;
  box().replaceWith(section);
  const since = section.querySelector("[name=since]");
  if (since) since.value = Math.round(Number(since.value) + (performance.now() - at) / 1000);
  window.htmx.process(section);
  if (location.pathname !== here) history.replaceState(null, "", here);
  scrollTo(0, 0);
  section.querySelector("[data-focus]")?.focus({ preventScroll: true });
};

const keep = (html, after) => {
  const found = made(html);
  const card = grading()?.dataset.grading;
  // A page that is done may not be done once this card was missed: then the server is asked.
  ready = found && card === after && found.section.querySelector("[data-grading]") ? found : null;
  box().toggleAttribute("data-ready", Boolean(ready));
};

const look = async () => {
  const card = grading()?.dataset.grading;
  if (!card || ready || waiting.length) return;
  const answer = await fetch(`${here}?after=${card}`, { headers: { "HX-Request": "true" } }).catch(() => null);
  const html = answer?.ok ? await answer.text() : "";
  if (!waiting.length) keep(html, card);
};

const send = async () => {
  if (sending) return;
  sending = true;
  for (let pause = 1000; waiting.length; ) {
    const { to, given, after } = waiting[0];
    const body = new URLSearchParams(given);
    // After signing in again the token is another one.
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    const answer = await fetch(to, { method: "POST", body, headers: { "HX-Request": "true" }, keepalive: true }).catch(() => null);
    if (!answer || answer.status >= 500) {
      say("Not sent yet. It is tried again until it is.");
      await new Promise((go) => setTimeout(go, pause));
      pause = Math.min(pause * 2, 30000);
      continue;
    }
    pause = 1000;
    if (answer.redirected) return location.assign(here); // to sign in; then it is sent from there
    const html = await answer.text();
    waiting.shift();
    store();
    if (!answer.ok) return location.assign(here);
    say("");
    if (waiting.length) continue;
    if (after) keep(html, after);
    else if (made(html)) show(made(html));
  }
  sending = false;
  look();
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!box()?.contains(form)) return;
  if (form.dataset.grading && event.submitter?.name === "grade") {
    event.preventDefault();
    event.stopPropagation();
    const given = [...new FormData(form, event.submitter)];
    for (const button of form.querySelectorAll(".grades button")) button.disabled = true;
    const next = ready;
    if (next) show(next);
    const after = next ? grading().dataset.grading : "";
    if (after) given.push(["after", after]);
    waiting.push({ to: form.action, given, after });
    store();
    send();
  } else if (waiting.length) {
    // Undo and the like come after what was done before them.
    event.preventDefault();
    event.stopPropagation();
    setTimeout(() => form.isConnected && form.requestSubmit(event.submitter), 100);
  }
}, true);

document.addEventListener("htmx:afterSwap", () => { ready = null; look(); });
// What somebody else left in this tab is not kept, let alone sent in this person's name.
if (!mine) store();
if (waiting.length) send();
else look();
