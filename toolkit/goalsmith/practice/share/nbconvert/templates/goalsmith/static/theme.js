// Widgets ask the body whether the theme is a light one; the style sheets follow the machine by themselves.
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const follow = () => {
  document.body.dataset.jpThemeLight = String(!dark.matches);
  document.body.dataset.jpThemeName = dark.matches ? "JupyterLab Dark" : "JupyterLab Light";
};
follow();
dark.addEventListener("change", follow);
