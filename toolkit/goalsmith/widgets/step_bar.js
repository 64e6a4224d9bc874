// A row of steps. It follows shared.js; step_bar.py says what the traits mean.

const DAY = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };

function render({ model, el }) {
  const list = make("ol", { className: "gs-steps" });
  const bar = make("nav", { className: "gs-step-bar", gs: "steps" }, list);
  let drawn = [];
  el.append(bar);

  const choose = (key) => {
    model.set("chosen", key);
    try {
      model.save_changes();
    } catch {
      // Without a kernel nothing opens; the editor around says so.
    }
  };

  function item(key) {
    const parts = ["gs-step-name", "gs-step-state", "gs-step-until"].map((className) => make("span", { className }));
    const button = make("button", { type: "button", gs: `step-${key}` }, ...parts);
    button.addEventListener("click", () => choose(key));
    return make("li", {}, button);
  }

  // The buttons stay while their words change, so that the one in focus keeps it.
  function draw() {
    const steps = model.get("steps");
    bar.setAttribute("aria-label", model.get("label"));
    const keys = steps.map(({ key }) => key);
    if (keys.join("\n") !== drawn.join("\n")) list.replaceChildren(...keys.map(item));
    drawn = keys;
    steps.forEach(({ key, name, state, tone, until }, at) => {
      const button = list.children[at].firstChild;
      const [first, second, third] = button.children;
      const late = until && Date.now() > until * 1000 && tone !== "done";
      first.textContent = name;
      second.textContent = state;
      third.textContent = until ? `${late ? "was due" : "until"} ${new Date(until * 1000).toLocaleString([], DAY)}` : "";
      button.dataset.tone = late ? "late" : tone;
      if (key === model.get("chosen")) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    });
  }
  draw();
  const names = ["steps", "chosen", "label"];
  names.forEach((name) => model.on(`change:${name}`, draw));
  return () => names.forEach((name) => model.off(`change:${name}`, draw));
}

export default { render };
