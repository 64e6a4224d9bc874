// A plan to read and to point at. It follows shared.js; plan_reader.py says what the traits mean.

const HINT = "Select words with the mouse, or with Tab, arrow keys and Shift; then press the button, or Enter.";

// ---- Places in a text

/** How many code points the first `units` UTF-16 units of `text` are. */
const points = (text, units) => [...text.slice(0, units)].length;

/** Turn a count of code points into one of UTF-16 units. */
const units = (text, count) => [...text].slice(0, count).join("").length;

/** The text node and offset of the UTF-16 unit `at` within `element`. */
function nodeAt(element, at) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && at > node.length) {
    at -= node.length;
    node = walker.nextNode();
  }
  return node ? [node, at] : [element, 0];
}

/** The start and end of each word, in UTF-16 units. */
const words = (text) => [...text.matchAll(/\S+/gu)].map((found) => [found.index, found.index + found[0].length]);

/** Widen a stretch of `text` so that it cuts through no word. */
function wholeWords(text, start, end) {
  const inWord = (at) => at > 0 && at < text.length && /[\p{L}\p{N}]{2}/u.test(text.slice(at - 1, at + 1));
  while (inWord(start)) start -= 1;
  while (inWord(end)) end += 1;
  return [start, end];
}

/** What is selected within one text of `root`: of several texts the first that has words in it. */
function selected(root) {
  const selection = window.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  for (const element of root.querySelectorAll("[data-place]")) {
    if (!range.intersectsNode(element)) continue;
    const [whole, before] = [document.createRange(), document.createRange()];
    whole.selectNodeContents(element);
    before.selectNodeContents(element);
    if (range.compareBoundaryPoints(Range.START_TO_START, whole) > 0) {
      whole.setStart(range.startContainer, range.startOffset);
      before.setEnd(range.startContainer, range.startOffset);
    } else before.collapse(true);
    if (range.compareBoundaryPoints(Range.END_TO_END, whole) < 0) whole.setEnd(range.endContainer, range.endOffset);
    const found = whole.toString();
    const from = before.toString().length + found.length - found.trimStart().length;
    if (!found.trim()) continue;
    const [start, end] = wholeWords(element.gsText, from, from + found.trim().length);
    return { element, start, end };
  }
  return null;
}

// ---- The plan on the page

/** Fill `element` with its text; words that somebody commented on are marked with the comment's number. */
function paint(element, marks) {
  const text = element.gsText;
  const here = marks
    .filter(([, , place]) => place === element.dataset.place)
    .map(([id, number, , start, end]) => ({ id, number, start: units(text, start), end: units(text, end) }));
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const parts = cuts.slice(1).map((end, at) => {
    const over = here.filter((mark) => mark.start <= cuts[at] && mark.end >= end);
    if (!over.length) return text.slice(cuts[at], end);
    const mark = make("mark", { className: "gs-noted", textContent: text.slice(cuts[at], end) });
    mark.dataset.ids = over.map(({ id }) => id).join(" ");
    // The number stands behind the last word and is drawn by the style sheet, so that it is no part of the text.
    const ending = over.filter((one) => one.end === end).map(({ number }) => number);
    if (ending.length) mark.dataset.number = ending.join(", ");
    return mark;
  });
  element.replaceChildren(...parts);
}

function textElement({ place, label, text }, heading, hintId) {
  const element = make("span", { className: "gs-words-text", dir: "auto", gsText: text });
  element.dataset.place = place;
  element.tabIndex = 0;
  element.setAttribute("data-lm-suppress-shortcuts", "true"); // an arrow would go to another cell, and Enter would edit one
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", label ? `${heading}, ${label}` : heading);
  element.setAttribute("aria-describedby", hintId);
  return element;
}

function block({ kind, heading, words: all }, hintId) {
  const main = all.filter(({ label }) => !label);
  const rows = all.filter(({ label }) => label);
  const title = make(kind === "objective" ? "h5" : "h4", { textContent: heading });
  const shown = (one) => {
    if (!one.text.trim()) return make("em", { textContent: "empty" });
    return one.place ? textElement(one, heading, hintId) : one.text;
  };
  const list = make("dl", { className: "gs-fields" });
  rows.forEach((one) => list.append(make("dt", { textContent: one.label }), make("dd", {}, shown(one))));
  return make(
    "section",
    { className: `gs-read-${kind}` },
    title,
    ...main.map((one) => make("p", { className: "gs-main-words" }, shown(one))),
    ...(list.children.length ? [list] : []),
  );
}

// ---- The widget

