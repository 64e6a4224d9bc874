// The prepared questions, one kind at a time. It follows shared.js; interview_picker.py says what the traits mean.

function render({ model, el }) {
  const group = `gs-${Math.random().toString(36).slice(2)}`;
  const chips = make("div", { className: "gs-kind-chips" });
  const kinds = make("fieldset", { className: "gs-kinds", gs: "kinds" }, make("legend", { textContent: "Or choose a question. What kind?" }), chips);
  const title = make("h3", { id: `${group}-title` });
  const what = make("details", { className: "gs-kind-what" }, make("summary", { textContent: "What is this for?" }));
  const purpose = make("p");
  const works = make("p");
  what.append(purpose, works);
  const list = make("ul", { className: "gs-questions", gs: "questions" });
  list.setAttribute("aria-labelledby", title.id);
  el.className += " gs-interview-picker";
  el.append(kinds, make("div", { className: "gs-kind-panel" }, make("div", { className: "gs-kind-head" }, title, what), list));

  let current = model.get("groups")[0]?.kind;
  let before = null; // ids that were offered before, so that new ones can be marked
  let fresh = new Set();
  let sent = 0;
  const buttons = new Map();
  const inputs = new Map();

  const press = (id) => {
    model.set("sent", { id, number: ++sent, at: Date.now() });
    try {
      model.save_changes();
    } catch {
      // The kernel is gone; nothing was asked, and the page says so where typed questions wait for an answer.
    }
  };
  const button = (id) => {
    if (!buttons.has(id)) {
      const made = make("button", { type: "button", className: "gs-question-button" });
      made.dataset.question = id;
      made.append(make("span", { className: "gs-question-text" }), make("span", { className: "gs-mark" }));
      made.addEventListener("click", () => press(id));
      buttons.set(id, made);
    }
    return buttons.get(id);
  };
  const chip = ({ kind, name, questions }) => {
    if (!inputs.has(kind)) {
      const input = make("input", { type: "radio", name: group, id: `${group}-${kind}`, value: kind });
      input.setAttribute("data-lm-suppress-shortcuts", "true");
      input.addEventListener("change", () => {
        current = kind;
        what.open = false;
        draw();
      });
      const label = make("label", { htmlFor: input.id });
      inputs.set(kind, { input, label, node: make("div", { className: "gs-kind-chip" }, input, label) });
    }
    const { input, label, node } = inputs.get(kind);
    input.checked = kind === current;
    const left = questions.filter((one) => !one.asked).length;
    const has = questions.some((one) => fresh.has(one.id));
    const count = make("small", { textContent: ` ${left}` }, make("span", { className: "gs-hidden", textContent: " to ask" }), has ? " · new" : "");
    label.replaceChildren(name, count);
    return node;
  };
  /** Put `nodes` into `parent` and leave the focus where it is. */
  const fill = (parent, nodes) => {
    const active = document.activeElement;
    const held = parent.contains(active);
    if (nodes.length !== parent.children.length || nodes.some((node, at) => node !== parent.children[at])) parent.replaceChildren(...nodes);
    if (held && parent.contains(active)) active.focus({ preventScroll: true });
  };
  const draw = () => {
    const groups = model.get("groups");
    fill(chips, groups.map(chip));
    const shown = groups.find(({ kind }) => kind === current) ?? groups[0];
    if (!shown) return;
    title.textContent = shown.name;
    purpose.textContent = shown.purpose;
    works.textContent = shown.works;
    const rows = shown.questions.map(({ id, text, asked }) => {
      const made = button(id);
      made.querySelector(".gs-question-text").textContent = text;
      made.querySelector(".gs-mark").textContent = asked ? "asked" : fresh.has(id) ? "new" : "";
      made.dataset.asked = asked ? "yes" : "no";
      made.row ??= make("li", {}, made);
      return made.row;
    });
    fill(list, rows);
  };
  const update = () => {
    const ids = model.get("groups").flatMap(({ questions }) => questions.map(({ id }) => id));
    if (before) fresh = new Set([...fresh, ...ids.filter((id) => !before.has(id))]);
    before = new Set(ids);
    draw();
  };
  update();
  model.on("change:groups", update);
  return () => model.off("change:groups", update);
}

export default { render };
