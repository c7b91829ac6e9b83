"""The roles, settings and rules of entry of deploy/clustered/postgres, on a real server."""

import unittest

from postgres_server import ROOT, SHIPPED, Postgres

RIGHTS = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE"]
# What every role may do with a table that khen_owner makes in a schema.
MAY = {
    "ledger": {"khen_app": "SELECT", "khen_worker": "SELECT", "khen_exporter": "SELECT", "khen_auditor": "SELECT"},
    "office": {
        "khen_app": "SELECT INSERT UPDATE DELETE",
        "khen_worker": "SELECT INSERT UPDATE DELETE",
        "khen_exporter": "",
        "khen_auditor": "",
    },
    "rows": {
        "khen_app": "SELECT",
        "khen_worker": "SELECT INSERT UPDATE DELETE",
        "khen_exporter": "",
        "khen_auditor": "SELECT",
    },
}
PASSWORD = "made-up"
# Everything that roles.sql decides, as text.
DECIDED = """
SELECT rolname, rolsuper, rolcreatedb, rolcreaterole, rolcanlogin, rolreplication, rolconnlimit, rolconfig
FROM pg_roles WHERE rolname LIKE 'khen%' ORDER BY 1;
SELECT nspname, nspowner::regrole, nspacl FROM pg_namespace
WHERE nspname IN ('ledger', 'office', 'rows', 'public') ORDER BY 1;
SELECT defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, defaclacl FROM pg_default_acl ORDER BY 2, 3;
SELECT datname, datacl, datcollate FROM pg_database WHERE datname = 'khen';
"""


class Clustered(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Postgres()
        cls.addClassCleanup(cls.server.stop)
        cls.run_roles()
        cls.decided = cls.server.answer(DECIDED, database="khen")
        for role in ["khen_owner", *MAY["ledger"]]:
            cls.server.answer(f"ALTER ROLE {role} PASSWORD '{PASSWORD}'")
        for schema in MAY:
            cls.come("khen_owner", f"CREATE TABLE {schema}.made_later (n int)")
        cls.migrate()

    @classmethod
    def run_roles(cls):
        cls.server.answer((SHIPPED / "roles.sql").read_text())

    @classmethod
    def migrate(cls):
        """Makes the tables of this release as `khen migrate` does: its scripts, then its grants."""
        cls.come("khen_owner", "CREATE TABLE ledger.migration (version int)")
        for script in sorted((ROOT / "schemas" / "postgres").glob("*/*.sql")):
            cls.come("khen_owner", f"BEGIN; {script.read_text()}; COMMIT")
        cls.come("khen_owner", (ROOT / "schemas" / "sql" / "postgres" / "grant.sql").read_text())

    @classmethod
    def come(cls, role, script, **how):
        return cls.server.answer(script, database="khen", role=role, password=PASSWORD, **how)

    def refused(self, role, script, why, **how):
        done = self.server.psql(script, database="khen", role=role, password=PASSWORD, **how)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertIn(why, done.stderr)

    def test_roles_made_twice_are_the_same(self):
        self.run_roles()
        self.assertEqual(self.server.answer(DECIDED, database="khen"), self.decided)

    def test_each_role_has_what_it_needs_of_a_table_made_later_and_no_more(self):
        for schema, roles in MAY.items():
            for role, rights in roles.items():
                held = [one for one in RIGHTS if self.holds(role, f"{schema}.made_later", one)]
                with self.subTest(schema=schema, role=role):
                    self.assertEqual(held, rights.split())

    def test_those_who_record_add_events_and_change_none(self):
        for role, rights in [("khen_app", "SELECT INSERT"), ("khen_worker", "SELECT INSERT"),
                             ("khen_exporter", "SELECT"), ("khen_auditor", "SELECT")]:
            for table in ["ledger", "stream", "event"]:
                held = [one for one in RIGHTS if self.holds(role, f"ledger.{table}", one)]
                with self.subTest(role=role, table=table):
                    self.assertEqual(held, rights.split())

    def test_nobody_pretends_that_tables_were_made(self):
        for role in MAY["ledger"]:
            held = [one for one in RIGHTS if self.holds(role, "ledger.migration", one)]
            self.assertEqual(held, ["SELECT"], role)

    def holds(self, role, table, right):
        return self.server.answer(f"SELECT has_table_privilege('{role}', '{table}', '{right}')",
                                  database="khen") == "t"

    def test_a_role_meets_no_schema_that_is_not_its_own(self):
        self.refused("khen_exporter", "SELECT * FROM rows.made_later", "permission denied for schema rows")
        self.refused("khen_exporter", "SELECT * FROM office.made_later", "permission denied for schema office")
        self.refused("khen_auditor", "SELECT * FROM office.made_later", "permission denied for schema office")

    def test_nobody_but_the_owner_makes_tables(self):
        for role in MAY["ledger"]:
            for schema in [*MAY, "public"]:
                done = self.server.psql(f"SET default_transaction_read_only = off; CREATE TABLE {schema}.own (n int)",
                                        database="khen", role=role, password=PASSWORD)
                with self.subTest(role=role, schema=schema):
                    self.assertIn("permission denied", done.stderr)

    def test_nobody_comes_in_without_encryption_or_a_password(self):
        self.refused("khen_app", "SELECT 1", "no encryption", sslmode="disable")
        done = self.server.psql("SELECT 1", database="khen", role="khen_app", password="wrong")
        self.assertIn("password authentication failed", done.stderr)

    def test_a_role_comes_in_to_its_own_database_only(self):
        done = self.server.psql("SELECT 1", database="postgres", role="khen_app", password=PASSWORD)
        self.assertIn("pg_hba.conf rejects", done.stderr)

    def test_the_settings_are_those_of_the_file(self):
        unread = self.server.answer("SELECT sourcefile, name, error FROM pg_file_settings WHERE error IS NOT NULL")
        self.assertEqual(unread, "")
        for name, value in [("fsync", "on"), ("synchronous_commit", "on"), ("full_page_writes", "on"),
                            ("max_connections", "200"), ("data_checksums", "on")]:
            self.assertEqual(self.server.answer(f"SHOW {name}"), value, name)

    def test_text_is_ordered_by_bytes(self):
        self.assertEqual(self.come("khen_app", "SELECT 'Z' < 'a' AND 'z' < 'á'"), "t")


if __name__ == "__main__":
    unittest.main()
