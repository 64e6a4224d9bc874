// What happens on the page when a learner has pressed Start. See arrival.py.

const SETTLED = 3000; // ms: running all cells ends at the last one, and widgets above it still grow for a while
const EVERY = 150; // ms

/**
 * Keep `cell` at the top, and the keyboard in it, until the page has settled or the reader moves. Running all cells
 * leaves the focus at the last one, from where Tab would lead out of the notebook.
 */
function hold(cell, place) {
  place.tabIndex = -1;
  place.setAttribute("role", "region");
  place.setAttribute("aria-label", "The case");
  const until = performance.now() + SETTLED;
  const theirs = ["wheel", "keydown", "pointerdown", "touchstart"];
  const stop = () => {
    clearInterval(timer);
    theirs.forEach((name) => document.removeEventListener(name, stop, true));
  };
  const timer = setInterval(() => {
    cell.scrollIntoView({ block: "start" });
    if (!cell.contains(document.activeElement)) place.focus({ preventScroll: true });
    if (performance.now() > until) stop();
  }, EVERY);
  theirs.forEach((name) => document.addEventListener(name, stop, true));
}

function render({ model, el }) {
  el.hidden = true;
  let gone = false;
  const arrive = () => {
    if (gone) return;
    if (!el.isConnected) return requestAnimationFrame(arrive); // it is drawn before it is put on the page
    const cell = el.closest(".jp-CodeCell");
    cell?.classList.add("gs-cell");
    // A page of Voila's opens at its top: nobody pressed a button there.
    const pressed = !document.body.dataset.voila;
    if (pressed && cell && model.get("first") && !model.get("arrived")) hold(cell, el.closest(".gs-case-viewer") ?? cell);
    model.set("arrived", true);
    model.save_changes();
  };
  arrive();
  return () => (gone = true);
}

export default { render };
