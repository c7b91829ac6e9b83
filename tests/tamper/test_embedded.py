"""Nothing that is recorded or sealed can be changed unseen, whoever changes it."""

import json
import shutil
import sqlite3
import unittest

from office import finished
from verifier import byte_changes, flipped, places

# Tables, and the columns of which nothing is proven: they say what is being worked on, not what happened.
TABLES = {
    "ledger.db": {"event": [], "stream": [], "ledger": []},
    "seal.db": {"tile": [], "log": ["epoch"], "checkpoint": ["signed_us"]},
}


def columns(office, database, table):
    connection = sqlite3.connect(office.data / database)
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    connection.close()
    return [(name, kind) for _, name, kind, *_ in found]


def changed(name, kind):
    """The value with one bit flipped, of whatever kind it is."""
    if kind == "INTEGER":
        return f"{name} + 5003"
    text = f"CAST({name} AS BLOB)"
    middle = f"(length({text}) / 2 + 1)"
    byte = f"hex(substr({text}, {middle}, 1))"
    # Another printable byte for text, another byte for bytes.
    other = f"CASE {byte} WHEN '61' THEN x'62' ELSE x'61' END"
    value = f"CAST(substr({text}, 1, {middle} - 1) || {other} || substr({text}, {middle} + 1) AS BLOB)"
    return f"CAST({value} AS TEXT)" if kind == "TEXT" else value


