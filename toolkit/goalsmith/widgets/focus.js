// The keyboard inside one editor. See focus.py.

const PATIENCE = 700; // ms: a moved form is drawn anew, so its element may change once more after it is first found

function render({ model, el }) {
  el.hidden = true;
  let pressed = null; // what asked for the move
  let moves = 0;
  const press = ({ type, key, target }) => {
    if (type === "click" || key === "Enter" || key === " ") pressed = target;
  };
  /** Whether the focus is where it was when the move was asked for, or nowhere: it is taken from nobody who went on. */
  const free = () => {
    const active = document.activeElement;
    // What was pressed may be gone from the page by now; JupyterLab then gives the focus to the cell around the editor.
    const around = active?.contains(pressed) || active?.contains(el);
    return !active || active === document.body || around || !active.getClientRects().length;
  };
  const move = () => {
    const root = el.closest(".gs-editor");
    const until = performance.now() + PATIENCE;
    const mine = ++moves;
    let last = null;
    const look = () => {
      const found = root?.querySelector(model.get("target"));
      if (mine !== moves) return;
      if (found && found !== last) {
        if (!free()) return;
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
  // A row of "Up", "Down", "Delete" tells nobody which: a button's tooltip, which names the thing, is its spoken name.
  const name = (button) => button.title && button.setAttribute("aria-label", button.title);
  const watch = new MutationObserver((changes) => changes.forEach(({ target, addedNodes }) => {
    if (target.matches?.("button.gs-button")) name(target);
    addedNodes.forEach((node) => node.querySelectorAll?.("button.gs-button").forEach(name));
  }));
  const settle = () => {
    const root = el.closest(".gs-editor");
    if (!el.isConnected || !root) return requestAnimationFrame(settle);
    root.querySelectorAll("button.gs-button").forEach(name);
    watch.observe(root, { subtree: true, childList: true, attributes: true, attributeFilter: ["title", "class"] });
  };
  settle();
  document.addEventListener("focusin", spare);
  document.addEventListener("click", press, true);
  document.addEventListener("keydown", press, true);
  model.on("change:count", move);
  return () => {
    watch.disconnect();
    document.removeEventListener("focusin", spare);
    document.removeEventListener("click", press, true);
    document.removeEventListener("keydown", press, true);
    model.off("change:count", move);
  };
}

export default { render };
