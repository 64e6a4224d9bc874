// A page in a frame that runs no scripts, with Print and Close. See page_preview.py.

function render({ model, el }) {
  const id = `gs-${Math.random().toString(36).slice(2)}`;
  const heading = make("h3", { id });
  const frame = make("iframe", { className: "gs-page", gs: "page" });
  // allow-modals lets the page be printed, allow-same-origin lets us ask for it; scripts stay forbidden.
  frame.setAttribute("sandbox", "allow-modals allow-same-origin");
  const print = make("button", { type: "button", className: "gs-plain-button", textContent: "Print" });
  const close = make("button", { type: "button", className: "gs-plain-button", textContent: "Close" });
  const dialog = make("dialog", { className: "gs-preview", gs: "preview" }, make("div", { className: "gs-preview-head" }, heading, print, close), frame);
  dialog.setAttribute("aria-labelledby", id);
  el.append(dialog);
  let back = null;
  const open = () => {
    heading.textContent = frame.title = model.get("title");
    frame.srcdoc = model.get("page");
    if (!dialog.open) {
      back = document.activeElement;
      dialog.showModal();
    }
    print.focus();
  };
  print.addEventListener("click", () => frame.contentWindow.print());
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => back?.focus());
  dialog.addEventListener("keydown", (event) => event.stopPropagation());
  model.on("change:count", open);
  return () => model.off("change:count", open);
}

export default { render };
