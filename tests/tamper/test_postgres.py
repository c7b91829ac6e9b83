"""Nothing that is recorded or sealed in Postgres can be changed unseen, nor can the database be turned back."""

import tempfile
import unittest
from pathlib import Path

from cluster import Cluster
from halted import Halts
from office import until
from postgres import Postgres

# Tables, and the columns of which nothing is proven: they say what is being worked on, not what happened.
TABLES = {
    "ledger.event": ["command_prefix"],
    "ledger.stream": [],
    "ledger.ledger": [],
    "seal.tile": [],
    "seal.log": ["epoch"],
    "seal.checkpoint": ["signed_us"],
}
LOST = 5


def changed(name, kind):
    """The value with something else in its middle, of whatever kind it is."""
    if kind in ("bigint", "integer", "smallint"):
        return f"{name} + 5003"
    if kind == "uuid":
        return f"overlay({name}::text placing 'f0' from 12 for 2)::uuid"
    middle = f"(length({name}) / 2 + 1)"
    if kind == "bytea":
        byte = f"CASE substring({name} from {middle} for 1) WHEN '\\x61' THEN '\\x62'::bytea ELSE '\\x61'::bytea END"
    else:
        byte = f"CASE substring({name} from {middle} for 1) WHEN 'a' THEN 'b' ELSE 'a' END"
    return f"overlay({name} placing {byte} from {middle} for 1)"


