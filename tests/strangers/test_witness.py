"""A witness that shares nothing with Khen is asked to cosign, and what it cosigned is checked."""

import json
import re
import subprocess
import sys
import unittest
import urllib.error

from served import LEDGER, Season

# Each look asks the server; a witness is asked within seconds of the start.
LOOK_COUNT_MAX = 20_000


@unittest.skipIf(sys.version_info < (3, 12), "aics-witness needs Python 3.12 or newer: NOT CHECKED by it here")
class Witness(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)
        cls.log = cls.season.get(f"/log/{LEDGER}/vkey").decode().strip()
        cls.origin = cls.season.get(f"/log/{LEDGER}/checkpoint").decode().split("\n")[0]
        cls.config = cls.season.folder / "witness.json"
        cls.witness("init", "--name", "thanh-tra.example/w2", "--listen", "127.0.0.1:0")
        cls.witness("add-log", "--origin", cls.origin, "--vkey", cls.log)
        cls.serving = subprocess.Popen(["aics-witness", "serve", "--config", cls.config],
                                       stderr=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.end)
        said = next(line for line in cls.serving.stderr if re.search(r"127\.0\.0\.1:\d+", line))
        address = re.search(r"127\.0\.0\.1:\d+", said).group()
        cls.vkey = cls.status()["witness"]["vkey"]
        asked = cls.season.folder / "khen.toml"
        asked.write_text(f'[[seal.witness]]\nurl = "http://{address}"\nvkey = "{cls.vkey}"\n')
        cls.season.stop()
        cls.season.serve("--config", asked)

    @classmethod
    def end(cls):
        cls.serving.terminate()
        cls.serving.wait()
        cls.serving.stderr.close()

    @classmethod
    def witness(cls, task, *arguments):
        done = subprocess.run(["aics-witness", task, "--config", cls.config, *arguments],
                              capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    @classmethod
    def status(cls):
        return json.loads(cls.witness("status", "--json"))

    def witnessed(self):
        for _ in range(LOOK_COUNT_MAX):
            try:
                return self.season.get(f"/log/{LEDGER}/witnessed").decode()
            except urllib.error.HTTPError as failure:
                self.assertEqual(failure.code, 404)
        self.fail("the witness cosigned nothing")

    def test_what_it_cosigns_is_what_is_served(self):
        note = self.season.folder / "witnessed"
        note.write_text(self.witnessed())
        done = subprocess.run(["aics-tlog", "verify-checkpoint", "--note", note, "--log-key", self.log,
                               "--witness-key", self.vkey, "--quorum", "1", "--origin", self.origin],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        _, size, root, *_ = note.read_text().split("\n")
        [kept] = self.status()["logs"]
        self.assertEqual((kept["origin"], kept["size"], kept["root"]), (self.origin, int(size), root))


if __name__ == "__main__":
    unittest.main()
