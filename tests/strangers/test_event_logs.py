"""Event logs of the season's campaign, opened and replayed by PM4Py."""

import subprocess
import sys
import unittest

from served import HERE, Season, khen

CAMPAIGN = "HQ-CCHC-2024"


class EventLogs(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)

    def test_every_case_of_a_season_keeps_to_the_gates(self):
        asked = ["--url", self.season.address, "--token-file", self.season.token_file("auditor")]
        files = {"xes": "log.xes", "ocel": "log.jsonocel", "bpmn": "gates.bpmn", "declare": "gates.declare.json"}
        command = [sys.executable, HERE / "process_mining.py"]
        for form, name in files.items():
            file = self.season.folder / name
            of_a_campaign = ["--campaign", CAMPAIGN] if form in ("xes", "ocel") else []
            khen("export", form, *of_a_campaign, *asked, "--output", file)
            command += [f"--{form}", file]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    unittest.main()
