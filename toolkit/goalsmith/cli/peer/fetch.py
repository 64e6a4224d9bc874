"""`goalsmith peer fetch`: the learner's side of a round."""

from pathlib import Path
from typing import Annotated

import typer

from goalsmith.cli.peer.group import peer


@peer.command()
def fetch(
    folder: Annotated[Path, typer.Argument(help="The folder of the review or follow-up notebook.")] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Print what came as JSON.")] = False,
) -> None:
    """Get the plans that you review, or the reviews of your own plan.

    It can be repeated at any time: what is there stays in its order, and what is new is added.

    Example: goalsmith peer fetch gad-maya-review
    """
    import json
    from dataclasses import asdict
    from datetime import datetime

    from goalsmith.peer.packets.fetch import fetch as fetch_here

    came = fetch_here(folder)
    print(json.dumps(asdict(came), default=datetime.isoformat, ensure_ascii=False) if as_json else came.sentence)
