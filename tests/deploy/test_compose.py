"""The containers of compose.yaml, and what they are given."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import yaml
from postgres_server import ROOT, SHIPPED, Postgres

HERE = ROOT / "deploy" / "clustered"


class Compose(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.compose = yaml.safe_load((HERE / "compose.yaml").read_text())
        # What is laid over it where somebody subscribes; its new services are held to the same.
        cls.over = yaml.safe_load((HERE / "compose.fan-out.yaml").read_text())
        new = {name: one for name, one in cls.over["services"].items() if "image" in one}
        cls.services = {**cls.compose["services"], **new}
        cls.compose["secrets"] |= cls.over["secrets"]
        cls.folder = Path(tempfile.mkdtemp(prefix="khen-deploy-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        shutil.copy(HERE / "make-secrets", cls.folder)
        subprocess.run([cls.folder / "make-secrets"], check=True)
        cls.secrets = cls.folder / "secrets"

    def test_every_container_is_closed(self):
        for name, service in self.services.items():
            with self.subTest(service=name):
                self.assertTrue(service["read_only"])
                self.assertEqual(service["cap_drop"], ["ALL"])
                self.assertNotIn(service["user"].split(":")[0], ["", "0", "root"])

    def test_an_image_is_never_latest(self):
        for name, service in self.services.items():
            self.assertRegex(service["image"], r":\d", name)
        for image in re.findall(r"^FROM (\S+)", (HERE / "Dockerfile").read_text(), re.MULTILINE):
            self.assertRegex(image, r":[\w.-]*\b(bookworm|\d)", image)

    def test_every_file_that_is_mounted_is_there(self):
        for name, service in self.services.items():
            for volume in service.get("volumes", []):
                source = volume.split(":")[0]
                with self.subTest(service=name, source=source):
                    if source.startswith("./secrets/"):
                        self.assertTrue((self.folder / source).is_file())
                    elif source.startswith("."):
                        self.assertTrue((HERE / source).is_file())
                    else:
                        self.assertIn(source, self.compose["volumes"])

    def test_every_secret_is_made_and_given_to_whom_it_is_named(self):
        for secret in self.compose["secrets"].values():
            self.assertTrue((self.folder / secret["file"]).is_file(), secret)
        for name, service in self.services.items():
            named = {Path(value).name for value in service.get("environment", {}).values()
                     if value.startswith("/run/secrets/")}
            with self.subTest(service=name):
                self.assertLessEqual(named, set(service.get("secrets", [])))
                self.assertLessEqual(set(service.get("secrets", [])), set(self.compose["secrets"]))

    def test_only_the_migration_knows_the_owner(self):
        knows = {name for name, service in self.services.items() if "owner.url" in service.get("secrets", [])}
        self.assertEqual(knows, {"migrate"})

    def test_only_who_signs_knows_the_key_of_the_logs(self):
        knows = {name for name, service in self.services.items() if "log.key" in service.get("secrets", [])}
        self.assertEqual(knows, {"migrate", "worker"})

    def test_secrets_are_closed_and_never_overwritten(self):
        self.assertEqual(self.secrets.stat().st_mode & 0o777, 0o700)
        again = subprocess.run([self.folder / "make-secrets"], capture_output=True, text=True)
        self.assertEqual(again.returncode, 1)
        self.assertIn("not overwritten", again.stderr)

    def test_the_servers_understand_their_passwords(self):
        for config, passwords in [("nats.conf", "password.conf"), ("fan-out.conf", "fan-out-passwords.conf")]:
            there = self.folder / f"of-{config}"
            there.mkdir()
            shutil.copy(HERE / "nats" / config, there)
            shutil.copy(self.secrets / passwords, there)
            done = subprocess.run(["nats-server", "-t", "-c", there / config], capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stderr)

    def test_the_workers_know_the_server_of_the_streams_by_its_password(self):
        url = (self.secrets / "fan-out.url").read_text().strip()
        name, password, host = re.fullmatch(r"nats://(\w+):(\w+)@(\w+):4223", url).groups()
        self.assertEqual(name, "khen")
        self.assertIn(host, self.over["services"])
        passwords = (self.secrets / "fan-out-passwords.conf").read_text()
        self.assertIn(f'KHEN_FAN_OUT_PASSWORD: "{password}"', passwords)
        worker = self.over["services"]["worker"]
        named = {Path(value).name for key, value in worker["environment"].items() if key.endswith("_FILE")}
        self.assertEqual(named, set(worker["secrets"]))
        subscribed = json.loads(worker["environment"]["KHEN_FAN_OUT__LEDGERS"])
        config = (HERE / "nats" / "fan-out.conf").read_text()
        self.assertTrue(all(f"CONSUMER.INFO.KHEN_{ledger}.SO_NOI_VU" in config for ledger in subscribed))

    def test_the_first_start_of_postgres_lets_each_role_in_by_its_url(self):
        server = Postgres()
        self.addCleanup(server.stop)
        script = (SHIPPED / "compose-init.sh").read_text()
        script = script.replace("/etc/khen", str(SHIPPED)).replace("/run/secrets", str(self.secrets))
        environment = {"PATH": f"{server.programs}:{os.environ['PATH']}", "PGHOST": str(server.folder),
                       "PGPORT": str(server.port), "POSTGRES_USER": "postgres", "PGDATA": str(server.folder / "data")}
        done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        for role in ["owner", "app", "worker"]:
            url = (self.secrets / f"{role}.url").read_text().strip()
            user, password, database = re.fullmatch(r"postgres://(\w+):(\w+)@postgres:5432/(\w+)", url).groups()
            who = server.answer("SELECT current_user", role=user, password=password, database=database)
            self.assertEqual(who, f"khen_{role}")


class Answering(BaseHTTPRequestHandler):
    """A process of Khen that is alive and not ready."""

    def do_GET(self):
        self.send_response(200 if self.path == "/livez" else 503)
        self.end_headers()

    def log_message(self, *_):
        pass


class Healthy(unittest.TestCase):
    def setUp(self):
        self.server = HTTPServer(("127.0.0.1", 0), Answering)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)

    def asks(self, *arguments):
        return subprocess.run([HERE / "healthy", *arguments], capture_output=True).returncode

    def test_a_process_is_healthy_when_it_says_so(self):
        port = str(self.server.server_port)
        self.assertEqual(self.asks("/livez", port), 0)
        self.assertNotEqual(self.asks("/readyz", port), 0)

    def test_nobody_is_healthy_where_nobody_listens(self):
        self.assertNotEqual(self.asks("/livez", "1"), 0)


if __name__ == "__main__":
    unittest.main()
