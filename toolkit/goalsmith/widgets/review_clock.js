// The time with a plan in view. It follows shared.js; review_clock.py says what the traits mean.

const STEP = 15_000; // ms between two looks at whether somebody is at work
const IDLE = 60_000; // ms without any sign of a reader before the clock rests
const SIGNS = ["pointermove", "pointerdown", "keydown", "wheel", "scroll", "touchstart"];

function render({ model, el }) {
  const line = make("span", { className: "gs-clock", gs: "clock" });
  el.append(line);
  let seen = performance.now();
  const sign = () => (seen = performance.now());

  const inView = () => {
    const box = (el.closest(".gs-plan-review") ?? el).getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < window.innerHeight;
  };
  const count = () => {
    if (document.hidden || performance.now() - seen > IDLE || !inView()) return;
    model.set("spent", model.get("spent") + STEP / 60_000);
    try {
      model.save_changes();
    } catch {
      // Without a kernel the time is not counted.
    }
  };
  const draw = () => {
    const minutes = Math.round(model.get("minutes"));
    line.textContent = `about ${minutes} of ${model.get("expected")} minutes`;
    line.title = "The time with this plan in view. It is for you; nothing happens when it is over.";
  };
  draw();
  const timer = setInterval(count, STEP);
  SIGNS.forEach((name) => document.addEventListener(name, sign, { capture: true, passive: true }));
  model.on("change:minutes", draw);
  return () => {
    clearInterval(timer);
    SIGNS.forEach((name) => document.removeEventListener(name, sign, { capture: true }));
    model.off("change:minutes", draw);
  };
}

export default { render };
