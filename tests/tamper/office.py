"""A finished season, sealed, and copies of it to be tampered with."""

import contextlib
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

    @contextlib.contextmanager
    def serving(self, *more):
        """The address of a server that runs meanwhile, or of a worker, which serves health alone."""
        command = [KHEN, *(more or ("serve", "--listen", "127.0.0.1:0")), "--internal-listen", "127.0.0.1:0"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=self.environment)
        try:
            line = server.stdout.readline()
            assert line, "it does not start"
            yield re.search(r"http://[\d.:]+", line).group()
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()

    def seal(self):
        """Serves until everything is under a signed checkpoint."""
        with self.serving() as address:
            size = self.sql("ledger.db", "SELECT count(*) FROM event")[0][0]
            until(lambda: self.checkpoint_size(address) >= size)
        return size

    @staticmethod
    def checkpoint_size(address, ledger=LEDGER):
        status, note = ask(f"{address}/log/{ledger}/checkpoint")
        return int(note.split(b"\n")[1]) if status == 200 else 0

    def token(self, role, ledger=LEDGER):
        """A token of the first who has this role."""
        listed = self.khen("token", "issue", "--ledger", ledger)
        assignment = next(line.split()[0] for line in listed.stdout.splitlines() if line.split()[1] == role)
        issued = self.khen("token", "issue", "--ledger", ledger, "--assignment", assignment)
        assert issued.returncode == 0, issued.stderr
        return issued.stdout.strip()

    def pull(self, address, token, to, *more, ledger=LEDGER):
        done = subprocess.run([KHEN, "pull", "--ledger", ledger, "--to", to, "--once", *more], capture_output=True, text=True,
                              env={**self.environment, "KHEN_URL": address, "KHEN_TOKEN": token})
        return done.returncode, done.stdout + done.stderr

    def verify(self, *more):
        """The exit code and the damages of all ledgers; a refusal to open is one damage without place."""
        done = self.khen("verify", "--json", *more)
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

    def earlier(self, count):
        """The same office before its last events, sealed by the same key."""
        first, size = self.sql("ledger.db", "SELECT min(seat), count(*) FROM event")[0]
        return self.sealed_anew(f"DELETE FROM event WHERE seat >= {first + size - count}")

    def forked(self, position):
        """The same office with another past from this position on, sealed by the same key."""
        first = self.sql("ledger.db", "SELECT min(seat) FROM event")[0][0]
        return self.sealed_anew(f"UPDATE event SET assignment = assignment || 'x' WHERE seat = {first + position}")

    def sealed_anew(self, change):
        """A copy with a change in its ledger, and nothing that remembers what was signed before."""
        copy = self.copy()
        shutil.rmtree(copy.state)
        copy.state.mkdir()
        copy.sql("ledger.db", change)
        copy.sql("seal.db", "DELETE FROM tile", "DELETE FROM log", "DELETE FROM checkpoint")
        copy.seal()
        return copy

    def remove(self):
        shutil.rmtree(self.folder)


def ask(url, token=None, body=None):
    """Status and body of the answer."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": "made-up"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    request = urllib.request.Request(url, headers=headers, data=None if body is None else json.dumps(body).encode())
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def until(is_so):
    """Asks again and again."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not is_so():
        assert time.monotonic() < deadline, "it does not come about"


def finished():
    assert KHEN.exists(), f"{KHEN} is missing: cargo build --package khen"
    office = Office(tempfile.mkdtemp(prefix="khen-tamper-"))
    played = office.khen("season", "--data", office.data)
    assert played.returncode == 0, played.stdout + played.stderr
    return office
