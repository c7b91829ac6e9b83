"""A private Postgres that runs with the configuration of deploy/clustered/postgres."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from servers import POSTGRES_USER, free_port, postgres_programs

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "deploy" / "clustered" / "postgres"


class Postgres:
    """A server with the shipped settings, rules of entry and TLS; its superuser comes by the socket."""

    def __init__(self):
        self.programs = postgres_programs()
        self.folder = Path(tempfile.mkdtemp(prefix="khen-deploy-"))
        self.port = free_port()
        self.process = None
        try:
            self._start()
        except BaseException:
            self.stop()
            raise

    def psql(self, script, database="postgres", role="postgres", password=None, sslmode="verify-full"):
        """Runs a script, in the way that role comes in; answers the finished process."""
        is_operator = role == "postgres"
        parts = {
            "host": self.folder if is_operator else "localhost",
            "port": self.port,
            "user": role,
            "dbname": database,
            "sslmode": "disable" if is_operator else sslmode,
            "sslrootcert": self.folder / "server.crt",
            "connect_timeout": 10,
        }
        environment = {"PATH": os.environ["PATH"], "PGPASSWORD": password or ""}
        address = " ".join(f"{name}={value}" for name, value in parts.items())
        command = [self.programs / "psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", address]
        return subprocess.run(command, input=script, text=True, capture_output=True, env=environment)

    def answer(self, script, **how):
        """What a script that must succeed prints."""
        done = self.psql(script, **how)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self):
        data = self.folder / "data"
        self._certificate()
        if os.geteuid() == 0:
            for path in [self.folder, *self.folder.iterdir()]:
                shutil.chown(path, POSTGRES_USER)
        self._run("initdb", "-U", "postgres", "-N", "--data-checksums", "--no-instructions",
                  "-E", "UTF8", "--locale=C", "-D", data)
        # What differs from one machine to the next, and nothing else.
        rules = (SHIPPED / "pg_hba.conf").read_text()
        for shipped, here in [("peer", "trust"), ("10.20.0.0/24", "localhost"), ("10.30.0.0/24", "localhost")]:
            assert shipped in rules, shipped
            rules = rules.replace(shipped, here)
        (data / "pg_hba.conf").write_text(rules)
        tls = (SHIPPED / "tls.conf").read_text().replace("/etc/postgresql/khen", str(self.folder))
        (self.folder / "tls.conf").write_text(tls)
        with open(data / "postgresql.conf", "a") as settings:
            settings.write(f"include '{SHIPPED / 'postgresql.conf'}'\ninclude '{self.folder / 'tls.conf'}'\n")
            settings.write(f"port = {self.port}\nlisten_addresses = 'localhost'\n")
            settings.write(f"unix_socket_directories = '{self.folder}'\n")
            # As a small machine can have it.
            settings.write("shared_buffers = 64MB\n")
        with open(self.folder / "log", "w") as log:
            command = [*self._user(), self.programs / "postgres", "-D", data]
            self.process = subprocess.Popen(command, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while self.psql("SELECT 1").returncode:
            said = (self.folder / "log").read_text()
            assert self.process.poll() is None and time.monotonic() < deadline, said
            time.sleep(0.1)

    def _certificate(self):
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                   "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                   "-addext", "basicConstraints=critical,CA:FALSE",
                   "-keyout", self.folder / "server.key", "-out", self.folder / "server.crt"]
        subprocess.run(command, check=True, capture_output=True)
        (self.folder / "server.key").chmod(0o600)

    def _run(self, program, *arguments):
        done = subprocess.run([*self._user(), self.programs / program, *arguments],
                              text=True, capture_output=True)
        assert done.returncode == 0, done.stderr

    @staticmethod
    def _user():
        if os.geteuid() != 0:
            return []
        return ["setpriv", f"--reuid={POSTGRES_USER}", f"--regid={POSTGRES_USER}", "--clear-groups"]
