"""What the Sở Nội vụ pulls, read by the CloudEvents SDK."""

import subprocess
import sys
import unittest

from served import HERE, LEDGER, Season


class CloudEvents(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)

    def test_the_sdk_reads_every_event_of_each_profile(self):
        for role in ["export_client", "auditor"]:
            with self.subTest(role):
                subprocess.run([sys.executable, HERE / "cloud_events.py", "--url", self.season.address,
                                "--token-file", self.season.token_file(role), "--ledger", LEDGER], check=True)


if __name__ == "__main__":
    unittest.main()
