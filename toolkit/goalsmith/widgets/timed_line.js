// One status line in the reader's own time. It follows shared.js; timed_line.py says what the traits mean.

function render({ model, el }) {
  const line = document.createElement("span");
  line.className = "gs-line";
  line.dataset.gs = model.get("key");
  line.setAttribute("role", "status");
  el.append(line);

  const show = (text, tone) => {
    if (line.textContent !== text) line.textContent = text;
    line.dataset.tone = tone;
  };
  const draw = () => {
    const unsaved = el.closest(".gs-editor")?.querySelector('[data-gs="statement"][data-saved="no"]');
    if (model.get("watch") && unsaved) return show("not saved", "warn");
    show(model.get("text").replace("{time}", clock(model.get("at") * 1000)), model.get("tone"));
  };
  const typed = (event) => {
    if (el.closest(".gs-editor")?.contains(event.target)) show("not saved", "warn");
  };

  draw();
  model.on("change:count", draw);
  if (model.get("watch")) {
    document.addEventListener("input", typed, true);
    document.addEventListener("gs-answer", draw);
  }
  return () => {
    model.off("change:count", draw);
    document.removeEventListener("input", typed, true);
    document.removeEventListener("gs-answer", draw);
  };
}

export default { render };
