"""What everybody is told of a halted ledger."""

import json

from office import LEDGER, ask

# What the desk would refuse for other reasons if it looked at it.
COMMAND = {"content": {}}


def command(address, token):
    """Status and problem of a command."""
    status, body = ask(f"{address}/api/v1/commands/record_initiative", token, COMMAND)
    return status, json.loads(body)


def export(address, token, ledger=LEDGER):
    """Status and problem of the export."""
    status, body = ask(f"{address}/export/v1/{ledger}/events?from=0", token)
    return status, json.loads(body)


class Halts:
    """For checks of a ledger that was turned back."""

    def assert_halted(self, address, tokens, witnessed, ledger=LEDGER):
        officer, auditor = tokens
        for status, problem in (command(address, officer), export(address, auditor, ledger)):
            self.assertEqual((status, problem["code"]), (503, "integrity-halt"), problem)
            self.assertEqual(problem["facts"]["last_witnessed_size"], witnessed)
            self.assertRegex(problem["facts"]["since"], r"^\d{4}-\d\d-\d\dT")

    def assert_goes_on(self, address, tokens, ledger=LEDGER):
        officer, auditor = tokens
        status, problem = command(address, officer)
        self.assertNotEqual(problem.get("code"), "integrity-halt")
        self.assertLess(status, 500, problem)
        self.assertEqual(export(address, auditor, ledger)[0], 200)

    def readiness(self, address):
        """The worst condition, and the checks of integrity."""
        _, body = ask(f"{address}/readyz")
        ready = json.loads(body)
        checks = [check for check in ready["checks"] if check["name"].startswith("integrity")]
        return ready["status"], {check["name"]: check["condition"] for check in checks}
