"""Runs the checks of a folder, in a Python of their own that has what its requirements.txt names."""

import hashlib
import os
import shutil
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "target"
# What the requirements were tried with; a newer one may have no wheels yet.
NEWEST_TRIED = (3, 13)


def newest_python():
    """The newest Python on this machine that has a venv, or the one that runs this: some checks need a
    newer one than Debian has, and are skipped aloud without it."""
    found = {sys.version_info[:2]: Path(sys.executable)}
    places = [Path(place) for place in os.environ.get("PATH", "").split(os.pathsep)]
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for place in [*places, *versions.glob("3.*/bin")]:
        for program in place.glob("python3.*"):
            version = re.fullmatch(r"python3\.(\d+)", program.name)
            if version and works(program):
                found.setdefault((3, int(version.group(1))), program)
    tried = [version for version in found if version <= NEWEST_TRIED]
    return found[max(tried, default=sys.version_info[:2])]


def works(program):
    """A name of pyenv on the path may lead nowhere, and Debian ships a Python without venv."""
    asked = [program, "-c", "import ensurepip, venv"]
    return subprocess.run(asked, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def environment(folder):
    """Where the programs of that Python are; it is made if it is not there."""
    if sys.version_info < (3, 11):
        sys.exit(f"{folder}: Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    wanted = folder / "requirements.txt"
    python = newest_python()
    mark = hashlib.sha256(bytes(python) + wanted.read_bytes()).hexdigest()[:16]
    made = TARGET / folder.name / f"venv-{mark}"
    if not (made / "whole").exists():
        shutil.rmtree(made, ignore_errors=True)
        for step, hint in [
            ([python, "-m", "venv", made], "is venv missing? Debian: apt-get install python3-venv"),
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
