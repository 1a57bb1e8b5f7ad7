// The shared pad: a text area whose lines have names. What one side changes is sent line by line;
// what the other changed is put in around the caret.
const WORDS = "async|await|break|case|catch|class|const|continue|def|elif|else|except|finally|for|from|func|function|if|import|in|lambda|let|new|not|or|and|raise|return|select|switch|throw|try|type|var|while|where|with|yield";
const TOKENS = new RegExp(`(#.*|//.*|--\\s.*)|("(?:\\\\.|[^"\\\\])*"?|'(?:\\\\.|[^'\\\\])*'?)|\\b(\\d[\\w.]*)\\b|\\b(${WORDS})\\b|\\b(None|True|False|null|self|this)\\b|\\b([a-z_]\\w*)(?=\\()`, "gi");
const KINDS = ["c", "s", "m", "k", "nb", "nf"];

export const padOf = (area, shown, { language, fetch, waiting, put, uuid }) => {
  let lines = [];
  let at = 0;
  let timer = null;
  let since = 0;
  let pulling = null;

  const draw = () => {
    const plain = language.value === "text";
    shown.replaceChildren();
    for (const [n, line] of area.value.split("\n").entries()) {
      if (n) shown.append("\n");
      let done = 0;
      for (const found of plain ? [] : line.matchAll(TOKENS)) {
        shown.append(line.slice(done, found.index));
        const part = document.createElement("span");
        part.className = KINDS[found.slice(1).findIndex((group) => group !== undefined)];
        part.textContent = found[0];
        shown.append(part);
        done = found.index + found[0].length;
      }
      shown.append(line.slice(done));
    }
    const all = area.value.split("\n");
    area.rows = Math.max(6, all.length + 1);
    area.cols = Math.max(20, ...all.map((line) => line.length + 2));
  };

  const between = (low, high, count) => {
    const from = low ?? (high === undefined ? 0 : high - 1024 * (count + 1));
    const step = high === undefined ? 1024 : (high - from) / (count + 1);
    return Array.from({ length: count }, (_, n) => from + step * (n + 1));
  };

  // What the text area says now against the lines it had: those between the same head and tail
  // keep their names as far as they go, the rest is new or removed.
  const commit = () => {
    clearTimeout(timer);
    timer = null;
    const typed = area.value === "" ? [] : area.value.slice(0, 100000).split("\n").map((line) => line.slice(0, 500));
    let head = 0;
    while (head < typed.length && head < lines.length && typed[head] === lines[head].text) head += 1;
    let tail = 0;
    while (tail < typed.length - head && tail < lines.length - head && typed.at(-1 - tail) === lines.at(-1 - tail).text) tail += 1;
    const old = lines.slice(head, lines.length - tail);
    const now = typed.slice(head, typed.length - tail);
    if (!old.length && !now.length) return;
    const changed = [];
    const same = Math.min(old.length, now.length);
    for (let n = 0; n < same; n += 1) {
      if (old[n].text !== now[n]) changed.push(Object.assign(old[n], { text: now[n] }));
    }
    for (const gone of old.slice(same)) changed.push({ ...gone, removed: true });
    const low = lines[head + same - 1]?.rank;
    const ranks = between(low, lines[lines.length - tail]?.rank, now.length - same);
    const fresh = now.slice(same).map((text, n) => ({ line: uuid(), rank: ranks[n], text }));
    changed.push(...fresh);
    lines.splice(head + same, old.length - same, ...fresh);
    for (let n = 0; n < changed.length; n += 300) put(changed.slice(n, n + 300));
    if (lines.some((line, n) => n && line.rank <= lines[n - 1].rank)) {
      lines.forEach((line, n) => { line.rank = (n + 1) * 1024; });
      for (let n = 0; n < lines.length; n += 300) put(lines.slice(n, n + 300));
    }
  };

  const caret = (offset) => {
    const before = area.value.slice(0, offset).split("\n");
    return { line: lines[before.length - 1]?.line, row: before.length - 1, column: before.at(-1).length };
  };
  const offset = ({ line, row, column }) => {
    const found = lines.findIndex((each) => each.line === line);
    const place = found < 0 ? Math.min(row, lines.length - 1) : found;
    return lines.slice(0, place).reduce((sum, each) => sum + each.text.length + 1, 0) + Math.min(column, lines[place]?.text.length ?? 0);
  };

  const take = (came) => {
    if (timer) commit();
    const own = new Set(waiting().map((each) => each.line));
    const marks = [area.selectionStart, area.selectionEnd].map(caret);
    for (const { line, rank, text, removed } of came) {
      if (own.has(line)) continue; // ours comes after it and stands
      const there = lines.findIndex((each) => each.line === line);
      if (there >= 0) lines.splice(there, 1);
      if (!removed) lines.push({ line, rank, text });
    }
    lines.sort((a, b) => a.rank - b.rank || (a.line < b.line ? -1 : 1));
    const text = lines.map((each) => each.text).join("\n");
    if (text !== area.value) {
      const focused = document.activeElement === area;
      area.value = text;
      if (focused) area.setSelectionRange(...marks.map(offset));
    }
    draw();
  };

  const pull = async () => {
    if (pulling) { pulling = "again"; return; }
    pulling = "once";
    try {
      const reply = await fetch(at);
      if (reply.ok && !reply.redirected) {
        const came = await reply.json();
        if (document.activeElement !== language) language.value = came.language;
        take(came.lines);
        at = came.at;
      }
    } catch {}
    const more = pulling === "again";
    pulling = null;
    if (more) pull();
  };

  area.addEventListener("input", () => {
    draw();
    if (!timer) since = performance.now();
    clearTimeout(timer);
    timer = setTimeout(commit, performance.now() - since > 800 ? 0 : 250);
  });
  // What stands there came with the page; the lines themselves, with their names, come next.
  area.value = "";
  for (const each of waiting()) {
    lines = lines.filter((line) => line.line !== each.line);
    if (!each.removed) lines.push(each);
  }
  take([]);
  return { commit, draw, pull, at: () => at };
};