class OnPostgres(Halts, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Postgres()
        cls.addClassCleanup(cls.server.remove)
        cls.office = Cluster.made(cls.server)
        cls.sizes = cls.office.seal()
        cls.ledger, cls.other = cls.sizes

    def setUp(self):
        self.copy = self.office.copy()
        self.addCleanup(self.copy.remove)

    def found(self):
        code, damages = self.copy.verify()
        self.assertEqual(code, 1 if damages else 0, damages)
        return [(damage["kind"], damage["position"]) for damage in damages]

    def seat(self, position):
        (number,), = self.copy.sql(f"SELECT ledger_no FROM ledger.ledger WHERE slug = '{self.ledger}'")
        return (int(number) << 40) + position

    def cut(self, office, count):
        """The last events of the first ledger are gone."""
        first = self.seat(self.sizes[self.ledger] - count)
        last = self.seat(self.sizes[self.ledger])
        office.sql(f"DELETE FROM ledger.event WHERE seat >= {first} AND seat < {last}",
                   "DELETE FROM ledger.stream WHERE stream_no NOT IN (SELECT stream_no FROM ledger.event)")

    def test_what_nobody_changed_is_whole(self):
        self.assertEqual(self.found(), [])

    def test_one_changed_value_in_any_column_is_found(self):
        for table, unproven in TABLES.items():
            schema, _, name = table.partition(".")
            columns = self.copy.sql("SELECT column_name, data_type FROM information_schema.columns "
                                    f"WHERE table_schema = '{schema}' AND table_name = '{name}'")
            self.assertTrue(columns, table)
            for column, kind in columns:
                if column in unproven:
                    continue
                with self.subTest(f"{table}.{column}"):
                    copy = self.office.copy()
                    self.addCleanup(copy.remove)
                    row = f"(SELECT ctid FROM {table} ORDER BY ctid OFFSET (SELECT count(*) / 2 FROM {table}) LIMIT 1)"
                    copy.drop_checks()
                    copy.sql(f"UPDATE {table} SET {column} = {changed(column, kind)} WHERE ctid = {row}")
                    code, damages = copy.verify()
                    self.assertEqual((code, bool(damages)), (1, True), "it was not found")

    def test_a_changed_row_is_named_with_its_table_and_key(self):
        (key,), = self.copy.sql(f"SELECT unit FROM rows.unit_v1 WHERE ledger = '{self.ledger}' ORDER BY unit LIMIT 1")
        self.copy.sql(f"UPDATE rows.unit_v1 SET staff = staff + 1 WHERE ledger = '{self.ledger}' AND unit = '{key}'",
                      f"DELETE FROM rows.campaign_v1 WHERE ledger = '{self.other}'")
        self.assertEqual(self.found(), [])
        code, damages = self.copy.verify("--rows")
        told = {damage["kind"]: damage["detail"] for damage in damages}
        self.assertEqual((code, sorted(told)), (1, ["row-changed", "row-missing"]))
        self.assertIn(f"the row {key} of the table unit_v1", told["row-changed"])
        self.assertIn("of the table campaign_v1", told["row-missing"])

    def test_a_dropped_event_is_named(self):
        self.copy.sql(f"DELETE FROM ledger.event WHERE seat = {self.seat(20)}")
        self.assertIn(("lost", 20), self.found())

    def test_two_swapped_events_are_named(self):
        first, second = self.seat(20), self.seat(21)
        self.copy.sql(f"UPDATE ledger.event SET seat = -1 WHERE seat = {first}",
                      f"UPDATE ledger.event SET seat = {first} WHERE seat = {second}",
                      f"UPDATE ledger.event SET seat = {second} WHERE seat = -1")
        found = self.found()
        self.assertIn(("leaf", 20), found)
        self.assertIn(("leaf", 21), found)

    def test_an_added_event_is_named(self):
        # In the middle, where all that follow move on by one.
        first, last = self.seat(20), self.seat(self.sizes[self.ledger])
        self.copy.sql(f"UPDATE ledger.event SET seat = -seat - 1 WHERE seat >= {first} AND seat < {last}",
                      "UPDATE ledger.event SET seat = -seat WHERE seat < 0",
                      "INSERT INTO ledger.event SELECT "
                      f"{first}, stream_no, 5003, occurred_us, recorded_us - 1, NULL, gen_random_uuid(), event_type, "
                      "assignment, correlation, command, salt, data_hash, data "
                      f"FROM ledger.event WHERE seat = {first} + 1")
        self.assertIn(("leaf", 20), self.found())

    def test_a_cut_tail_is_named(self):
        self.cut(self.copy, 1)
        self.assertIn(("truncated", self.sizes[self.ledger] - 1), self.found())

    def test_a_cut_tail_is_named_even_if_the_log_is_cut_with_it(self):
        self.cut(self.copy, LOST)
        self.copy.sql("TRUNCATE seal.tile, seal.log, seal.checkpoint")
        self.assertIn(("rolled-back", None), self.found())

    def test_another_history_of_the_same_length_is_named(self):
        self.copy.sql(f"UPDATE ledger.event SET assignment = assignment || 'x' WHERE seat = {self.seat(20)}",
                      "TRUNCATE seal.tile, seal.log, seal.checkpoint")
        self.assertTrue(self.found(), "two histories were taken for one")

    def test_an_older_database_takes_no_command_and_other_ledgers_go_on(self):
        tokens = {ledger: (self.copy.token("evidence_issuer", ledger), self.copy.token("auditor", ledger))
                  for ledger in self.sizes}
        size = self.sizes[self.ledger]
        mirror = Path(tempfile.mkdtemp(prefix="khen-tamper-")) / "mirror"
        with self.copy.serving() as address:
            code, said = self.copy.pull(address, tokens[self.ledger][1], mirror, ledger=self.ledger)
            self.assertEqual(code, 0, said)
        self.cut(self.copy, LOST)
        older = Path(tempfile.mkdtemp(prefix="khen-tamper-")) / "older.dump"
        self.server.dump(self.copy.database, older)
        self.server.restore(self.copy.database, older)
        with self.copy.serving() as first, self.copy.serving() as second, self.copy.serving("work") as worker:
            for web in (first, second):
                self.assert_halted(web, tokens[self.ledger], size, self.ledger)
                self.assert_goes_on(web, tokens[self.other], self.other)
                self.assertEqual(self.readiness(web), ("degraded", {f"integrity.{self.ledger}": "degraded"}))
            self.assertEqual(self.readiness(worker), ("failed", {f"integrity.{self.ledger}": "failed"}))
            healed = self.copy.khen("admin", "heal", "--from", mirror / self.ledger)
            self.assertEqual(healed.returncode, 0, healed.stdout + healed.stderr)
            self.assertIn(f"{LOST} were put back", healed.stdout)
            # Those that run learn of it.
            for web in (first, second):
                until(lambda: self.readiness(web)[1] == {"integrity": "ok"})
                self.assert_goes_on(web, tokens[self.ledger], self.ledger)
        columns = "seat, occurred_us, recorded_us, version, command_prefix, id, event_type, assignment, correlation, " \
                  "command, salt, data_hash, data, name"
        events = f"SELECT {columns} FROM ledger.event JOIN ledger.stream USING (stream_no) " \
                 f"WHERE seat < {self.seat(size)} ORDER BY seat"
        self.assertEqual(self.copy.sql(events), self.office.sql(events))
        self.assertEqual(self.copy.verify()[1], [])

    def test_a_web_process_that_does_not_see_what_was_signed_learns_it_from_a_worker(self):
        tokens = (self.copy.token("evidence_issuer", self.ledger), self.copy.token("auditor", self.ledger))
        self.cut(self.copy, LOST)
        self.copy.sql("TRUNCATE seal.tile, seal.log, seal.checkpoint")
        elsewhere = Cluster(self.server, self.copy.folder, self.copy.database)
        elsewhere.environment["KHEN_SEAL__STATE"] = str(self.copy.folder / "not-shared")
        key = self.copy.data / "secrets" / "log.key"
        elsewhere.environment["KHEN_SEAL__KEY_FILE"] = str(key.with_name("not-here"))
        with elsewhere.serving() as web:
            self.assertEqual(self.readiness(web)[1], {"integrity": "ok"})
            with self.copy.serving("work"):
                until(lambda: "integrity" not in self.readiness(web)[1])
            self.assert_halted(web, tokens, self.sizes[self.ledger], self.ledger)


if __name__ == "__main__":
    unittest.main()
