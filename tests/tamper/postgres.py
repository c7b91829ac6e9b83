"""A private Postgres server, and whoever may do everything in it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from servers import POSTGRES_USER, free_port, postgres_programs

PATIENCE_SECONDS = 60


class Postgres:
    """A server on a free port that lets everybody in."""

    def __init__(self):
        self.programs = postgres_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="khen-tamper-"))
        self.data = self.folder / "data"
        self.port = free_port()
        if os.geteuid() == 0:
            shutil.chown(self.folder, POSTGRES_USER)
        self._run("initdb", "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8", "--locale=C", "-D", self.data)
        self.start()

    def url(self, database):
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"

    def start(self):
        command = [*self._user(), self.programs / "postgres", "-D", self.data, "-p", str(self.port), "-h", "127.0.0.1",
                   "-k", self.folder, "-c", "fsync=off", "-c", "max_connections=200"]
        with open(self.folder / "log", "w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.psql("postgres", "SELECT 1").returncode:
            said = (self.folder / "log").read_text()
            assert self.process.poll() is None and time.monotonic() < deadline, said

    def stop(self):
        # Like `pg_ctl stop -m fast`: who is connected is sent away.
        self.process.send_signal(signal.SIGINT)
        self.process.wait()

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def psql(self, database, script):
        command = [self.programs / "psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1",
                   self.url(database)]
        return subprocess.run(command, input=script, text=True, capture_output=True)

    def sql(self, database, *statements):
        """Runs statements with all triggers off; answers the rows of those that print any, as texts."""
        script = ";\n".join(["SET session_replication_role = replica", *statements]) + ";\n"
        done = self.psql(database, script)
        assert done.returncode == 0, done.stderr
        return [line.split("\t") for line in done.stdout.splitlines()]

    def copy(self, database, name):
        """Another database that is the same; nobody may be in the first meanwhile."""
        self.sql("postgres", f'CREATE DATABASE "{name}" TEMPLATE "{database}" STRATEGY FILE_COPY')

    def dump(self, database, file):
        self._as_anybody("pg_dump", "-Fc", "-d", self.url(database), "-f", file)

    def restore(self, database, file):
        """In place of what the database holds."""
        self._as_anybody("pg_restore", "--clean", "--if-exists", "-d", self.url(database), file)

    def _as_anybody(self, program, *arguments):
        done = subprocess.run([self.programs / program, *arguments], text=True, capture_output=True)
        assert done.returncode == 0, done.stderr

    def _run(self, program, *arguments):
        done = subprocess.run([*self._user(), self.programs / program, *arguments], text=True, capture_output=True)
        assert done.returncode == 0, done.stderr

    @staticmethod
    def _user():
        if os.geteuid() != 0:
            return []
        return ["setpriv", f"--reuid={POSTGRES_USER}", f"--regid={POSTGRES_USER}", "--clear-groups"]
