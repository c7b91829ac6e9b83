"""What leaves a finished season: mirrors of today and yesterday, the whole log, a bundle, a segment, a proof."""

import json
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

from office import KHEN, LEDGER, ask, finished

CASE = "HQ-CCHC-2024-0007-B"
YESTERDAY = 100
TILE_WIDTH = 256
# What the log itself hands out.
LOGGED = ("checkpoint", "tile/")
# Whose leaf alone says it: nothing of the event by itself shows that it was changed.
FORKED_AT = 20


class Shelf:
    """An office and its past, and folders with what was taken out of both."""

    def __init__(self):
        self.place = Path(tempfile.mkdtemp(prefix="khen-tamper-"))
        self.office = finished()
        self.size = self.office.seal()
        self.token = self.office.token("auditor")
        with self.office.serving() as address:
            self.mirror = self.pulled(self.office, address, "today")
            self.take(address)
        self.earlier = self.office.earlier(YESTERDAY)
        with self.earlier.serving() as address:
            self.mirror_before = self.pulled(self.earlier, address, "yesterday")
            self.proof_before = self.asked(address, "events/40/proof")
            before = zipfile.ZipFile(self.bundled(self.earlier, address, "before.zip"))
            self.bundle_before = {name: before.read(name) for name in before.namelist()}

    def remove(self):
        shutil.rmtree(self.place)
        for office in (self.office, self.earlier):
            office.remove()

    def pulled(self, office, address, name):
        code, said = office.pull(address, self.token, self.place / name, "--blobs")
        assert code == 0, said
        return self.place / name / LEDGER

    def bundled(self, office, address, name, *had):
        to = self.place / name
        done = self.exported(office, address, to, *had)
        assert done.returncode == 0, done.stderr
        return to

    def exported(self, office, address, to, *had):
        handed_in = [word for checkpoint in had for word in ("--had", checkpoint)]
        return subprocess.run([KHEN, "export", "bundle", CASE, "-o", to, "--format", "json", *handed_in],
                              capture_output=True, text=True,
                              env={**office.environment, "KHEN_URL": address, "KHEN_TOKEN": self.token})

    def asked(self, address, path):
        """The body of what stands there, under the log or the export of the ledger."""
        base = f"{address}/log/{LEDGER}" if path.startswith(LOGGED) else f"{address}/export/v1/{LEDGER}"
        status, body = ask(f"{base}/{path}".rstrip("/"), self.token)
        assert status == 200, (path, status, body)
        return body

    def take(self, address):
        """All that is handed out beside the feed."""
        service = json.loads(self.asked(address, ""))
        self.policy = self.written("policy.txt", service["log"]["policy"].encode())
        self.segment = self.place / "segment"
        name = f"0-{self.size}"
        for file in ("manifest.txt", "events.ndjson.zst"):
            content = self.asked(address, f"segments/{name}/{file}")
            self.written(f"segment/{file}", content)
            self.written(f"log/segments/{name}/{file}", content)
        self.log = self.place / "log"
        self.written("log/checkpoint", self.asked(address, "checkpoint"))
        for path in tiles(self.size):
            self.written(f"log/{path}", self.asked(address, path))
        self.event = self.written("event.json", self.asked(address, "events/40"))
        self.proof = self.written("40.tlog-proof", self.asked(address, "events/40/proof"))
        self.bundle = self.bundled(self.office, address, "bundle.zip")
        self.unpacked = self.place / "bundle"
        zipfile.ZipFile(self.bundle).extractall(self.unpacked)

    def written(self, path, content):
        place = self.place / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        return place


def tiles(size):
    """The paths of all tiles and bundles of entries of a tree with fewer than 256,000 leaves."""
    level = 0
    while size:
        full, rest = divmod(size, TILE_WIDTH)
        names = [f"{number:03}" for number in range(full)] + ([f"{full:03}.p/{rest}"] if rest else [])
        yield from (f"tile/{level}/{name}" for name in names)
        if level == 0:
            yield from (f"tile/entries/{name}" for name in names)
        level, size = level + 1, full
