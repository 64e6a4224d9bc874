// The keyboard inside one editor. See focus.py.

const PATIENCE = 700; // ms: a moved form is drawn anew, so its element may change once more after it is first found

function render({ model, el }) {
  el.hidden = true;
  const move = () => {
    const root = el.closest(".gs-editor");
    const until = performance.now() + PATIENCE;
    let last = null;
    const look = () => {
      const found = root?.querySelector(model.get("target"));
      const free = document.activeElement === document.body || !document.activeElement || !last?.isConnected;
      if (found && found !== last && free) {
        last = found;
        found.focus();
      }
      if (performance.now() < until) requestAnimationFrame(look);
    };
    look();
  };
  // Lumino, JupyterLab's key handler, leaves an element with this attribute alone. Text boxes it spares by itself.
  const spare = ({ target }) => {
    const ours = el.closest(".gs-editor")?.contains(target);
    if (ours && target.matches("select, button, summary")) target.setAttribute("data-lm-suppress-shortcuts", "true");
  };
  document.addEventListener("focusin", spare);
  model.on("change:count", move);
  return () => {
    document.removeEventListener("focusin", spare);
    model.off("change:count", move);
  };
}

export default { render };
