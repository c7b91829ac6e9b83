"""Runs the checks of a folder, in a Python of their own that has what its requirements.txt names."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "target"


def environment(folder):
    """Where the programs of that Python are; it is made if it is not there."""
    if sys.version_info < (3, 11):
        sys.exit(f"{folder}: Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    wanted = folder / "requirements.txt"
    mark = hashlib.sha256(wanted.read_bytes()).hexdigest()[:16]
    made = TARGET / folder.name / f"venv-{mark}"
    if not (made / "whole").exists():
        shutil.rmtree(made, ignore_errors=True)
        for step, hint in [
            ([sys.executable, "-m", "venv", made], "is venv missing? Debian: apt-get install python3-venv"),
            ([made / "bin" / "pip", "install", "--quiet", "--disable-pip-version-check",
              "--requirement", wanted], "is PyPI out of reach?"),
        ]:
            if subprocess.run(step).returncode:
                sys.exit(f"{folder}: the checks could not be set up; {hint}")
        (made / "whole").touch()
    return made / "bin"


def run(folder, names, programs=()):
    """Runs test_NAME.py of each name, or all; `programs` are folders to find programs in. Exits with 1
    when one fails."""
    own = environment(folder)
    files = [f"test_{name}.py" for name in names] or ["test_*.py"]
    path = ":".join([str(own), *map(str, programs), os.environ["PATH"]])
    failed = [
        file
        for file in files
        if subprocess.run([own / "python", "-m", "unittest", "discover", "-s", folder, "-p", file],
                          env={**os.environ, "PATH": path, "PYTHONPATH": str(HERE)}).returncode
    ]
    sys.exit(1 if failed else 0)
