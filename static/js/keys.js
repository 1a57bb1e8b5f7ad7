// Keys for whatever the page offers: an element with data-key="x" is clicked (or focused, where
// it is a field) when x is pressed; "g t" is two keys in a row. "?" lists what is on offer.
let first = "";

const typing = (element) =>
  element.isContentEditable || /^(textarea|select)$/i.test(element.tagName) ||
  (element.tagName === "INPUT" && !/^(checkbox|radio|button|submit)$/.test(element.type));

const named = (element) =>
  element.dataset.keyName || element.getAttribute("aria-label") ||
  (element.labels && element.labels[0] ? element.labels[0] : element).textContent.trim().replace(/\s+/g, " ");

const offered = () =>
  [...document.querySelectorAll("[data-key]")].filter((e) => !e.disabled && e.checkVisibility());

const act = (element) => {
  if (typing(element)) return element.focus();
  element.click();
  if (!element.matches("summary")) return;
  // What a key folds open may be far down the page; where it is in sight, what stands above it,
  // say the question of an answer, stays in sight as well.
  const { top } = element.getBoundingClientRect();
  if (top < 0 || top > innerHeight / 2) element.parentElement.scrollIntoView({ block: "nearest" });
};

const list = () => {
  const dialog = document.getElementById("keys");
  const rows = dialog.querySelector("dl");
  rows.replaceChildren();
  const seen = new Set();
  const row = (key, name) => {
    if (seen.has(key)) return;
    seen.add(key);
    const dt = document.createElement("dt");
    const kbd = document.createElement("kbd");
    kbd.textContent = key === " " ? "space" : key;
    dt.append(kbd);
    const dd = document.createElement("dd");
    dd.textContent = name;
    rows.append(dt, dd);
  };
  for (const element of offered()) {
    // Keys of one kind, say a number for each point, are one row: "1–7|A point: said or missed".
    const [span, name] = element.dataset.keyRow?.split("|") ?? [];
    if (span) row(span, name);
    else for (const key of element.dataset.key.split("|")) row(key, named(element));
  }
  row("?", "This list");
  dialog.showModal();
  dialog.scrollTop = 0;
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const target = event.target;
  if (event.key === "Escape" && typing(target)) return target.blur();
  if (typing(target) || document.querySelector("dialog[open]")) return;
  // A focused button or link answers to space and enter by itself.
  if ((event.key === " " || event.key === "Enter") && target.closest("button, a, summary, input, label")) return;
  if (event.key === "?") {
    event.preventDefault();
    return list();
  }
  const pressed = event.key === " " ? "space" : event.key.length === 1 ? event.key : event.key.toLowerCase();
  const wanted = first ? `${first} ${pressed}` : pressed;
  first = "";
  const all = offered();
  const found = all.find((e) => e.dataset.key.split("|").includes(wanted));
  if (found) {
    event.preventDefault();
    return act(found);
  }
  if (all.some((e) => e.dataset.key.split("|").some((k) => k.startsWith(`${pressed} `)))) first = pressed;
});

// Its name may be out of sight on a phone.
const here = document.querySelector(".nav-list [aria-current]");
if (here) here.closest("ul").scrollLeft = here.offsetLeft - 90;

// After a swap, keyboard and screen reader go on where the new content begins.
document.addEventListener("htmx:afterSwap", (event) => {
  const target = event.detail.elt.querySelector?.("[data-focus]");
  if (target) target.focus({ preventScroll: false });
});
