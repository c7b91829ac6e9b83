"""Pulls a ledger of a running Khen and reads every event with the CloudEvents SDK for Python.

    cloud_events.py --url URL --token-file FILE --ledger LEDGER

Fails unless every event of every page is a CloudEvent 1.0 to the SDK, positions are dense from 0 to the
size of the log, and the line format holds the same events as the batch.
"""

import argparse
import json
import sys
import urllib.request

from cloudevents.core.formats.json import JSONFormat

BATCH = "application/cloudevents-batch+json"
LINES = "application/x-ndjson"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--url", "--token-file", "--ledger"):
        parser.add_argument(name, required=True)
    return parser.parse_args()


def page(given, token, position, form):
    address = f"{given.url}/export/v1/{given.ledger}/events?from={position}&limit=500"
    headers = {"Authorization": f"Bearer {token}", "Accept": form}
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        told = answer.headers
        if told.get_content_type() != form:
            sys.exit(f"asked for {form}, got {told.get_content_type()}")
        return answer.read(), int(told["Khen-Next"]), int(told["Khen-Log-Size"])


def main():
    given = arguments()
    with open(given.token_file, encoding="utf-8") as file:
        token = file.read().strip()
    position, size, withheld = 0, 1, 0
    while position < size:
        batch, following, size = page(given, token, position, BATCH)
        lines, same, _ = page(given, token, position, LINES)
        events = json.loads(batch)
        if events != [json.loads(line) for line in lines.splitlines()] or same != following:
            sys.exit(f"batch and lines differ from position {position} on")
        for event in events:
            read = JSONFormat().read(None, json.dumps(event))
            if int(read.get_extension("sequence")) != position:
                sys.exit(f"{read.get_extension('sequence')} stands where {position} should")
            if not read.get_type().startswith("vn.khen.") or read.get_specversion() != "1.0":
                sys.exit(f"position {position} is no event of Khen")
            withheld += read.get_data() is None
            position += 1
        if position != following:
            sys.exit(f"Khen-Next is {following} after position {position - 1}")
    print(f"CloudEvents read by the SDK: {position}, {withheld} of them without data")


if __name__ == "__main__":
    main()
