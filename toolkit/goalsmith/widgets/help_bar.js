// The switch for explanations and the glossary. See help_bar.py.

function glossary(terms) {
  const id = `gs-${Math.random().toString(36).slice(2)}`;
  const dialog = make("dialog", { className: "gs-glossary", gs: "glossary" });
  dialog.setAttribute("aria-labelledby", id);
  const find = make("input", { type: "search", id: `${id}-find`, className: "gs-find" });
  const none = make("p", { className: "gs-none", textContent: "No such word here.", hidden: true });
  const close = make("button", { type: "button", className: "gs-plain-button", textContent: "Close" });
  const rows = terms.map(({ term, also, meaning }) => {
    const node = make("div", { className: "gs-term" }, make("dt", { textContent: term }), make("dd", { textContent: meaning }));
    return { node, names: [term, ...also].map((name) => name.toLowerCase()), all: `${term} ${also.join(" ")} ${meaning}`.toLowerCase() };
  });
  const list = make("dl", {}, ...rows.map((row) => row.node));
  const count = make("p", { className: "gs-hidden" });
  count.setAttribute("role", "status");
  const filter = () => {
    const wanted = find.value.trim().toLowerCase();
    const named = rows.filter((row) => row.names.some((name) => name.startsWith(wanted)));
    const shown = new Set(wanted ? (named.length ? named : rows.filter((row) => row.all.includes(wanted))) : rows);
    rows.forEach((row) => (row.node.hidden = !shown.has(row)));
    none.hidden = shown.size > 0;
    count.textContent = wanted ? `${shown.size} found` : "";
  };
  find.addEventListener("input", filter);
  close.addEventListener("click", () => dialog.close());
  dialog.append(
    make("h3", { id, textContent: "Glossary" }),
    make("label", { htmlFor: find.id, textContent: "Find a word" }),
    find, count, none, list, close,
  );
  let back = null;
  dialog.addEventListener("close", () => back?.focus());
  const open = (word) => {
    back = document.activeElement;
    find.value = word && rows.some((row) => row.names.includes(word.toLowerCase())) ? word : "";
    filter();
    dialog.showModal();
    find.focus();
  };
  return { dialog, open };
}

/** The word, or two words, at the cursor of a text box. */
function wordAt(node, known) {
  if (typeof node?.selectionStart !== "number") return "";
  const { value, selectionStart: at } = node;
  for (const name of known) {
    for (let from = value.toLowerCase().indexOf(name); from >= 0; from = value.toLowerCase().indexOf(name, from + 1)) {
      if (from <= at && at <= from + name.length) return name;
    }
  }
  return "";
}

function render({ model, el }) {
  const terms = model.get("terms");
  const known = terms.flatMap(({ term, also }) => [term, ...also]).map((name) => name.toLowerCase()).sort((a, b) => b.length - a.length);
  const { dialog, open } = glossary(terms);
  const choice = stored("", "explanations");
  const explain = make("input", { type: "checkbox", gs: "explain", checked: choice.read() !== "no" });
  const ask = make("button", { type: "button", className: "gs-plain-button", gs: "open-glossary", textContent: "Glossary (F1)" });
  const box = make("div", { className: "gs-help-bar" }, make("label", {}, explain, " Explain the parts of a plan"), ask, dialog);
  el.append(box);
  const root = () => el.closest(".gs-editor");
  const show = () => root()?.classList.toggle("gs-beginner", explain.checked);
  const settle = () => (el.isConnected ? show() : requestAnimationFrame(settle));
  settle();
  explain.addEventListener("change", () => {
    choice.write(explain.checked ? "yes" : "no");
    show();
  });
  ask.addEventListener("click", () => open(""));
  const pressed = (event) => {
    if (event.key !== "F1" || dialog.open || !root()?.contains(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    open(wordAt(event.target, known));
  };
  document.addEventListener("keydown", pressed, true);
  // A key pressed in the glossary is not one of JupyterLab's commands. A search field would keep the first Escape.
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Escape") return;
    event.preventDefault();
    dialog.close();
  });
  return () => document.removeEventListener("keydown", pressed, true);
}

export default { render };
