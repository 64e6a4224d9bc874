// The text box of one statement: a transparent <textarea> over a mirrored layer with marks. It follows shared.js.
// Words go to the kernel at a pause and every two seconds; they count as saved once its answer is here. See statement.py.

const PAUSE = 250; // ms without a key before words are judged
const AT_LEAST = 2000; // ms of steady typing before words are saved all the same
const PATIENCE = 5000; // ms without an answer before we say that the kernel is silent
const LONGEST = 4000; // UTF-16 units; the plan file has a limit, and a statement is a sentence or two

// ---- Texts and marks

/** Turn spans that count code points into ones that count UTF-16 units of `text`. */
function inUtf16(text, spans) {
  const at = [0];
  for (const point of text) at.push(at[at.length - 1] + point.length);
  const place = (n) => at[Math.min(n, at.length - 1)];
  return spans.map(([start, end, kind, title]) => ({ start: place(start), end: place(end), kind, title }));
}

/** Carry marks over an edit: those before it stay, those after it move, those it touches go. */
function carried(marks, before, after) {
  const least = Math.min(before.length, after.length);
  let head = 0;
  while (head < least && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const shift = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start >= before.length - tail) return [{ ...mark, start: mark.start + shift, end: mark.end + shift }];
    return [];
  });
}

function paint(mirror, text, marks) {
  const parts = [];
  let at = 0;
  for (const { start, end, kind } of marks) {
    if (start < at || end <= start) continue;
    parts.push(text.slice(at, start), make("mark", { className: `gs-${kind}`, textContent: text.slice(start, end) }));
    at = end;
  }
  // A text that ends in a line break needs something after it, or the layer would be one line short.
  mirror.replaceChildren(...parts, text.slice(at) + "\u200b");
}

// ---- Drafts: what was typed and not yet confirmed, kept by the browser

function draftStore(planPath, id) {
  // An offered draft has a place of its own, so that typing on before answering does not overwrite it.
  return { current: stored(planPath, id), offered: stored(planPath, `${id}:offered`) };
}

// ---- The parts on the page

function build(model) {
  const id = `gs-${Math.random().toString(36).slice(2)}`;
  const ui = {
    label: make("label", { className: "gs-hidden", htmlFor: id }),
    draft: make("div", { className: "gs-draft", gs: "draft", hidden: true }),
    mirror: make("div", { className: "gs-mirror" }),
    input: make("textarea", { id, gs: "text", className: "gs-input", rows: 1, maxLength: LONGEST, spellcheck: true }),
    explain: make("span", { className: "gs-explain", gs: "explain-mark" }),
    gap: make("button", { type: "button", className: "gs-plain-button gs-next-gap", gs: "next-gap", textContent: "Next gap", hidden: true }),
    saved: make("span", { className: "gs-saved", gs: "saved" }),
    silent: make("p", { className: "gs-silent", gs: "silent", hidden: true }),
    levels: make("ul", { className: "gs-chips", gs: "levels" }),
    status: make("div", { className: "gs-first", gs: "advice", id: `${id}-status` }),
    notes: make("ul", { className: "gs-notes", gs: "notes", hidden: true }),
    more: make("details", { className: "gs-more", gs: "more", hidden: true }),
  };
  ui.mirror.setAttribute("aria-hidden", "true");
  ui.input.setAttribute("aria-describedby", ui.status.id);
  ui.status.setAttribute("role", "status");
  ui.silent.setAttribute("role", "alert");
  ui.explain.setAttribute("role", "status");
  ui.input.placeholder = model.get("hint");
  ui.input.dir = ui.mirror.dir = "auto";
  ui.levels.setAttribute("aria-label", "Levels");
  ui.root = make(
    "div",
    { className: "gs-st", gs: "statement" },
    ui.draft,
    ui.label,
    make("div", { className: "gs-box" }, ui.mirror, ui.input),
    make("div", { className: "gs-foot" }, ui.explain, ui.gap, ui.saved),
    ui.silent,
    ui.levels,
    ui.status,
    ui.notes,
    ui.more,
  );
  ui.root.dataset.id = model.get("statement_id");
  ui.root.dataset.kind = model.get("kind");
  return ui;
}

function drawLevels(ui, levels) {
  ui.levels.hidden = !levels.length;
  ui.levels.replaceChildren(
    ...levels.map(({ letter, name, question, level, words, outcome, met }) => {
      const chip = make(
        "li",
        { gs: `level-${letter}`, className: met ? "gs-met" : "gs-short", title: question },
        make("b", { textContent: letter }),
        make("span", { className: "gs-name", textContent: name }),
        make("span", { className: "gs-chip-words", textContent: words }),
        make("span", { className: "gs-outcome", textContent: outcome }),
      );
      chip.dataset.level = level ?? "none";
      chip.dataset.met = met ? "yes" : "no";
      return chip;
    }),
  );
}

const TAGS = { safety: "No points", type: "Kind" };