function render({ model, el }) {
  const id = `gs-${Math.random().toString(36).slice(2)}`;
  const page = make("div", { className: "gs-read-page", gs: "plan" });
  const hint = make("p", { className: "gs-read-hint", id: `${id}-hint`, textContent: HINT });
  const chosen = make("span", { className: "gs-read-chosen", gs: "chosen-words", id: `${id}-chosen` });
  const comment = make("button", { type: "button", className: "gs-plain-button", gs: "comment-on", textContent: "Comment on this" });
  const whole = make("button", { type: "button", className: "gs-plain-button", gs: "comment-whole", textContent: "On the whole plan" });
  const bar = make("div", { className: "gs-read-bar" }, hint, chosen, comment, whole);
  const root = make("section", { className: "gs-reader" }, page, bar);
  let held = null; // the words that a press of the button is about, also when the selection has gone elsewhere
  let count = 0;

  chosen.setAttribute("role", "status");
  comment.setAttribute("aria-describedby", chosen.id);
  el.append(root);

  const texts = () => [...page.querySelectorAll("[data-place]")];
  const repaint = () => texts().forEach((element) => paint(element, model.get("marks")));

  function say() {
    const pointing = model.get("pointing");
    const quote = held ? held.element.gsText.slice(held.start, held.end).trim() : "";
    bar.hidden = !pointing;
    chosen.textContent = quote && `“${quote}”`;
    comment.disabled = !held;
  }

  function point(place, start, end) {
    count += 1;
    model.set("pick", { place, start, end, count: Date.now() + count });
    try {
      model.save_changes();
    } catch {
      // Without a kernel there is no comment to write; the editor around says so.
    }
  }

  function commentOnHeld() {
    if (!held || comment.disabled) return;
    const { element, start, end } = held;
    point(element.dataset.place, points(element.gsText, start), points(element.gsText, end));
    window.getSelection().removeAllRanges();
    held = null;
    say();
  }

  function looked() {
    if (!model.get("pointing")) return;
    const { anchorNode } = window.getSelection();
    if (!page.contains(anchorNode)) return; // somewhere else: what was chosen here stays chosen
    held = selected(page);
    say();
  }

  function choose(element, start, end) {
    window.getSelection().setBaseAndExtent(...nodeAt(element, start), ...nodeAt(element, end));
    looked(); // the browser tells of a selection later, and the next key may come before that
  }

  /** Choose words with the keyboard: an arrow takes the next word, with Shift it takes one more in or gives it back. */
  function pressed(event) {
    const element = event.target.closest?.("[data-place]");
    if (!element || !model.get("pointing")) return;
    if (event.key === "Enter" && held) {
      event.preventDefault();
      return commentOnHeld();
    }
    const all = words(element.gsText);
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a" && all.length) {
      event.preventDefault();
      return choose(element, all[0][0], all[all.length - 1][1]);
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !all.length || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const mine = held?.element === element ? held : null;
    const last = all.length - 1;
    const from = mine ? Math.max(0, all.findIndex(([, end]) => end > mine.start)) : -1;
    const to = mine ? all.findLastIndex(([start]) => start < mine.end) : -1;
    if (!mine) choose(element, ...all[step > 0 ? 0 : last]);
    else if (event.shiftKey) choose(element, all[from][0], all[Math.min(last, Math.max(from, to + step))][1]);
    else choose(element, ...all[Math.min(last, Math.max(0, (step > 0 ? to : from) + step))]);
  }

  function draw() {
    root.setAttribute("aria-label", model.get("label"));
    page.replaceChildren(...model.get("blocks").map((one) => block(one, hint.id)));
    held = null;
    repaint();
    say();
  }

  function look() {
    const marks = [...page.querySelectorAll("mark")].filter((mark) => mark.dataset.ids.split(" ").includes(model.get("look").id));
    page.querySelectorAll("mark.gs-looked-at").forEach((mark) => mark.classList.remove("gs-looked-at"));
    marks.forEach((mark) => mark.classList.add("gs-looked-at"));
    marks[0]?.scrollIntoView({ block: "nearest" });
  }

  // A press of the mouse would take the selection away before the button hears of it.
  comment.addEventListener("mousedown", (event) => event.preventDefault());
  comment.addEventListener("click", () => {
    comment.focus();
    commentOnHeld();
  });
  whole.addEventListener("click", () => point("plan", 0, 0));
  page.addEventListener("keydown", pressed);
  document.addEventListener("selectionchange", looked);
  draw();
  const changes = { "change:blocks": draw, "change:label": draw, "change:marks": repaint, "change:pointing": say, "change:look": look };
  Object.entries(changes).forEach(([name, work]) => model.on(name, work));
  return () => {
    document.removeEventListener("selectionchange", looked);
    Object.entries(changes).forEach(([name, work]) => model.off(name, work));
  };
}

export default { render };
