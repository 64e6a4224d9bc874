// What the scripts of the widgets share; each of them is sent to the browser with this in front (assets.py).

function make(tag, props = {}, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  if (props.gs) node.dataset.gs = props.gs;
  node.append(...children);
  return node;
}

function clock(ms) {
  const at = new Date(ms);
  const time = at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  const today = at.toDateString() === new Date().toDateString();
  return today ? time : `${at.toLocaleDateString([], { day: "numeric", month: "short" })}, ${time}`;
}

/** Where this Jupyter server lives, so that two servers on one host keep their drafts apart. */
function baseUrl() {
  const config = document.getElementById("jupyter-config-data");
  try {
    return JSON.parse(config.textContent).baseUrl;
  } catch {
    return document.baseURI.replace(/\/(lab|tree|notebooks|voila)(\/.*)?$/, "/");
  }
}

/** A place in the browser's storage that belongs to one part of one plan. */
function stored(planPath, part) {
  const key = `goalsmith:${baseUrl()}:${planPath}:${part}`;
  const guarded = (work) => {
    try {
      return work(window.localStorage);
    } catch {
      return null; // storage is full or forbidden: the kernel is then the only place, and "not saved" still shows
    }
  };
  return {
    read: () => guarded((store) => JSON.parse(store.getItem(key))),
    write: (draft) => guarded((store) => store.setItem(key, JSON.stringify(draft))),
    drop: () => guarded((store) => store.removeItem(key)),
  };
}

/** A box that offers a draft: what it says, and a button for each answer. */
function offer(box, sentence, quoted, answers) {
  const buttons = Object.entries(answers).map(([name, work]) => {
    const button = make("button", { type: "button", className: "gs-plain-button", textContent: name });
    button.addEventListener("click", () => {
      box.hidden = true;
      work();
    });
    return button;
  });
  const lines = quoted.map((text) => make("blockquote", { textContent: text, dir: "auto" }));
  box.replaceChildren(make("p", { textContent: sentence }), ...lines, ...buttons);
  box.hidden = false;
}
