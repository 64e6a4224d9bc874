"""What Jupyter keeps for one folder: its settings, and which notebooks it trusts."""

import json
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat.sign import NotebookNotary

_NOTIFICATIONS = "@jupyterlab/apputils-extension/notification.jupyterlab-settings"


def quiet_lab(home: Path, off: Sequence[str]) -> None:
    """Leave the plugins and extensions `off` out of the JupyterLab of `home`, and ask no questions about news."""
    _write(home / "config" / "labconfig" / "page_config.json", {"disabledExtensions": dict.fromkeys(off, True)})
    quiet = {"fetchNews": "false", "checkForUpdates": False, "doNotDisturbMode": True}
    _write(home / "lab-settings" / _NOTIFICATIONS, quiet)


def without_server_parts(home: Path, off: Sequence[str]) -> None:
    """Leave the server extensions `off` out of the servers of `home`."""
    parts = {"ServerApp": {"jpserver_extensions": dict.fromkeys(off, False)}}
    _write(home / "config" / "jupyter_server_config.json", parts)


def sign(path: Path, home: Path) -> None:
    """Mark a notebook that we built as trusted, so that its Start button works at the first click."""
    (home / "data").mkdir(parents=True, exist_ok=True)
    notary = NotebookNotary(data_dir=str(home / "data"))
    notary.sign(nbformat.read(path, as_version=4))
    notary.store.close()


def _write(path: Path, settings: dict[str, object]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings), "utf-8")
