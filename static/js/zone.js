// A form that asks for the time zone is filled in with the browser's own.
for (const field of document.querySelectorAll("[data-zone]")) {
  if (!field.value) field.value = Intl.DateTimeFormat().resolvedOptions().timeZone || "";
}
// A time that is given in other people's zones is also said in the browser's own.
for (const time of document.querySelectorAll("[data-here]")) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zone || document.querySelector(`[data-of-zone="${CSS.escape(zone)}"]`)) continue;
  time.textContent = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" }).format(new Date(time.dataset.here));
  time.parentElement.hidden = false;
}
