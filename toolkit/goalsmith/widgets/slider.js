// A native range input. See slider.py.

function render({ model, el }) {
  const id = `gs-${Math.random().toString(36).slice(2)}`;
  const input = make("input", { type: "range", id, min: 1, step: 1, gs: "slider" });
  const label = make("label", { htmlFor: id });
  el.append(make("div", { className: "gs-range" }, label, input));
  const draw = () => {
    label.textContent = model.get("label");
    input.max = model.get("most");
    input.value = model.get("value");
    input.disabled = model.get("most") < 2;
    const words = model.get("words").replace("{value}", model.get("value")).replace("{most}", model.get("most"));
    input.setAttribute("aria-valuetext", words);
  };
  input.addEventListener("input", () => {
    model.set("value", Number(input.value));
    model.save_changes();
    draw();
  });
  draw();
  model.on("change", draw);
  return () => model.off("change", draw);
}

export default { render };
