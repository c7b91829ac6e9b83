"""The log of a ledger, fetched as anybody may and checked by programs that share nothing with Khen."""

import json
import os
import subprocess
import sys
import unittest

from served import LEDGER, ROOT, Season

GO = ROOT / "tests" / "strangers" / "tlog"
# Debian's packages of Go libraries lie here.
GO_ENVIRONMENT = {"GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "GOFLAGS": ""}
FULL = 256


def tile_path(level, index, width):
    """As C2SP tlog-tiles has it: groups of three digits, all but the last behind an x."""
    groups = [f"{index % 1000:03}"]
    while index >= 1000:
        index //= 1000
        groups.insert(0, f"x{index % 1000:03}")
    part = "" if width == FULL else f".p/{width}"
    return f"tile/{level}/{'/'.join(groups)}{part}"


def tiles(size):
    """Paths of all tiles and bundles of entries of a log of this size."""
    for level, count in [("entries", size), (0, size)]:
        yield from level_paths(level, count)
    level, count = 1, size // FULL
    while count:
        yield from level_paths(level, count)
        level, count = level + 1, count // FULL


def level_paths(level, count):
    for first in range(0, count, FULL):
        yield tile_path(level, first // FULL, min(FULL, count - first))


class Log(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)
        cls.log = cls.season.folder / "log"
        cls.vkey = cls.fetch("vkey").decode().strip()
        checkpoint = cls.fetch("checkpoint").decode()
        cls.size = int(checkpoint.split("\n")[1])
        for path in tiles(cls.size):
            cls.fetch(path)
        cls.checker = cls.season.folder / "tlog-check"
        subprocess.run(["go", "build", "-o", cls.checker, "."], cwd=GO, env={**os.environ, **GO_ENVIRONMENT}, check=True)

    @classmethod
    def fetch(cls, path):
        data = cls.season.get(f"/log/{LEDGER}/{path}")
        file = cls.log / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        return data

    def go(self):
        done = subprocess.run([self.checker, self.vkey, self.log], capture_output=True, text=True)
        return done.returncode, json.loads(done.stdout)

    def test_go_agrees_with_checkpoint_entries_and_every_smaller_tree(self):
        code, found = self.go()
        self.assertEqual((code, found["holds"], found["size"]), (0, True, self.size), found)
        self.assertGreater(self.size, FULL, "a season fills more than one tile")

    def test_go_refuses_one_changed_byte(self):
        for path in ["checkpoint", *tiles(self.size)]:
            file = self.log / path
            whole = file.read_bytes()
            file.write_bytes(whole[:40] + bytes([whole[40] ^ 1]) + whole[41:])
            code, found = self.go()
            file.write_bytes(whole)
            self.assertEqual((code, found["holds"]), (1, False), path)

    @unittest.skipIf(sys.version_info < (3, 12), "aics-tlog needs Python 3.12 or newer: NOT CHECKED by it here")
    def test_aics_tlog_agrees_with_checkpoint_and_inclusion(self):
        key = self.season.folder / "log.vkey"
        key.write_text(self.vkey)
        for index in [0, self.size // 2, self.size - 1]:
            subprocess.run(["aics-tlog", "verify-inclusion", "--tiles", self.log,
                            "--vkey-file", key, "--index", str(index)], check=True)


if __name__ == "__main__":
    unittest.main()
