"""A finished season, served by the program that is tried."""

import os
import re
import shutil
import subprocess
import tempfile
import urllib.request
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KHEN = Path(os.environ.get("KHEN_BINARY", ROOT / "target" / "debug" / "khen"))
LEDGER = "hon-quan"


def khen(*arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KHEN_")}
    done = subprocess.run([KHEN, *arguments], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Season:
    """Plays once, serves on a free port until it is closed."""

    def __init__(self):
        assert KHEN.exists(), f"{KHEN} is missing: cargo build --package khen"
        self.folder = Path(tempfile.mkdtemp(prefix="khen-strangers-"))
        self.data = self.folder / "data"
        khen("season", "--data", self.data)
        self.serve()

    def serve(self, *more):
        command = [KHEN, "serve", "--data", self.data, "--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0", *more]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = re.search(r"http://[\d.:]+", self.server.stdout.readline()).group()

    def stop(self):
        self.server.terminate()
        self.server.wait()
        self.server.stdout.close()

    def close(self):
        self.stop()
        shutil.rmtree(self.folder)

    def token(self, role):
        """A token of somebody who holds this role, issued on this machine."""
        issue = ["token", "issue", "--data", self.data, "--ledger", LEDGER, "--days", "1"]
        listed = subprocess.run([KHEN, *issue], capture_output=True, text=True)
        held = re.search(rf"^(a-\w+)\s+{role}\b", listed.stdout + listed.stderr, re.M)
        assert held, f"nobody holds the role {role}"
        return khen(*issue, "--assignment", held.group(1)).split()[-1]

    def token_file(self, role):
        """That token in a file, as programs take it."""
        file = self.folder / f"{role}.token"
        file.write_text(self.token(role))
        return file

    def get(self, path, **headers):
        asked = urllib.request.Request(self.address + path, headers=headers)
        with urllib.request.urlopen(asked) as answer:
            return answer.read()
