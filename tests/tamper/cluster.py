"""Two authorities in a Postgres database, sealed, and copies of them to be tampered with."""

import itertools
import shutil
import tempfile
from pathlib import Path

from office import Office, until

NUMBERS = itertools.count()


class Cluster(Office):
    """A database; keys and files in a folder, what the signer remembers beside it, shared by all processes."""

    def __init__(self, server, folder, database):
        super().__init__(folder)
        self.server, self.database = server, database
        self.environment["KHEN_DATABASE__URL"] = server.url(database)

    @classmethod
    def made(cls, server):
        server.sql("postgres", "CREATE DATABASE khen")
        office = cls(server, tempfile.mkdtemp(prefix="khen-tamper-"), "khen")
        for line in (["migrate"], ["province", "--authorities", "2", "--campaigns", "2"]):
            done = office.khen(*line)
            assert done.returncode == 0, done.stdout + done.stderr
        return office

    def sql(self, *statements):
        return self.server.sql(self.database, *statements)

    def drop_checks(self):
        """As somebody may who wants to write what no check lets through."""
        found = self.sql("SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint "
                         "WHERE contype = 'c' AND connamespace IN ('ledger'::regnamespace, 'seal'::regnamespace)")
        self.sql(*(statement for statement, in found))

    def ledgers(self):
        """Slugs with their sizes."""
        found = self.sql("SELECT slug, count(*) FROM ledger.ledger JOIN ledger.event ON seat >> 40 = ledger_no "
                         "GROUP BY slug ORDER BY slug")
        return {slug: int(size) for slug, size in found}

    def seal(self):
        """Serves and works until everything is under signed checkpoints."""
        with self.serving("work"), self.serving() as address:
            for ledger, size in self.ledgers().items():
                until(lambda: self.checkpoint_size(address, ledger) >= size)
        return self.ledgers()

    def copy(self):
        name = f"copy{next(NUMBERS)}"
        copy = Cluster(self.server, tempfile.mkdtemp(prefix="khen-tamper-"), name)
        self.server.copy(self.database, name)
        shutil.copytree(self.data, copy.data)
        shutil.copytree(self.state, copy.state)
        return copy

    def remove(self):
        self.server.sql("postgres", f'DROP DATABASE "{self.database}" WITH (FORCE)')
        shutil.rmtree(Path(self.folder))
