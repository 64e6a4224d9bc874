// Drafts of the plain fields of one editor. It follows shared.js; field_drafts.py says what the traits mean.

const PREFIX = "gs-key-";

/** The key of the field that `element` stands in, or nothing. */
function keyOf(element) {
  const field = element.closest?.(".gs-field");
  const name = field && [...field.classList].find((one) => one.startsWith(PREFIX));
  return name && name.slice(PREFIX.length);
}

/** What the page calls the field that `element` stands in: "Goal 1, Review by". */
function nameOf(element) {
  const form = element.closest(".gs-form-objective, .gs-form-goal, .gs-picker, .gs-choice");
  // Of a choice among levels or answers the label is a whole sentence; what is being chosen says more.
  const label = ["radio", "checkbox"].includes(element.type) ? null : element.labels?.[0];
  const parts = [form?.querySelector(".gs-title, .gs-pick-name"), label];
  return parts.flatMap((part) => part?.textContent.trim() || []).join(", ");
}

function render({ model, el }) {
  const box = make("div", { className: "gs-draft", gs: "field-drafts", hidden: true });
  el.className += " gs-field-drafts";
  el.append(box);
  const current = stored(model.get("plan_path"), "fields");
  const offered = stored(model.get("plan_path"), "fields:offered");
  const unsaved = (drafts) =>
    Object.entries(drafts ?? {}).filter(([key, { value }]) => (model.get("values")[key] ?? value) !== value);

  const typed = ({ target }) => {
    const key = el.closest(".gs-editor")?.contains(target) && keyOf(target);
    if (!key) return;
    const draft = { value: target.value, at: Date.now(), name: nameOf(target), said: target.dataset.said };
    current.write({ ...current.read(), [key]: draft });
  };
  const saved = () => {
    const left = unsaved(current.read());
    if (left.length) current.write(Object.fromEntries(left));
    else current.drop();
  };

  const found = unsaved({ ...offered.read(), ...current.read() });
  current.drop();
  offered.drop();
  if (found.length) {
    offered.write(Object.fromEntries(found));
    const newest = Math.max(...found.map(([, { at }]) => at));
    const quoted = found.map(([, { name, value, said }]) => `${name}: ${said || value || "(empty)"}`);
    offer(box, `These fields, typed at ${clock(newest)}, were not saved:`, quoted, {
      "Restore these fields": () => {
        offered.drop();
        model.set("restore", Object.fromEntries(found.map(([key, { value }]) => [key, value])));
        model.save_changes();
      },
      Discard: () => offered.drop(),
    });
  }
  document.addEventListener("input", typed, true);
  model.on("change:values", saved);
  return () => {
    document.removeEventListener("input", typed, true);
    model.off("change:values", saved);
  };
}

export default { render };
