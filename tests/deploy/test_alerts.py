"""The rules of alerts.yaml, as Prometheus reads them."""

import shutil
import subprocess
import unittest
from pathlib import Path

from postgres_server import ROOT

HERE = Path(__file__).resolve().parent


class Alerts(unittest.TestCase):
    def promtool(self, *arguments):
        assert shutil.which("promtool"), "promtool is missing: tests/run puts it into target/services"
        done = subprocess.run(["promtool", *arguments], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_every_rule_is_understood(self):
        self.promtool("check", "rules", ROOT / "deploy" / "alerts.yaml")

    def test_alerts_ring_when_they_must_and_only_then(self):
        self.promtool("test", "rules", HERE / "alerts.test.yaml")


if __name__ == "__main__":
    unittest.main()
