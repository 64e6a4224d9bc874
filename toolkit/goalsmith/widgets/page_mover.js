// From one widget of the page to another. See page_mover.py.

const FIELD = "textarea, input, select, button:not([disabled])";

function render({ model, el }) {
  el.hidden = true;
  const move = () => {
    const place = document.querySelector(model.get("place"));
    const id = CSS.escape(model.get("statement"));
    const field =
      (id && place?.querySelector(`[data-gs="statement"][data-id="${id}"] textarea`)) ||
      [...(place?.querySelectorAll(FIELD) ?? [])].find((one) => one.getClientRects().length);
    if (!place) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    (id ? (field ?? place) : place).scrollIntoView({ block: id ? "center" : "start", behavior: calm ? "auto" : "smooth" });
    field?.focus({ preventScroll: true });
  };
  model.on("change:count", move);
  return () => model.off("change:count", move);
}

export default { render };
