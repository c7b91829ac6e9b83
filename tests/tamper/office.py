"""A finished season, sealed, and copies of it to be tampered with."""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KHEN = Path(os.environ.get("KHEN_BINARY", ROOT / "target" / "debug" / "khen"))
LEDGER = "hon-quan"
PATIENCE_SECONDS = 60


class Office:
    """A data folder; what the signer remembers lies beside it, on the second path."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.data = self.folder / "data"
        self.state = self.folder / "state"
        own = {name: value for name, value in os.environ.items() if not name.startswith("KHEN_")}
        self.environment = {**own, "KHEN_DATA": str(self.data), "KHEN_SEAL__STATE": str(self.state)}

    def khen(self, *arguments):
        return subprocess.run([KHEN, *arguments], capture_output=True, text=True, env=self.environment)

    def seal(self):
        """Serves until everything is under a signed checkpoint."""
        command = [KHEN, "serve", "--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment)
        try:
            address = re.search(r"http://[\d.:]+", server.stdout.readline()).group()
            size = self.sql("ledger.db", "SELECT count(*) FROM event")[0][0]
            deadline = time.monotonic() + PATIENCE_SECONDS
            while self.checkpoint_size(address) < size:
                assert time.monotonic() < deadline, "the log does not come so far"
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()
        return size

    @staticmethod
    def checkpoint_size(address):
        try:
            with urllib.request.urlopen(f"{address}/log/{LEDGER}/checkpoint") as answer:
                return int(answer.read().split(b"\n")[1])
        except urllib.error.HTTPError:
            return 0

    def verify(self):
        """The exit code and the damages of all ledgers; a refusal to open is one damage without place."""
        done = self.khen("verify", "--json")
        try:
            verdicts = json.loads(done.stdout)
        except ValueError:
            return done.returncode, [{"kind": "refused", "position": None, "detail": done.stderr}]
        return done.returncode, [damage for verdict in verdicts for damage in verdict["damages"]]

    def sql(self, database, *statements):
        """Runs statements as one who may do everything; answers the rows of the last."""
        connection = sqlite3.connect(self.data / database)
        triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        if not all(statement.startswith("SELECT") for statement in statements):
            for (trigger,) in triggers:
                connection.execute(f'DROP TRIGGER "{trigger}"')
            connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            rows = connection.execute(statement).fetchall()
        connection.commit()
        connection.close()
        return rows

    def copy(self):
        """Another office that is the same."""
        copy = Office(tempfile.mkdtemp(prefix="khen-tamper-"))
        shutil.copytree(self.data, copy.data)
        shutil.copytree(self.state, copy.state)
        return copy

    def remove(self):
        shutil.rmtree(self.folder)


def finished():
    assert KHEN.exists(), f"{KHEN} is missing: cargo build --package khen"
    office = Office(tempfile.mkdtemp(prefix="khen-tamper-"))
    played = office.khen("season", "--data", office.data)
    assert played.returncode == 0, played.stdout + played.stderr
    return office
