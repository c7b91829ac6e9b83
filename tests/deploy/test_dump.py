"""A database that is dumped, lost and restored."""

import os
import subprocess
import unittest

from clustered import DECIDED, Clustered
from postgres_server import SHIPPED


class Dump(Clustered):
    def test_a_dump_restores_events_and_keys_and_leaves_out_the_rows(self):
        self.come("khen_owner", "INSERT INTO ledger.ledger VALUES (1, 'hon-quan', 'made-up');"
                                "INSERT INTO office.made_later VALUES (7); INSERT INTO rows.made_later VALUES (8)")
        backups = self.server.folder / "backups"
        whole = self.run_script("khen-dump", backups).split()[-1]
        self.assertEqual((backups / "sizes").read_text().split()[1:], ["hon-quan", "0"])
        self.server.answer("DROP DATABASE khen")
        self.run_roles()
        self.run_script("khen-restore", whole)
        self.assertEqual(self.come("khen_app", "SELECT slug FROM ledger.ledger"), "hon-quan")
        self.assertEqual(self.come("khen_app", "SELECT n FROM office.made_later"), "7")
        self.assertEqual(self.server.answer(DECIDED, database="khen"), self.decided)
        self.refused("khen_app", "UPDATE ledger.event SET version = 2", "permission denied")
        self.refused("khen_owner", "UPDATE ledger.event SET version = 2", "is evidence")
        self.refused("khen_owner", "SELECT * FROM rows.made_later", "does not exist")

    def run_script(self, name, argument):
        folders = f"{self.server.programs}:{os.environ['PATH']}"
        environment = {"PATH": folders, "PGHOST": str(self.server.folder), "PGPORT": str(self.server.port),
                       "PGUSER": "postgres"}
        done = subprocess.run([SHIPPED / name, argument], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


if __name__ == "__main__":
    unittest.main()
