"""Who sends an example, and which of its names are real.

Schemathesis makes examples from the schema alone: left so, nearly all of them would name nobody and
be sent by somebody who may not. Here an example that follows the schema gets names of the season in
most places, and a sender who may give the command as often as not. Examples that break the schema
stay as they are, but for their sender.

Everything follows from the example itself, so that a seed repeats a run.
"""

import json
import os
import random
import zlib

import schemathesis
from hypothesis import strategies as st
from schemathesis import GenerationMode

from documents import MAKERS

with open(os.environ["KHEN_FUZZ_CAST"], encoding="utf-8") as file:
    CAST = json.load(file)

# Members of bodies, parameters of paths and queries: which of the season's names they take.
NAMES = {
    "assignment": "assignments",
    "campaign": "campaigns",
    "code": "nominations",
    "decision": "decisions",
    "nomination": "nominations",
    "nominations": "nominations",
    "on_behalf_of": "assignments",
    "person": "people",
    "ranking": "nominations",
    "reviewer": "assignments",
    "sha256": "documents",
    "unit": "units",
}
# How many of such names are real, of 100.
REAL = 80

COMMANDS = "/api/v1/commands/"
# Questions that one role alone may ask, by a part of their path.
ASKED_BY = {
    "/api/v1/audits": "auditor",
    "/api/v1/history/": "auditor",
    "/evidence": "auditor",
    "/export/": "export_client",
}

schemathesis.openapi.format("khen-cursor", st.sampled_from(CAST["cursors"]["any"]))
schemathesis.openapi.format("khen-code", st.sampled_from(CAST["names"]["nominations"]))
for kind, make in MAKERS.items():
    schemathesis.openapi.media_type(kind, st.integers(0, 1_000_000).map(make))


def chance(case):
    """Dice that fall alike for equal examples."""
    told = (case.method, case.path, case.path_parameters, case.query, case.body)
    return random.Random(zlib.crc32(repr(told).encode()))


def renamed(value, dice, kind=None):
    """`value` with real names where names stand."""
    if isinstance(value, dict):
        return {key: renamed(one, dice, NAMES.get(key)) for key, one in value.items()}
    if isinstance(value, list):
        return [renamed(one, dice, kind) for one in value]
    known = CAST["names"].get(kind)
    if isinstance(value, str) and known and dice.randrange(100) < REAL:
        return dice.choice(known)
    return value


def paged(query, path):
    """`query` with a cursor of this list, in its usual order: another's is refused."""
    if "after" in query:
        known = CAST["cursors"].get(path)
        query = {"after": known[0]} if known else {key: query[key] for key in query if key != "after"}
    return query


def agreeing(query):
    """`query` whose parameters go together: rules between them are said by the schema of none."""
    # Both ends of a span of time, in order, or none, and nobody who waits beside them.
    ends = [query.pop(end) for end in ("recorded_from", "recorded_to") if end in query]
    if len(ends) == 2:
        query.update(recorded_from=ends[0], recorded_to=ends[0])
        query.pop("wait", None)
    # No end before the beginning.
    if "from" in query and "until_pos" in query:
        query["from"], query["until_pos"] = sorted((query["from"], query["until_pos"]), key=int)
    # One way at most to say when.
    moments = [name for name in ("version", "position", "time") if name in query]
    for name in moments[1:]:
        del query[name]
    return query


@schemathesis.hook
def map_case(context, case):
    if case.meta is None or case.meta.generation.mode != GenerationMode.POSITIVE:
        return case
    dice = chance(case)
    if isinstance(case.body, dict):
        case.body = renamed(case.body, dice)
    if case.path_parameters:
        case.path_parameters = renamed(dict(case.path_parameters), dice)
    if case.query:
        case.query = renamed(agreeing(paged(dict(case.query), case.path)), dice)
    return case


@schemathesis.auth(refresh_interval=None)
class Sender:
    """Somebody of the cast: half of the time one who may give the command or ask the question."""

    def get(self, case, context):
        dice = chance(case)
        command = case.path.removeprefix(COMMANDS)
        roles = [role for part, role in ASKED_BY.items() if part in case.path]
        may = [one for one in CAST["senders"] if command in one["commands"] or one["role"] in roles]
        senders = may if may and dice.randrange(2) else CAST["senders"]
        return dice.choice(senders)["token"]

    def set(self, case, token, context):
        case.headers = case.headers or {}
        case.headers["Authorization"] = f"Bearer {token}"
