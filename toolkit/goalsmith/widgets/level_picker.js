// Four radio buttons with their anchors. It follows shared.js; level_picker.py says what the traits mean.

function render({ model, el }) {
  const group = `gs-${Math.random().toString(36).slice(2)}`;
  const key = model.get("key");
  const question = make("span", { className: "gs-question", id: `${group}-question` });
  const first = make("p", { className: "gs-first-level", id: `${group}-first` });
  const rows = [0, 1, 2, 3].map((level) => {
    const input = make("input", { type: "radio", name: group, value: String(level), id: `${group}-${level}` });
    // One of JupyterLab's keys, such as an arrow, must not go to the notebook while a level is chosen.
    input.setAttribute("data-lm-suppress-shortcuts", "true");
    const anchor = make("span", { className: "gs-anchor" });
    const label = make("label", { htmlFor: input.id }, make("b", { textContent: String(level) }), anchor);
    input.addEventListener("change", () => {
      model.set("value", input.value);
      try {
        model.save_changes();
      } catch {
        // The kernel is gone: the draft stays, and "not saved" with it.
      }
    });
    return { input, anchor, row: make("div", { className: "gs-level" }, input, label) };
  });
  const set = make(
    "fieldset",
    { className: "gs-picker", gs: `pick-${key}` },
    make("legend", {}, make("b", { textContent: key.length === 1 ? `${key} ` : "" }), make("span", { className: "gs-pick-name" })),
    question,
    ...rows.map(({ row }) => row),
    first,
  );
  set.setAttribute("aria-describedby", `${question.id} ${first.id}`);
  el.append(set);

  const draw = () => {
    const [value, committed, locked] = ["value", "first", "locked"].map((name) => model.get(name));
    set.querySelector(".gs-pick-name").textContent = model.get("name");
    question.textContent = model.get("question");
    rows.forEach(({ input, anchor, row }, level) => {
      anchor.textContent = model.get("anchors")[level] ?? "";
      input.checked = value === String(level);
      // A locked choice can still be read with the keyboard; the others cannot be taken.
      input.disabled = locked && !input.checked;
      row.dataset.chosen = input.checked ? "yes" : "no";
    });
    set.dataset.value = value;
    set.dataset.locked = locked ? "yes" : "no";
    first.hidden = !committed || committed === value;
    first.textContent = first.hidden ? "" : `You committed ${committed} first.`;
  };
  draw();
  const names = ["value", "first", "locked", "name", "question", "anchors"];
  names.forEach((name) => model.on(`change:${name}`, draw));
  return () => names.forEach((name) => model.off(`change:${name}`, draw));
}

export default { render };
