"""A start that is a second faster.

nbgrader reads notebooks with `jsonschema`, which at import compiles grammars for internationalised addresses where the
package `rfc3987_syntax` is installed. Notebooks have no such field, so `jsonschema` is imported without it.
"""

import sys
from importlib import import_module


def import_jsonschema() -> None:
    """Import `jsonschema` without its grammars, if nobody imported either before."""
    if "jsonschema" in sys.modules or "rfc3987_syntax" in sys.modules:
        return
    sys.modules["rfc3987_syntax"] = None  # makes its import fail, which jsonschema allows
    try:
        import_module("jsonschema")
    finally:
        del sys.modules["rfc3987_syntax"]
