// The clock of a quiz, which only shows what the server keeps; answering by one tap; printing.
const spelled = (seconds) => {
  const two = (n) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  const rest = `${minutes % 60}:${two(seconds % 60)}`;
  return minutes < 60 ? rest : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
};
// Spoken each minute, then each ten seconds, then each of the last ten.
const due = (left) => left > 0 && (left % 60 === 0 || (left < 60 && left % 10 === 0) || left <= 10);
const words = (left) => {
  if (left <= 10) return String(left);
  if (left < 60) return `${left} seconds left`;
  const minutes = left / 60;
  return minutes === 1 ? "1 minute left" : `${minutes} minutes left`;
};

let ticking = 0;
let watching = 0;
let said = -1;

const tick = (clock, end) => {
  const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
  clock.querySelector("[data-clock-face]").textContent = spelled(left);
  clock.classList.toggle("soon", left <= 60);
  if (left !== said && due(left)) document.getElementById("announce").textContent = words(left);
  const answer = document.querySelector("[data-answer][data-dirty]");
  if (left === 2 && said !== 2 && answer) answer.requestSubmit();
  said = left;
  if (left) return;
  clearInterval(ticking);
  const finish = document.querySelector("form[data-finish]");
  if (finish) finish.requestSubmit();
  else location.reload();
};

const begin = () => {
  clearInterval(ticking);
  clearInterval(watching);
  const watch = document.querySelector("[data-stopwatch]");
  const start = performance.now();
  if (watch) {
    watching = setInterval(() => {
      watch.textContent = spelled(Math.floor((performance.now() - start) / 1000));
    }, 500);
  }
  const clock = document.querySelector("[data-clock]");
  if (clock) {
    const end = start + 1000 * Number(clock.dataset.clock);
    ticking = setInterval(() => tick(clock, end), 250);
    tick(clock, end);
  }
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
};

document.addEventListener("input", (event) => {
  const form = event.target.closest("[data-answer]");
  if (form) form.dataset.dirty = "";
  // Two steps never have the same place: the other one takes what was free.
  if (!event.target.matches("[data-place]")) return;
  const places = [...form.querySelectorAll("[data-place]")];
  const used = new Set(places.map((place) => place.value));
  const other = places.find((place) => place !== event.target && place.value === event.target.value);
  if (other) other.value = String(places.findIndex((_, n) => !used.has(String(n + 1))) + 1 || "");
});

// Enter among the choices starts the quiz; by itself it would press the first button, which saves.
document.addEventListener("keydown", (event) => {
  const form = event.target.closest("#new form");
  if (event.key !== "Enter" || !form || !event.target.matches("input:not(#name)")) return;
  event.preventDefault();
  form.requestSubmit(form.querySelector("[data-key=enter]"));
});

// A tap on the only right option to be picked is the answer; keys still want Enter.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) return print();
  const option = event.target.closest("[data-quick] label.option");
  if (option && event.pointerType && event.detail && event.target.tagName !== "INPUT") {
    setTimeout(() => option.closest("form").requestSubmit(), 120);
  }
});
for (const name of ["beforeprint", "afterprint"]) {
  addEventListener(name, () => {
    for (const one of document.querySelectorAll(".results-list details")) {
      if (name === "beforeprint" && !one.open) one.dataset.closed = "";
      one.open = name === "beforeprint" || !("closed" in one.dataset);
    }
  });
}
// With a page out of the browser's store the clock would be old.
addEventListener("pageshow", (event) => event.persisted && location.reload());
document.addEventListener("htmx:afterSettle", begin);
begin();
