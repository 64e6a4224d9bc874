"""JupyterLab on a folder."""

import os
import sys
from dataclasses import dataclass
from typing import ClassVar

from goalsmith.practice.server import Server


@dataclass(frozen=True)
class Lab(Server):
    """A JupyterLab on the folder `root`, on the loopback interface only."""

    name: ClassVar[str] = "JupyterLab"
    asked: ClassVar[str] = "api/status"

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
