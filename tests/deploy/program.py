"""The program that is tried."""

import os
from pathlib import Path

from postgres_server import ROOT

KHEN = Path(os.environ.get("KHEN_BINARY", ROOT / "target" / "debug" / "khen"))
assert KHEN.exists(), f"{KHEN} is missing: cargo build --package khen"
