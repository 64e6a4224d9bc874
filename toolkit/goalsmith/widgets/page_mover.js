// From one widget of the page to another. See page_mover.py.

const FIELD = "textarea, input, select, button:not([disabled])";

function render({ model, el }) {
  el.hidden = true;
  const move = () => {
    const place = document.querySelector(model.get("target"));
    if (!place) return;
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    place.scrollIntoView({ block: "start", behavior: calm ? "auto" : "smooth" });
    const field = [...place.querySelectorAll(FIELD)].find((one) => one.getClientRects().length);
    field?.focus({ preventScroll: true });
  };
  model.on("change:count", move);
  return () => model.off("change:count", move);
}

export default { render };
