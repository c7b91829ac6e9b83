"""The roles, settings and rules of entry of deploy/clustered/postgres, on a real server."""

import unittest

from clustered import DECIDED, PASSWORD, ROLES, SCHEMAS, Clustered

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


class Roles(Clustered):
    def test_roles_made_twice_are_the_same(self):
        self.run_roles()
        self.assertEqual(self.server.answer(DECIDED, database="khen"), self.decided)

    def test_each_role_has_what_it_needs_of_a_table_made_later_and_no_more(self):
        for schema, roles in MAY.items():
            for role, rights in roles.items():
                held = self.held(role, f"{schema}.made_later")
                with self.subTest(schema=schema, role=role):
                    self.assertEqual(held, rights.split())

    def test_those_who_record_add_events_and_change_none(self):
        for role, rights in [("khen_app", "SELECT INSERT"), ("khen_worker", "SELECT INSERT"),
                             ("khen_exporter", "SELECT"), ("khen_auditor", "SELECT")]:
            for table in ["ledger", "stream", "event"]:
                held = self.held(role, f"ledger.{table}")
                with self.subTest(role=role, table=table):
                    self.assertEqual(held, rights.split())

    def test_nobody_pretends_that_tables_were_made(self):
        for role in ROLES:
            self.assertEqual(self.held(role, "ledger.migration"), ["SELECT"], role)
            if role in ("khen_app", "khen_worker"):
                self.assertEqual(self.held(role, "office.migration"), ["SELECT"], role)

    def held(self, role, table):
        """What of RIGHTS the role has there."""
        ask = ", ".join(f"has_table_privilege('{role}', '{table}', '{one}')" for one in RIGHTS)
        answers = self.server.answer(f"SELECT {ask}", database="khen").split("|")
        return [one for one, answer in zip(RIGHTS, answers, strict=True) if answer == "t"]

    def test_a_role_meets_no_schema_that_is_not_its_own(self):
        self.refused("khen_exporter", "SELECT * FROM rows.made_later", "permission denied for schema rows")
        self.refused("khen_exporter", "SELECT * FROM office.made_later", "permission denied for schema office")
        self.refused("khen_auditor", "SELECT * FROM office.made_later", "permission denied for schema office")

    def test_nobody_but_the_owner_makes_tables(self):
        for role in ROLES:
            for schema in [*SCHEMAS, "public"]:
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
