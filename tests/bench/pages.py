#!/usr/bin/env python3
"""Every queue, board and page of the API at the size of a large campaign, asked by every role.

    cargo build --release -p khen
    python3 tests/bench/pages.py                  # 2,700 nominations, played to their end
    python3 tests/bench/pages.py --until review   # where every nomination still waits

Plays the season, serves it, and asks for each page five times with 200 items. Prints the slowest
role of each page and exits with 1 when the median of one is over the bar.
"""

import argparse
import http.client
import json
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time

LEDGER = "hon-quan"
BAR_MS = 50
ROUNDS = 5
PAGES = [
    "/api/v1/queue?limit=200",
    "/api/v1/due?limit=200",
    "/api/v1/nominations?limit=200",
    "/api/v1/nominations?limit=200&late=true",
    "/api/v1/nominations?limit=200&held=true",
    "/api/v1/decisions?limit=200",
    "/api/v1/campaigns?limit=200",
    "/api/v1/people?limit=200",
    "/api/v1/people?limit=200&q=an",
    "/api/v1/assignments?limit=200",
    "/api/v1/units?limit=200",
    "/api/v1/funds/2024",
]
CAMPAIGN_PAGES = [
    "",
    "/board",
    "/awards?limit=200",
    "/conferences?limit=200",
    "/eligibility?limit=200",
    "/feedback?limit=200",
    "/publicity?limit=200",
    "/quota",
    "/slots?limit=200",
]


def main():
    arguments = options()
    with tempfile.TemporaryDirectory() as scratch:
        data = arguments.data or scratch
        if not arguments.data:
            play(arguments, data)
        with served(arguments.khen, data) as (address, ledger):
            tokens = one_of_each_role(arguments.khen, data, ledger)
            slowest = ask_all(address, tokens)
    return report(slowest)


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--khen", default="target/release/khen", help="the program")
    parser.add_argument("--scale", default="2700", help="nominations")
    parser.add_argument("--until", help="the gate at which the season stops")
    parser.add_argument("--data", help="a folder that is played already")
    return parser.parse_args()


def play(arguments, data):
    command = [arguments.khen, "season", "--scale", arguments.scale, "--data", data]
    if arguments.until:
        command += ["--until", arguments.until]
    began = time.monotonic()
    quiet = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=quiet, stderr=quiet)
    print(f"played {arguments.scale} nominations in {time.monotonic() - began:.1f} s")


class served:
    """`khen serve` on free ports; its address and the slug of its ledger."""

    def __init__(self, khen, data):
        self.command = [khen, "serve", "--data", data]
        self.command += ["--listen", "127.0.0.1:0", "--internal-listen", "127.0.0.1:0"]

    def __enter__(self):
        self.server = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        said = []
        for line in self.server.stdout:
            said.append(line)
            found = re.search(r"http://(127\.0\.0\.1:\d+)", line)
            if found:
                threading.Thread(target=self.server.stdout.read, daemon=True).start()
                return found.group(1), LEDGER
        raise SystemExit("khen serve says no address:\n" + "".join(said))

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()


def one_of_each_role(khen, data, ledger):
    issue = [khen, "token", "issue", "--data", data, "--ledger", ledger, "--days", "1"]
    listed = subprocess.run(issue, capture_output=True, text=True)
    tokens = {}
    for assignment, role in re.findall(r"^(a-\w+)\s+(\w+)", listed.stdout + listed.stderr, re.M):
        if role in tokens:
            continue
        issued = subprocess.run(
            issue + ["--assignment", assignment], capture_output=True, text=True
        )
        if issued.returncode == 0:
            tokens[role] = issued.stdout.split()[-1]
    return tokens


def ask_all(address, tokens):
    """The median in ms of the slowest role, its page, the role and the bytes of the answer."""
    connection = http.client.HTTPConnection(address, timeout=30)
    slowest = {}
    for role, token in sorted(tokens.items()):
        status, body, _ = ask(connection, "/api/v1/campaigns", token)
        campaigns = [one["campaign"] for one in json.loads(body)["items"]] if status == 200 else []
        pages = PAGES + [
            f"/api/v1/campaigns/{campaign}{page}"
            for campaign in campaigns
            for page in CAMPAIGN_PAGES
        ]
        for page in pages:
            answers = [ask(connection, page, token) for _ in range(ROUNDS)]
            if answers[0][0] != 200:
                continue
            median = statistics.median(took for _, _, took in answers)
            known = slowest.get(page)
            if known is None or median > known[0]:
                slowest[page] = (median, role, len(answers[0][1]))
    return slowest


def ask(connection, path, token):
    began = time.perf_counter()
    connection.request("GET", path, headers={"Authorization": f"Bearer {token}"})
    answer = connection.getresponse()
    body = answer.read()
    return answer.status, body, (time.perf_counter() - began) * 1000


def report(slowest):
    for page, (median, role, size) in sorted(slowest.items(), key=lambda one: -one[1][0]):
        print(f"{median:7.1f} ms  {size:9,} bytes  {role:20} {page}")
    over = [page for page, (median, _, _) in slowest.items() if median > BAR_MS]
    print(f"{len(slowest)} pages, {len(over)} over {BAR_MS} ms")
    return 1 if over or not slowest else 0


if __name__ == "__main__":
    sys.exit(main())
