"""Starting JupyterLab on a demo course with nothing outside the demo's folder read or written."""

import os
import secrets
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote


def lab_environment(home: Path) -> dict[str, str]:
    """The process environment in which Jupyter keeps everything it writes below `home`."""
    folders = {
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_DATA_DIR": home / "data",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "JUPYTERLAB_SETTINGS_DIR": home / "lab-settings",
        "JUPYTERLAB_WORKSPACES_DIR": home / "lab-workspaces",
        "IPYTHONDIR": home / "ipython",
    }
    # nbgrader calls `alembic` and `jupyter` by name, so the environment's own programs come first.
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PATH": path}


@dataclass(frozen=True)
class Lab:
    """A JupyterLab on the folder `root`, on the loopback interface only."""

    root: Path
    port: int
    token: str = field(default_factory=lambda: secrets.token_hex(16))

    @property
    def command(self) -> list[str]:
        """The server's command line."""
        options = [
            f"--ServerApp.root_dir={self.root}",
            f"--ServerApp.port={self.port}",
            "--ServerApp.port_retries=0",
            "--ServerApp.ip=127.0.0.1",
            "--ServerApp.open_browser=False",
            f"--IdentityProvider.token={self.token}",
            "--LabApp.news_url=None",
            "--LabApp.check_for_updates_class=jupyterlab.handlers.announcements.NeverCheckForUpdate",
        ]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            options.append("--ServerApp.allow_root=True")
        return [sys.executable, "-m", "jupyterlab", *options]

    def url(self, place: str) -> str:
        """The address of a page of the server, with the token that opens it."""
        return f"http://127.0.0.1:{self.port}/{quote(place)}?token={self.token}"
