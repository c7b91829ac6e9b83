"""An office that is backed up while it serves, and restored, is the same office."""

import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
import unittest
from pathlib import Path

from postgres_server import ROOT
from program import KHEN

BACKUP = ROOT / "deploy" / "embedded" / "khen-backup"
DAY_SECONDS = 86_400


def khen(*arguments):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KHEN_")}
    done = subprocess.run([KHEN, *arguments], capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


class Backup(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        assert shutil.which("sqlite3"), "sqlite3 is missing (Debian: apt-get install sqlite3)"
        cls.folder = Path(tempfile.mkdtemp(prefix="khen-deploy-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.data = cls.folder / "data"
        khen("season", "--until", "allocation", "--data", cls.data)

    def setUp(self):
        self.backups = Path(tempfile.mkdtemp(dir=self.folder))

    def back_up(self, data=None):
        """Answers the copies of ledger and office."""
        done = subprocess.run([BACKUP, data or self.data, self.backups], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        ledger = Path(done.stdout.split()[-1])
        return ledger, self.backups / "office" / ledger.name

    def test_a_restored_office_has_the_same_events_and_rows(self):
        command = [KHEN, "serve", "--data", self.data, "--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            self.assertIn("Serving on", server.stdout.readline())
            ledger, office = self.back_up()
        finally:
            server.terminate()
            server.wait()
            server.stdout.close()
        restored = self.backups / "restored"
        (restored / "secrets").mkdir(parents=True)
        shutil.copy(ledger, restored / "ledger.db")
        shutil.copy(office, restored / "office.db")
        shutil.copytree(self.backups / "files", restored / "files")
        shutil.copy(self.data / "secrets" / "master.key", restored / "secrets")
        khen("rebuild", "--data", restored)
        self.assertEqual(khen("rebuild", "--hash-only", "--data", restored),
                         khen("rebuild", "--hash-only", "--data", self.data))
        self.assertNotIn("WRONG", khen("doctor", "--data", restored))

    def test_the_size_of_each_ledger_is_noted(self):
        self.back_up()
        said = re.search(r"ledger (\S+): (\d+) events", khen("doctor", "--data", self.data))
        self.assertEqual((self.backups / "sizes").read_text().split()[1:], list(said.groups()))

    def test_nothing_in_the_copied_office_is_ahead_of_the_copied_ledger(self):
        ahead = self.backups / "ahead"
        shutil.copytree(self.data, ahead)
        with sqlite3.connect(ahead / "office.db") as office:
            office.execute("UPDATE sink_cursor SET position = position + 1000")
        office.close()
        ledger, office = self.back_up(ahead)
        events = self.ask(ledger, "SELECT count(*) FROM event")
        self.assertEqual(self.ask(office, "SELECT max(position) FROM sink_cursor"), events)

    def test_old_copies_of_keys_are_deleted_and_old_ledgers_are_kept(self):
        ledger, office = self.back_up()
        for copy in [ledger, office]:
            old = copy.with_name("old.db")
            copy.rename(old)
            changed = old.stat().st_mtime - 9 * DAY_SECONDS
            os.utime(old, (changed, changed))
        self.back_up()
        self.assertTrue(ledger.with_name("old.db").exists())
        self.assertFalse(office.with_name("old.db").exists())

    def test_rows_logs_and_keys_are_left_out(self):
        self.back_up()
        names = {path.name for path in self.backups.rglob("*")}
        self.assertFalse(names & {"rows.db", "master.key", "log.key", "seal.db"}, names)

    def test_a_damaged_source_leaves_no_new_copy(self):
        damaged = self.backups / "damaged"
        shutil.copytree(self.data, damaged)
        with open(damaged / "ledger.db", "r+b") as ledger:
            ledger.seek(8192)
            ledger.write(b"\xff" * 16384)
        done = subprocess.run([BACKUP, damaged, self.backups], capture_output=True, text=True)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertEqual(list(self.backups.glob("ledger/*.db")), [])

    @staticmethod
    def ask(file, question):
        connection = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
        try:
            return connection.execute(question).fetchone()[0]
        finally:
            connection.close()


if __name__ == "__main__":
    unittest.main()
