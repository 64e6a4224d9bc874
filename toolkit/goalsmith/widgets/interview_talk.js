// The conversation and the box below it. It follows shared.js; interview_talk.py says what the traits mean.

const WAITING = 8000; // ms until we say that no answer has come

/** What somebody does is written in brackets before what they say; it is set apart, and read as it stands. */
function speech(text) {
  const parts = text.split(/(\([^()]*\))/).filter(Boolean);
  return parts.map((part) => (part.startsWith("(") ? make("i", { textContent: part }) : part));
}

function render({ model, el }) {
  const name = `gs-${Math.random().toString(36).slice(2)}`;
  const client = model.get("client");
  const list = make("ol", { className: "gs-talk", gs: "talk" });
  list.setAttribute("aria-label", `Conversation with ${client === "The client" ? "the client" : client}`);
  list.tabIndex = 0; // so that it scrolls by keyboard
  const heard = make("p", { className: "gs-hidden", gs: "heard" });
  heard.setAttribute("role", "status");
  const box = make("textarea", { id: name, rows: 1, maxLength: 1000, className: "gs-say" });
  box.placeholder = "One thing at a time";
  const send = make("button", { type: "button", className: "gs-plain-button gs-send", textContent: "Ask" });
  const said = make("p", { className: "gs-said", gs: "talk-said" });
  said.setAttribute("role", "status");
  const near = make("div", { className: "gs-near", gs: "near" });
  const ask = make(
    "div",
    { className: "gs-put" },
    make("label", { htmlFor: name, textContent: "Ask in your own words (Enter sends)" }),
    make("div", { className: "gs-say-row" }, box, send),
    said,
    near,
  );
  el.className += " gs-interview-talk";
  el.append(list, heard, ask);

  const draft = stored(model.get("path"), "question");
  box.value = draft.read() ?? "";
  let sent = 0;
  let timer = null;
  let waiting = false;
  let gone = false;
  let shown = null; // how many rows there were, so that only a new answer is announced

  const grow = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 160)}px`;
  };
  const push = (key, value) => {
    model.set(key, value);
    try {
      model.save_changes();
    } catch {
      // The kernel is gone: the question stays in the box, and the sentence below it says so.
    }
  };
  const wait = () => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting = false;
      said.textContent = "No answer has come. Your question is kept. Press Start at the top of the page, then ask again.";
    }, WAITING);
  };
  const give = (what) => {
    if (waiting) return;
    said.textContent = "";
    wait();
    push("sent", { ...what, number: ++sent, at: Date.now() });
  };
  const type = () => {
    const text = box.value.trim();
    if (text) give({ text });
    else box.focus();
  };

  const row = (one, last) => {
    const node = make("li");
    if (one.asked) {
      node.append(make("div", { className: "gs-turn gs-you" }, make("b", { textContent: "You" }), make("p", { textContent: one.asked, dir: "auto" })));
    }
    if (one.meant && one.meant !== one.asked) {
      const meant = make("p", { className: "gs-meant", gs: "meant" }, `Understood as: “${one.meant}” `);
      if (last && model.get("asking")) {
        const wrong = make("button", { type: "button", className: "gs-plain-button", textContent: "That is not what I meant" });
        wrong.addEventListener("click", () => {
          box.value = one.asked;
          draft.write(box.value);
          box.focus();
          grow();
          push("back", model.get("back") + 1);
          said.textContent = "Taken back. Say it in other words, or choose a question.";
        });
        meant.append(wrong);
      }
      node.append(meant);
    }
    const words = make("p", {}, ...speech(one.said));
    node.append(make("div", { className: "gs-turn gs-client" }, make("b", { textContent: client }), words));
    if (one.noted) node.append(make("p", { className: "gs-noted", textContent: `${one.noted} new in your notes` }));
    return node;
  };
  const suggest = () => {
    const found = model.get("suggested");
    const buttons = found.map(({ id, text }) => {
      const button = make("button", { type: "button", className: "gs-plain-button", textContent: text });
      button.addEventListener("click", () => {
        box.value = "";
        draft.drop();
        box.focus();
        give({ id });
      });
      return make("li", {}, button);
    });
    near.replaceChildren(...(found.length ? [make("p", { textContent: "Did you mean one of these?" }), make("ul", {}, ...buttons)] : []));
  };
  /** The newest words in sight; a list that is not on the page yet has no height. */
  const toTheEnd = () => {
    if (list.clientHeight) list.scrollTop = list.scrollHeight;
    else if (!gone) requestAnimationFrame(toTheEnd);
  };
  const draw = () => {
    const rows = model.get("rows");
    const fresh = shown !== null && rows.length > shown;
    list.replaceChildren(...rows.map((one, at) => row(one, at === rows.length - 1)));
    toTheEnd();
    ask.hidden = !model.get("asking");
    suggest();
    if (fresh) {
      const newest = rows.at(-1);
      const meant = newest.meant && newest.meant !== newest.asked ? `Understood as: ${newest.meant} ` : "";
      heard.textContent = `${meant}${client}: ${newest.said}${newest.noted ? ` ${newest.noted} new in your notes.` : ""}`;
      if (waiting && newest.asked === box.value.trim()) {
        box.value = "";
        draft.drop();
        grow();
      }
      // Where the list of questions was pressed further down, the answer has to come into sight.
      list.scrollIntoView({ block: "nearest" });
      const top = list.lastElementChild.offsetTop - list.offsetTop;
      list.scrollTop = Math.min(list.scrollTop, top);
    }
    waiting = false;
    clearTimeout(timer);
    shown = rows.length;
  };

  send.addEventListener("click", type);
  box.addEventListener("input", () => {
    draft.write(box.value);
    grow();
    // A question that is not asked yet is no work that waits to be saved: the status line stays as it was.
    document.dispatchEvent(new Event("gs-answer"));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation(); // Shift+Enter would run the cell; Enter alone is ours
    type();
  });
  list.setAttribute("data-lm-suppress-shortcuts", "true");
  draw();
  model.on("change:count", draw);
  return () => {
    gone = true;
    clearTimeout(timer);
    model.off("change:count", draw);
  };
}

export default { render };
