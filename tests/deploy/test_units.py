"""The systemd units, as systemd itself reads them."""

import re
import subprocess
import tempfile
import unittest
from pathlib import Path

from postgres_server import ROOT

UNITS = sorted([*ROOT.glob("deploy/**/*.service"), *ROOT.glob("deploy/**/*.timer")])
SERVICES = [unit for unit in UNITS if unit.name.startswith("khen") and unit.name != "khen-backup.service"
            and unit.suffix == ".service"]
EXPOSURE_MAX = 2.0


def systemd_analyze(*arguments):
    try:
        return subprocess.run(["systemd-analyze", *arguments], capture_output=True, text=True)
    except FileNotFoundError:
        raise AssertionError("systemd-analyze is missing (Debian: apt-get install systemd)") from None


class Units(unittest.TestCase):
    def test_every_service_is_hardened(self):
        self.assertEqual(len(SERVICES), 4)
        for unit in SERVICES:
            done = systemd_analyze("security", "--offline=true", unit)
            said = re.search(r"Overall exposure level for \S+: ([\d.]+)", done.stdout)
            with self.subTest(unit=unit.name):
                self.assertIsNotNone(said, done.stderr)
                self.assertLess(float(said[1]), EXPOSURE_MAX)

    def test_systemd_understands_every_line(self):
        with tempfile.TemporaryDirectory() as folder:
            for unit in UNITS:
                # The program is not installed here; something that can be run stands in for it.
                text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", unit.read_text(), flags=re.MULTILINE)
                name = unit.name.replace("@", "@1")
                (Path(folder) / name).write_text(text)
            for path in sorted(Path(folder).iterdir()):
                done = systemd_analyze("verify", "--man=no", "--recursive-errors=no", path)
                with self.subTest(unit=path.name):
                    self.assertEqual((done.returncode, done.stderr), (0, ""))


if __name__ == "__main__":
    unittest.main()