function adviceNode(tag, { criterion, text, ask }) {
  const node = make(tag);
  node.append(make("b", { className: "gs-tag", textContent: TAGS[criterion] ?? criterion }), ` ${text}`);
  if (ask && !text.includes(ask)) node.append(make("span", { className: "gs-ask", textContent: ` ${ask}` }));
  return node;
}

function drawAdvice(ui, { levels, advice, unsafe }) {
  const [first] = advice;
  const reached = levels.filter((one) => one.met).length;
  const lines = [];
  if (levels.length) {
    lines.push(make("span", { className: "gs-hidden", textContent: `${reached} of ${levels.length} letters reached. ` }));
  }
  // The advice on safety, which comes first, holds the reason.
  if (unsafe && first?.criterion !== "safety") lines.push(make("p", { className: "gs-warned", textContent: unsafe }));
  if (first) lines.push(adviceNode("p", first));
  else if (levels.length && reached === levels.length) {
    lines.push(make("p", { className: "gs-well", textContent: "Every letter reaches what is expected." }));
  }
  // A live region speaks when it changes: the same words are left alone.
  const next = make("div", {}, ...lines);
  if (next.innerHTML !== ui.status.innerHTML) ui.status.replaceChildren(...next.childNodes);
  ui.status.dataset.unsafe = unsafe ? "yes" : "no";
}

/** Remarks on wording, which touch neither level nor points. */
function drawNotes(ui, notes) {
  ui.notes.hidden = !notes.length;
  ui.notes.replaceChildren(
    ...notes.map(({ text, ask }) => make("li", {}, `${text} `, make("span", { className: "gs-ask", textContent: ask }))),
  );
}

/** Everything after the first advice, and what each mark stands for, behind one fold. */
function drawMore(ui, [, ...rest], text, marks) {
  const steps = rest.length === 1 ? "1 more suggestion" : `${rest.length} more suggestions`;
  const titles = [rest.length && steps, marks.length && "what is marked"].filter(Boolean);
  const meanings = marks.flatMap(({ start, end, kind, title }) => [
    make("dt", {}, make("mark", { className: `gs-${kind}`, textContent: text.slice(start, end) })),
    make("dd", { textContent: title }),
  ]);
  const open = ui.more.open;
  ui.more.hidden = !titles.length;
  ui.more.replaceChildren(
    make("summary", { textContent: titles.join(", ").replace(/^./, (letter) => letter.toUpperCase()) }),
    make("ul", { hidden: !rest.length }, ...rest.map((one) => adviceNode("li", one))),
    make("dl", { className: "gs-legend", hidden: !marks.length }, ...meanings),
  );
  ui.more.open = open;
}

// ---- What a mark means, for the one under the pointer or the cursor

/** Where a point of the page lies: the mark of the mirrored layer there, by its place among the marks. */
function markAt(mirror, x, y) {
  const inside = ({ left, right, top, bottom }) => left <= x && x <= right && top - 2 <= y && y <= bottom + 2;
  return [...mirror.querySelectorAll("mark")].findIndex((mark) => [...mark.getClientRects()].some(inside));
}

function explain(ui, text, mark, node) {
  ui.mirror.querySelectorAll("mark.gs-shown").forEach((one) => one.classList.remove("gs-shown"));
  node?.classList.add("gs-shown");
  const said = mark ? `\u201c${text.slice(mark.start, mark.end)}\u201d: ${mark.title}` : "";
  if (ui.explain.textContent !== said) ui.explain.textContent = said;
}

const GAP = /\[[a-z][a-z _-]{1,24}\]/gi; // a slot of a template that nobody has filled yet

/** The next gap after the cursor, or the first one. */
function nextGap(text, from) {
  const gaps = [...text.matchAll(GAP)].map((found) => [found.index, found.index + found[0].length]);
  return gaps.find(([start]) => start >= from) ?? gaps[0];
}

// ---- The widget

