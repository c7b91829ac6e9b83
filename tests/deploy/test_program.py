"""The program itself over the shipped Postgres: its roles, its rules of entry, a dump and its restore."""

import os
import subprocess
import unittest

from clustered import PASSWORD
from postgres_server import ROOT, SHIPPED, Postgres
from program import KHEN

DEFINITIONS = ROOT / "schemas" / "definitions"


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = Postgres()
        cls.addClassCleanup(cls.server.stop)
        cls.folder = cls.server.folder / "khen"
        cls.folder.mkdir()
        cls.make_roles()
        for role in ["owner", "app", "worker"]:
            cls.server.answer(f"ALTER ROLE khen_{role} PASSWORD '{PASSWORD}'")
            url = f"postgres://khen_{role}:{PASSWORD}@localhost:{cls.server.port}/khen?sslmode=require"
            (cls.folder / f"{role}.url").write_text(url)
        cls.khen("owner", "migrate")
        cls.khen("app", "load", DEFINITIONS / "hon-quan-2024.authority.toml", DEFINITIONS / "hon-quan-2024.people.toml")

    @classmethod
    def make_roles(cls):
        cls.server.answer((SHIPPED / "roles.sql").read_text())

    @classmethod
    def run_khen(cls, role, *arguments):
        environment = {"PATH": os.environ["PATH"], "KHEN_DATA": cls.folder / "data",
                       "KHEN_DATABASE__URL_FILE": cls.folder / f"{role}.url",
                       "KHEN_DATABASE__CA_FILE": cls.server.folder / "server.crt",
                       "KHEN_MASTER_KEY_FILE": cls.folder / "master.key"}
        return subprocess.run([KHEN, *arguments], env=environment, capture_output=True, text=True)

    @classmethod
    def khen(cls, role, *arguments):
        done = cls.run_khen(role, *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def test_what_is_dumped_and_restored_gives_the_same_rows(self):
        before = self.khen("owner", "rebuild")
        environment = {"PATH": f"{self.server.programs}:{os.environ['PATH']}", "PGHOST": str(self.server.folder),
                       "PGPORT": str(self.server.port), "PGUSER": "postgres"}
        done = subprocess.run([SHIPPED / "khen-dump", self.folder / "backups"], env=environment,
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.server.answer("DROP DATABASE khen")
        self.make_roles()
        back = subprocess.run([SHIPPED / "khen-restore", done.stdout.split()[-1]], env=environment,
                              capture_output=True, text=True)
        self.assertEqual(back.returncode, 0, back.stderr)
        self.khen("owner", "migrate")
        self.assertNotIn("WRONG", self.khen("app", "doctor"))
        self.assertEqual(self.khen("owner", "rebuild"), before)

    def test_who_serves_can_neither_make_tables_nor_write_rows(self):
        for task in ["migrate", "rebuild"]:
            done = self.run_khen("app", task)
            with self.subTest(task=task):
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("permission denied", done.stderr)


if __name__ == "__main__":
    unittest.main()
