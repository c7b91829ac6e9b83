"""Nothing that is recorded or sealed can be changed unseen, whoever changes it."""

import shutil
import sqlite3
import unittest

from office import finished

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

    def seat(self, position):
        return self.copy.sql("ledger.db", "SELECT min(seat) FROM event")[0][0] + position


if __name__ == "__main__":
    unittest.main()
