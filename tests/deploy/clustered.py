"""The shipped roles with the tables of this release, for checks that share a server."""

import unittest

from postgres_server import ROOT, SHIPPED, Postgres

ROLES = ["khen_app", "khen_worker", "khen_exporter", "khen_auditor"]
SCHEMAS = ["ledger", "office", "rows"]
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
        for role in ["khen_owner", *ROLES]:
            cls.server.answer(f"ALTER ROLE {role} PASSWORD '{PASSWORD}'")
        for schema in SCHEMAS:
            cls.come("khen_owner", f"CREATE TABLE {schema}.made_later (n int)")
        cls.migrate()

    @classmethod
    def run_roles(cls):
        cls.server.answer((SHIPPED / "roles.sql").read_text())

    @classmethod
    def migrate(cls):
        """Makes the tables of this release as `khen migrate` does: its scripts, then its grants."""
        for schema in ("ledger", "office", "seal"):
            cls.come("khen_owner", f"CREATE TABLE {schema}.migration (version int)")
        for script in sorted((ROOT / "schemas" / "postgres").glob("*/*.sql")):
            here = f"SET LOCAL search_path = {script.parent.name}"
            cls.come("khen_owner", f"BEGIN; {here}; {script.read_text()}; COMMIT")
        cls.come("khen_owner", (ROOT / "schemas" / "sql" / "postgres" / "grant.sql").read_text())

    @classmethod
    def come(cls, role, script, **how):
        return cls.server.answer(script, database="khen", role=role, password=PASSWORD, **how)

    def refused(self, role, script, why, **how):
        done = self.server.psql(script, database="khen", role=role, password=PASSWORD, **how)
        self.assertNotEqual(done.returncode, 0, done.stdout)
        self.assertIn(why, done.stderr)
