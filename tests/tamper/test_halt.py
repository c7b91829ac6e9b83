"""An older copy of a folder takes no command, until it is healed."""

import json
import shutil
import sqlite3
import tempfile
import unittest
from pathlib import Path

from halted import Halts
from office import LEDGER, ask, finished, until

LOST = 40


class Restored(Halts, unittest.TestCase):
    """The ledger, its tiles and its rows come from before the last events; what was signed, and the office,
    do not."""

    @classmethod
    def setUpClass(cls):
        cls.office = finished()
        cls.addClassCleanup(cls.office.remove)
        cls.tokens = (cls.office.token("evidence_issuer"), cls.office.token("auditor"))
        cls.size = cls.office.seal()
        cls.mirrors = Path(tempfile.mkdtemp(prefix="khen-tamper-"))
        cls.addClassCleanup(shutil.rmtree, cls.mirrors)
        cls.whole, cls.redacted = cls.mirrors / "whole", cls.mirrors / "redacted"
        with cls.office.serving() as address:
            for folder, token in ((cls.whole, cls.tokens[1]), (cls.redacted, cls.office.token("export_client"))):
                code, said = cls.office.pull(address, token, folder)
                assert code == 0, said
        cls.whole, cls.redacted = cls.whole / LEDGER, cls.redacted / LEDGER

    def setUp(self):
        self.older = self.office.copy()
        self.addCleanup(self.older.remove)
        first = self.older.sql("ledger.db", "SELECT min(seat) FROM event")[0][0]
        cut = f"{first + self.size - LOST}"
        self.older.sql("ledger.db", f"DELETE FROM event WHERE seat >= {cut}",
                       *(f"DELETE FROM {table} WHERE first_seat >= {cut}"
                         for table in ("command_new", "command_recent", "command_old")),
                       "DELETE FROM stream WHERE stream_no NOT IN (SELECT stream_no FROM event)")
        for name in ("seal.db", "rows.db"):
            for file in self.older.data.glob(f"{name}*"):
                file.unlink()

    def heal(self, *arguments):
        done = self.older.khen("admin", "heal", *arguments)
        return done.returncode, done.stdout + done.stderr

    def events(self, office):
        connection = sqlite3.connect(office.data / "ledger.db")
        rows = connection.execute("SELECT event.*, stream.name FROM event JOIN stream USING (stream_no) ORDER BY seat")
        found = [tuple(row[:1] + row[2:]) for row in rows]
        connection.close()
        return found

    def test_it_is_halted_before_its_first_command(self):
        with self.older.serving() as address:
            self.assert_halted(address, self.tokens, self.size)
            self.assertEqual(ask(f"{address}/readyz")[0], 503)
        self.assertEqual(len(self.events(self.older)), self.size - LOST)

    def test_nothing_can_be_loaded_into_it(self):
        before = self.events(self.older)
        profile = Path(__file__).resolve().parents[2] / "schemas" / "definitions"
        done = self.older.khen("load", *map(str, sorted(profile.glob("hon-quan-2024.*.toml"))))
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("halted", done.stderr)
        self.assertEqual(self.events(self.older), before)

    def test_what_is_healed_is_what_was_recorded_and_goes_on(self):
        with self.older.serving() as address:
            self.assert_halted(address, self.tokens, self.size)
        code, said = self.heal("--from", self.whole)
        self.assertEqual(code, 0, said)
        self.assertIn(f"{LOST} were put back", said)
        self.assertEqual(self.events(self.older), self.events(self.office))
        with self.older.serving() as address:
            self.assert_goes_on(address, self.tokens)
            until(lambda: self.older.checkpoint_size(address) >= self.size)
        self.assertEqual(self.older.verify(), (0, []))

    def test_a_backup_heals_as_well(self):
        backup = self.office.copy()
        self.addCleanup(backup.remove)
        code, said = self.heal("--from", backup.data)
        self.assertEqual(code, 0, said)
        self.assertEqual(self.events(self.older), self.events(self.office))

    def test_a_redacted_mirror_is_refused(self):
        code, said = self.heal("--from", self.redacted)
        self.assertEqual(code, 1, said)
        self.assertIn("the mirror is redacted", said)
        self.assertEqual(len(self.events(self.older)), self.size - LOST)

    def test_a_fork_is_refused_and_its_first_position_named(self):
        self.older.sql("ledger.db", "UPDATE event SET assignment = assignment || 'x' "
                                    "WHERE seat IN (SELECT seat FROM event ORDER BY seat LIMIT 3 OFFSET 20)")
        before = self.events(self.older)
        code, said = self.heal("--from", self.whole)
        self.assertEqual(code, 1, said)
        self.assertIn("at position 20 ", said)
        self.assertEqual(self.events(self.older), before)
        with self.older.serving() as address:
            self.assert_halted(address, self.tokens, self.size)

    def test_a_mirror_that_was_changed_is_refused(self):
        changed = self.mirrors / "changed"
        shutil.copytree(self.whole, changed, dirs_exist_ok=True)
        file = sorted(changed.glob("*.ndjson"))[-1]
        lines = file.read_text().splitlines()
        event = json.loads(lines[-1])
        event["authid"] += "x"
        file.write_text("\n".join([*lines[:-1], json.dumps(event)]) + "\n")
        code, said = self.heal("--from", changed)
        self.assertEqual(code, 1, said)
        self.assertIn("not those that were signed for", said)
        self.assertEqual(len(self.events(self.older)), self.size - LOST)

    def test_a_halt_is_not_lifted_while_events_are_missing(self):
        code, said = self.heal("--ledger", LEDGER)
        self.assertEqual(code, 1, said)
        self.assertIn(f"{self.size} events were signed for, and there are only {self.size - LOST}", said)


if __name__ == "__main__":
    unittest.main()