class Embedded(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.office = finished()
        cls.addClassCleanup(cls.office.remove)
        cls.size = cls.office.seal()

    def setUp(self):
        self.copy = self.office.copy()
        self.addCleanup(self.copy.remove)

    def found(self):
        code, damages = self.copy.verify()
        self.assertEqual(code, 1 if damages else 0, damages)
        return [(damage["kind"], damage["position"]) for damage in damages]

    def test_what_nobody_changed_is_whole(self):
        self.assertEqual(self.found(), [])

    def test_one_changed_byte_in_any_column_is_found(self):
        for database, tables in TABLES.items():
            for table, unproven in tables.items():
                for name, kind in columns(self.office, database, table):
                    if name in unproven:
                        continue
                    with self.subTest(f"{table}.{name}"):
                        copy = self.office.copy()
                        self.addCleanup(copy.remove)
                        row = f'(SELECT rowid FROM "{table}" LIMIT 1 OFFSET (SELECT count(*) / 2 FROM "{table}"))'
                        where = f"rowid = {row}" if table in ("event", "stream", "ledger", "tile") else "true"
                        copy.sql(database, "PRAGMA foreign_keys = OFF",
                                 f'UPDATE "{table}" SET {name} = {changed(name, kind)} WHERE {where}')
                        code, damages = copy.verify()
                        self.assertEqual((code, bool(damages)), (1, True), "it was not found")

    def test_a_dropped_event_is_named(self):
        self.copy.sql("ledger.db", f"DELETE FROM event WHERE seat = {self.seat(20)}")
        self.assertIn(("lost", 20), self.found())

    def test_two_swapped_events_are_named(self):
        first, second = self.seat(20), self.seat(21)
        self.copy.sql("ledger.db",
                      f"UPDATE event SET seat = -1 WHERE seat = {first}",
                      f"UPDATE event SET seat = {first} WHERE seat = {second}",
                      f"UPDATE event SET seat = {second} WHERE seat = -1")
        found = self.found()
        self.assertIn(("leaf", 20), found)
        self.assertIn(("leaf", 21), found)

    def test_a_cut_tail_is_named(self):
        self.copy.sql("ledger.db", f"DELETE FROM event WHERE seat >= {self.seat(self.size - 1)}")
        self.assertIn(("truncated", self.size - 1), self.found())

    def test_a_dropped_tile_is_named(self):
        self.copy.sql("seal.db", "DELETE FROM tile WHERE level = 1")
        self.assertIn(("tile", None), self.found())

    def test_a_cut_tail_is_named_even_if_the_log_is_cut_with_it(self):
        earlier = self.office.earlier(100)
        self.addCleanup(earlier.remove)
        for database in ("ledger.db", "seal.db"):
            shutil.copy(earlier.data / database, self.copy.data / database)
        self.assertIn(("rolled-back", None), self.found())

    def test_another_history_of_the_same_length_is_named(self):
        # Sealed anew after the change, by the same key: what was signed before is remembered elsewhere.
        self.copy.sql("ledger.db", f"UPDATE event SET assignment = assignment || 'x' WHERE seat = {self.seat(20)}")
        self.copy.sql("seal.db", "DELETE FROM tile", "DELETE FROM log", "DELETE FROM checkpoint")
        found = self.found()
        self.assertTrue(found, "two histories were taken for one")

    def test_what_the_signer_remembers(self):
        """`states.lock` is held and never read."""
        earlier = self.office.earlier(100)
        self.addCleanup(earlier.remove)
        state, = (file for file in self.office.state.iterdir() if file.name != "states.lock")
        content = state.read_bytes()
        changes = {what: after for what, after in byte_changes(content, "state") if after != content}
        changes |= {"yesterday's": (earlier.state / state.name).read_bytes(), "dropped": None}
        for what, after in changes.items():
            with self.subTest(what):
                office = self.office.copy()
                self.addCleanup(office.remove)
                place = office.state / state.name
                place.unlink() if after is None else place.write_bytes(after)
                code, damages = office.verify()
                told = {damage["kind"] for damage in damages}
                if what in ("dropped", "yesterday's"):
                    self.assertEqual((code, told), (1, {"forgotten"}))
                self.assertTrue(code and told <= {"forgotten", "forked", "checkpoint", "rolled-back", "refused"}, told)

    def test_keys(self):
        """Of the key of the export, which says nothing of what happened, whoever pulls is told by the pages."""
        for name in ("log.key", "master.key"):
            content = (self.office.data / "secrets" / name).read_bytes()
            for what, after in [*byte_changes(content, name), ("dropped", None)]:
                # Without the line feed at its end, or with one more, it is the same key.
                if after is not None and after.strip() == content.strip():
                    continue
                with self.subTest(f"{name}: {what}"):
                    office = self.office.copy()
                    self.addCleanup(office.remove)
                    place = office.data / "secrets" / name
                    place.unlink() if after is None else place.write_bytes(after)
                    code, damages = office.verify("--documents")
                    self.assertTrue(code and damages, "it was not found")

    def test_documents(self):
        self.assertEqual(self.office.verify("--documents"), (0, []))
        files = sorted(path.relative_to(self.office.data) for path in (self.office.data / "files").rglob("*")
                       if path.is_file() and path.name != "incoming.lock")
        self.assertGreater(len(files), 20)
        contents = [(self.office.data / file).read_bytes() for file in files]
        whole, damages = self.office.verify("--documents")
        for what in ("flipped", "cut", "swapped", "dropped"):
            with self.subTest(what):
                office = self.office.copy()
                self.addCleanup(office.remove)
                for number, file in enumerate(files):
                    content, place = contents[number], office.data / file
                    at = places(content, str(file))[number % 5]
                    if what == "dropped":
                        place.unlink()
                    else:
                        after = {"flipped": flipped(content, at), "cut": content[:-1], "swapped": contents[number - 1]}
                        place.write_bytes(after[what])
                self.assertEqual(office.verify(), (0, []), "documents are looked at when that is asked for")
                code, damages = office.verify("--documents")
                self.assertEqual({damage["kind"] for damage in damages}, {"document"})
                self.assertTrue(all(damage["position"] is not None for damage in damages))
                self.assertEqual((code, len(damages)), (1, self.named_documents()))

    def named_documents(self):
        """How many documents the events name, each once."""
        rows = self.office.sql("ledger.db", "SELECT data FROM event")
        named = (json.loads(data).get("evidence", []) for data, in rows)
        return len({paper["sha256"] for papers in named for paper in papers})

    def seat(self, position):
        return self.copy.sql("ledger.db", "SELECT min(seat) FROM event")[0][0] + position


if __name__ == "__main__":
    unittest.main()
