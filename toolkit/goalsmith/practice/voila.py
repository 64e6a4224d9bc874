"""Voila on a folder: the same notebooks as plain pages, with no code in sight."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from goalsmith.practice.server import Server, lab_environment

SHARE = Path(__file__).parent / "share"
"""Where Jupyter finds the template `goalsmith`: below `nbconvert`, since a folder `voila` would hide Voila's own."""

_BROWSER_PARTS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")


@dataclass(frozen=True)
class Voila(Server):
    """A Voila on the notebooks below the folder `root`. It shows notebooks, and gives away no file."""

    name: ClassVar[str] = "Voila"
    asked: ClassVar[str] = ""

    @property
    def command(self) -> list[str]:
        """The server's command line."""
        settings = {
            "Voila.root_dir": self.root,
            "Voila.port": self.port,
            "Voila.port_retries": 0,
            "Voila.ip": "127.0.0.1",
            "Voila.open_browser": False,
            "Voila.token": self.token,
            "VoilaConfiguration.template": "goalsmith",
            "VoilaConfiguration.allow_template_override": "NO",
            "VoilaConfiguration.allow_theme_override": "NO",
            "VoilaConfiguration.file_denylist": ".*",
            # A part of the page that fails takes none of the others with it.
            "VoilaExecutor.allow_errors": True,
            "VoilaExecutor.cell_error_instruction": "Load the page again; what you wrote is saved.",
            # A page that is left ends its kernel by a bare POST, which could not bring an XSRF token; the kernel's id,
            # which no other site knows, has to do.
            "Voila.tornado_settings": "disable_check_xsrf=True",
        }
        options = [f"--{name}={value}" for name, value in settings.items()]
        # Each extension is a script that every page loads; these are what our widgets need.
        options += [f"--VoilaConfiguration.extension_allowlist={part}" for part in _BROWSER_PARTS]
        return [sys.executable, "-m", "voila", *options]

    def environment(self, home: Path) -> dict[str, str]:
        """As any of our servers, and with the place of the template."""
        found = lab_environment(home)
        found["JUPYTER_PATH"] = os.pathsep.join(filter(None, [str(SHARE), found.get("JUPYTER_PATH", "")]))
        return found

    def page(self, notebook: str) -> str:
        """The address of a notebook as a page."""
        return self.url(f"voila/render/{notebook}")
