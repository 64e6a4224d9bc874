"""`python -m goalsmith`, for where the console command is not on PATH."""

from goalsmith.cli import app

app(prog_name="goalsmith")