function render({ model, el }) {
  const ui = build(model);
  el.append(ui.root);
  const drafts = draftStore(model.get("plan_path"), model.get("statement_id"));
  let { text, revision } = model.get("edit");
  let confirmed = text; // the words that the kernel has on disk, as far as we know
  let sent = revision;
  let sentAt = 0;
  let marks = [];
  let pause = 0;
  let patience = 0;

  const answered = () => {
    const answer = model.get("feedback");
    return answer.revision === revision && !answer.problem;
  };

  function drawSaved() {
    const { saved_at: at, problem, revision: known } = model.get("feedback");
    const done = answered();
    ui.root.dataset.saved = done ? "yes" : "no";
    if (done) ui.saved.textContent = at && text ? `saved ${clock(at * 1000)}` : "";
    else ui.saved.textContent = problem && known === revision ? `not saved: ${problem}` : "not saved";
  }

  function waitForAnswer() {
    patience ||= setTimeout(() => {
      ui.silent.textContent =
        "Your words are kept in this browser, but the notebook does not answer. " +
        "Run it again: Kernel menu, Restart Kernel and Run All Cells.";
      ui.silent.hidden = false;
    }, PATIENCE);
  }

  function stopWaiting() {
    clearTimeout(patience);
    patience = 0;
    ui.silent.hidden = true;
  }

  function send() {
    clearTimeout(pause);
    if (sent === revision) return;
    [sent, sentAt] = [revision, Date.now()];
    model.set("edit", { text: text.toWellFormed?.() ?? text, revision });
    try {
      model.save_changes();
    } catch {
      // The kernel is gone: the draft stays, and "not saved" with it.
    }
  }

  const drawn = () => marks.filter(({ start, end }, at) => end > start && !marks.slice(0, at).some((one) => one.end > start));

  function explainAt(at) {
    explain(ui, text, drawn()[at], ui.mirror.querySelectorAll("mark")[at]);
  }

  /** The mark at the cursor, once it was moved by key or click; typing is not interrupted by it. */
  function cursorMoved() {
    if (document.activeElement !== ui.input || ui.input.selectionStart !== ui.input.selectionEnd) return;
    const at = ui.input.selectionStart;
    explainAt(drawn().findIndex(({ start, end }) => start <= at && at < end));
  }

  function goToGap() {
    const gap = nextGap(text, ui.input.selectionEnd);
    if (!gap) return;
    ui.input.focus();
    ui.input.setSelectionRange(...gap);
  }

  const drawGap = () => (ui.gap.hidden = !nextGap(text, 0));

  function typed() {
    const before = text;
    text = ui.input.value;
    if (sent === revision && Date.now() - sentAt > AT_LEAST) sentAt = Date.now(); // the first key after a rest
    revision += 1;
    marks = carried(marks, before, text);
    paint(ui.mirror, text, marks);
    drafts.current.write({ text, at: Date.now(), base: confirmed });
    drawSaved();
    drawGap();
    waitForAnswer();
    clearTimeout(pause);
    if (Date.now() - sentAt >= AT_LEAST) send();
    else pause = setTimeout(send, PAUSE);
  }

  function answer() {
    const shown = model.get("feedback");
    if (shown.revision === revision) {
      marks = inUtf16(text, shown.spans ?? []);
      paint(ui.mirror, text, marks);
      if (!shown.problem) {
        confirmed = text;
        drafts.current.drop();
      }
    }
    drawLevels(ui, shown.levels ?? []);
    drawAdvice(ui, { levels: shown.levels ?? [], advice: shown.advice ?? [], unsafe: shown.unsafe ?? "" });
    drawNotes(ui, shown.notes ?? []);
    drawMore(ui, shown.advice ?? [], text, marks);
    drawSaved();
    stopWaiting();
    if (shown.revision !== revision) waitForAnswer();
    document.dispatchEvent(new CustomEvent("gs-answer"));
  }

  /** Words that came from elsewhere: another view of the same statement. */
  function adopt() {
    const newer = model.get("edit");
    if (newer.revision <= revision) return;
    ({ text, revision } = newer);
    [sent, marks] = [revision, []];
    ui.input.value = text;
    paint(ui.mirror, text, marks);
    drawSaved();
    drawGap();
    if (newer.gap) goToGap();
  }

  function offerDraft() {
    const draft = drafts.current.read() ?? drafts.offered.read();
    const newer = draft && (draft.base === text || draft.at > (model.get("feedback").saved_at ?? 0) * 1000);
    drafts.current.drop();
    if (!newer || draft.text === text) return drafts.offered.drop();
    drafts.offered.write(draft);
    const decide = (work) => () => {
      drafts.offered.drop();
      ui.input.focus();
      work();
    };
    offer(ui.draft, `What you typed at ${clock(draft.at)} was not saved:`, [draft.text || "(an empty text)"], {
      [`Restore what you typed at ${clock(draft.at)}`]: decide(() => {
        ui.input.value = draft.text;
        typed();
        send();
      }),
      Discard: decide(() => {}),
    });
  }

  const name = () => (ui.label.textContent = model.get("label"));

  ui.input.value = text;
  name();
  if (model.get("feedback").revision === revision) offerDraft();
  answer();
  paint(ui.mirror, text, marks);
  drawGap();
  ui.input.addEventListener("input", typed);
  ui.input.addEventListener("keyup", ({ key }) => /^(Arrow|Home|End|Page)/.test(key) && cursorMoved());
  ui.input.addEventListener("click", cursorMoved);
  ui.input.addEventListener("mousemove", ({ clientX, clientY }) => explainAt(markAt(ui.mirror, clientX, clientY)));
  ui.input.addEventListener("mouseleave", cursorMoved);
  ui.gap.addEventListener("click", goToGap);
  ui.input.addEventListener("blur", send);
  window.addEventListener("pagehide", send);
  model.on("change:feedback", answer);
  model.on("change:edit", adopt);
  model.on("change:label", name);
  return () => {
    send();
    clearTimeout(patience);
    window.removeEventListener("pagehide", send);
    model.off("change:feedback", answer);
    model.off("change:edit", adopt);
    model.off("change:label", name);
  };
}

export default { render };
