// Prepared answers to one question. It follows shared.js; stage_choice.py says what the traits mean.

function render({ model, el }) {
  const group = `gs-${Math.random().toString(36).slice(2)}`;
  const many = model.get("most") > 1;
  const chosen = () => model.get("value").split(",").filter(Boolean);
  const status = make("p", { className: "gs-choice-said" });
  status.setAttribute("role", "status");
  const rows = model.get("options").map(({ id, text }, at) => {
    const input = make("input", { type: many ? "checkbox" : "radio", name: group, id: `${group}-${at}` });
    // One of JupyterLab's keys, such as an arrow, must not go to the notebook while an answer is chosen.
    input.setAttribute("data-lm-suppress-shortcuts", "true");
    input.dataset.option = id;
    input.addEventListener("change", () => take(id, input.checked));
    const label = make("label", { htmlFor: input.id, textContent: text });
    return { id, input, row: make("div", { className: "gs-option" }, input, label) };
  });
  const hint = make("p", { className: "gs-choice-hint", id: `${group}-hint`, textContent: model.get("hint") });
  hint.hidden = !model.get("hint");
  const set = make(
    "fieldset",
    { className: `gs-choice gs-choice-${model.get("layout_kind")}`, gs: model.get("key") },
    make("legend", { className: "gs-pick-name", textContent: model.get("legend") }),
    hint,
    make("div", { className: "gs-options" }, ...rows.map(({ row }) => row)),
    status,
  );
  if (!hint.hidden) set.setAttribute("aria-describedby", hint.id);
  el.append(set);

  const take = (id, on) => {
    const others = chosen().filter((one) => one !== id);
    const now = many ? (on ? [...others, id] : others) : [id];
    if (now.length > model.get("most")) {
      status.textContent = `No more than ${model.get("most")}: take one away first.`;
      return draw();
    }
    status.textContent = "";
    model.set("value", now.join(","));
    try {
      model.save_changes();
    } catch {
      // The kernel is gone: the draft stays, and "not saved" with it.
    }
  };
  const draw = () => {
    const now = chosen();
    rows.forEach(({ id, input, row }) => {
      input.checked = now.includes(id);
      // What the whole choice is once this one is taken: drafts keep the value of the field that was touched.
      const then = many ? (input.checked ? now.filter((one) => one !== id) : [...now, id]) : [id];
      input.value = then.join(",");
      input.dataset.said = model.get("options").flatMap((one) => (then.includes(one.id) ? one.text : [])).join("; ");
      input.disabled = model.get("locked") && !input.checked;
      row.dataset.chosen = input.checked ? "yes" : "no";
    });
    set.dataset.locked = model.get("locked") ? "yes" : "no";
  };
  draw();
  const names = ["value", "locked"];
  names.forEach((name) => model.on(`change:${name}`, draw));
  return () => names.forEach((name) => model.off(`change:${name}`, draw));
}

export default { render };
