"""`khen-verify`, and files that are changed one way after the other and held against it."""

import concurrent.futures
import json
import os
import random
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from office import ROOT

KHEN_VERIFY = Path(os.environ.get("KHEN_VERIFY_BINARY", ROOT / "target" / "debug" / "khen-verify"))
SCALE = int(os.environ.get("KHEN_TEST_SCALE", "1"))
# As many as there are processors of a small machine.
AT_ONCE = 2
SEED = 20241227
# Places that chance picks in each file, besides its beginning, middle and end.
CHANCES = 3 * SCALE
# Of a file with more lines than this, so many are changed, the first and the last among them.
LINES_TOUCHED = 6 * SCALE


@dataclass
class Verdict:
    """What `khen-verify` said."""
    exit: int
    problems: list
    checked: dict

    def has(self, at, *codes):
        """Whether a problem is told of this file, at any of its lines; of one of these kinds."""
        return any((one["at"] == at or one["at"].startswith(f"{at}:")) and (not codes or one["code"] in codes)
                   for one in self.problems)

    def told(self):
        return sorted({(one["at"], one["code"]) for one in self.problems})


def verify(*arguments):
    assert KHEN_VERIFY.exists(), f"{KHEN_VERIFY} is missing: cargo build --package khen-verify"
    done = subprocess.run([KHEN_VERIFY, "--json", *map(str, arguments)], capture_output=True, text=True)
    assert done.stdout, done.stderr
    said = json.loads(done.stdout)
    assert said["exit"] == done.returncode
    return Verdict(said["exit"], said["problems"], said["checked"])


def all_verified(cases):
    """The verdict of each case, a pair of anything and the function that gives the verdict; some at once."""
    with concurrent.futures.ThreadPoolExecutor(AT_ONCE) as pool:
        yield from zip((case for case, _ in cases), pool.map(lambda case: case[1](), cases))


class Copy:
    """A folder that is the same by links: what is changed is written anew, so the first one stays whole."""

    def __init__(self, folder):
        self.place = tempfile.TemporaryDirectory(prefix="khen-tamper-")
        self.folder = Path(self.place.name) / folder.name
        shutil.copytree(folder, self.folder, copy_function=os.link)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.place.cleanup()

    def write(self, path, content):
        place = self.folder / path
        place.unlink(missing_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def remove(self, path):
        (self.folder / path).unlink()


def flipped(content, place):
    changed = bytearray(content)
    changed[place] ^= 1
    return bytes(changed)


def places(content, name=""):
    """Where a byte is flipped: beginning, middle, end, and where chance will."""
    if not content:
        return []
    chance = random.Random(f"{SEED} {name}")
    some = [chance.randrange(len(content)) for _ in range(CHANCES)]
    return sorted({0, len(content) // 2, len(content) - 1, *some})


def touched(count, name=""):
    """Which lines are changed."""
    if count <= LINES_TOUCHED:
        return range(count)
    chance = random.Random(f"{SEED} {name}")
    return sorted({0, count - 1, *chance.sample(range(1, count - 1), LINES_TOUCHED - 2)})


def byte_changes(content, name=""):
    """Contents by what was done: one byte flipped, the tail cut, bytes behind the end."""
    for place in places(content, name):
        yield f"byte {place} flipped", flipped(content, place)
    if content:
        yield "last byte cut", content[:-1]
        yield "half cut", content[:len(content) // 2]
        yield "emptied", b""
    yield "a byte added", content + b"\n"


def line_changes(content, name=""):
    """Contents by what was done: lines dropped, swapped with the next, doubled, added."""
    lines = content.splitlines(keepends=True)
    for place in touched(len(lines), name):
        before, line, after = lines[:place], lines[place:place + 1], lines[place + 1:]
        yield f"line {place + 1} dropped", b"".join(before + after)
        yield f"line {place + 1} doubled", b"".join(before + line + line + after)
        if after and after[0] != line[0]:
            yield f"line {place + 1} swapped", b"".join(before + after[:1] + line + after[1:])
        yield f"a line before line {place + 1}", b"".join(before + [b"a line of somebody\n"] + line + after)
    yield "a line at the end", content + b"a line of somebody\n"
