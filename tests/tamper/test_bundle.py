"""Nothing in an evidence bundle can be changed unseen, nor can its archive be touched without a word."""

import io
import random
import struct
import unittest
import zipfile

from shelf import FORKED_AT, YESTERDAY, Shelf
from verifier import SCALE, SEED, Copy, all_verified, byte_changes, flipped, line_changes, places, verify

MANIFEST, CHECKPOINT, POLICY, PAGE, EVENTS = \
    "MANIFEST.txt", "checkpoint.txt", "policy.txt", "verify.html", "events.ndjson"
# Without them little can be told of the others.
CARDINAL = (MANIFEST, CHECKPOINT, POLICY, PAGE)
HEADER_FLIPS = 60 * SCALE
LOCAL_BYTES, CENTRAL_BYTES, END_BYTES = 30, 46, 22


class Bundle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shelf = Shelf()
        cls.addClassCleanup(cls.shelf.remove)
        folder = cls.shelf.unpacked
        cls.paths = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        cls.contents = {path: (folder / path).read_bytes() for path in cls.paths}
        cls.zip = cls.shelf.bundle.read_bytes()

    def bundle(self, place):
        return verify("bundle", place, "--policy", self.shelf.policy)

    def with_files(self, files):
        """The verdict of the unpacked bundle with some files changed, or removed where there is none."""
        with Copy(self.shelf.unpacked) as copy:
            for path, content in files.items():
                if content is None:
                    copy.remove(path)
                else:
                    copy.write(path, content)
            return self.bundle(copy.folder)

    def archived(self, content):
        """The verdict of an archive with these bytes."""
        with Copy(self.shelf.segment) as place:
            place.write("bundle.zip", content)
            return self.bundle(place.folder / "bundle.zip")

    def packed(self, entries):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in entries:
                archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
        return packed.getvalue()

    def test_what_nobody_changed_is_whole(self):
        for place in (self.shelf.bundle, self.shelf.unpacked):
            verdict = self.bundle(place)
            self.assertEqual((verdict.exit, verdict.problems), (0, []))
        self.assertGreater(len(self.paths), 300)

    def test_every_file_but_the_cardinal_ones(self):
        # Each is told of by itself, so that all of them can be changed at once.
        others = [path for path in self.paths if path not in CARDINAL]
        changes = {}
        for path in others:
            content = self.contents[path]
            found = [(what, after) for what, after in byte_changes(content, path) if after != content]
            for number, (what, after) in enumerate(found):
                changes.setdefault(number, {})[path] = (what, after)
        cases = [(files, lambda files=files: self.with_files({path: after for path, (_, after) in files.items()}))
                 for files in changes.values()]
        cases.append((dict.fromkeys(others, ("dropped", None)), lambda: self.with_files(dict.fromkeys(others))))
        for files, verdict in all_verified(cases):
            self.assertEqual(verdict.exit, 1)
            for path, (what, after) in files.items():
                code = "missing" if after is None else "other-bytes"
                self.assertTrue(verdict.has(path, code), f"{path}: {what}")

    def test_every_cardinal_file(self):
        cases = []
        for path in CARDINAL:
            content = self.contents[path]
            changes = [*byte_changes(content, path), ("dropped", None)]
            if path != PAGE:
                changes += line_changes(content, path)
            cases += [((path, what), lambda path=path, after=after: self.with_files({path: after}))
                      for what, after in changes if after != content]
        for (path, what), verdict in all_verified(cases):
            with self.subTest(f"{path}: {what}"):
                self.assertNotEqual(verdict.exit, 0, "it was not found")
                self.assertTrue(verdict.has(path), verdict.told())

    def test_lines_of_events_are_named(self):
        content = self.contents[EVENTS]
        cases = [(what, lambda after=after: self.with_files({EVENTS: after}))
                 for what, after in line_changes(content, EVENTS)]
        for what, verdict in all_verified(cases):
            with self.subTest(what):
                self.assertTrue(verdict.has(EVENTS, "other-bytes"))
                # Beside the file, the event itself or its proof is told of.
                more = [at for at, code in verdict.told() if at.startswith((f"{EVENTS}:", "proofs/"))
                        or (at == EVENTS and code != "other-bytes")]
                self.assertTrue(more, verdict.told())

    def test_yesterdays_files_and_the_whole_bundle_of_yesterday(self):
        before = {path: content for path, content in self.shelf.bundle_before.items()
                  if self.contents.get(path) not in (content, None)}
        self.assertIn(CHECKPOINT, before)
        for path, content in before.items():
            if path in CARDINAL or path == EVENTS:
                verdict = self.with_files({path: content})
                # An older manifest is true of the older checkpoint.
                told = verdict.has(CHECKPOINT if path == MANIFEST else path)
                self.assertTrue(verdict.exit and told, f"{path}: {verdict.told()}")
        rest = {path: content for path, content in before.items() if path not in CARDINAL}
        verdict = self.with_files(rest)
        for path in rest:
            self.assertTrue(verdict.has(path, "other-bytes"), path)
        # A bundle speaks of its own day.
        whole = self.archived(self.packed(self.shelf.bundle_before.items()))
        self.assertEqual((whole.exit, [code for _, code in whole.told()]), (0, ["repacked"]))

    def test_what_an_auditor_had_before(self):
        shelf = self.shelf
        yesterday, today = shelf.mirror_before / "checkpoint", shelf.mirror / "checkpoint"
        forked = shelf.office.forked(FORKED_AT)
        self.addCleanup(forked.remove)
        with forked.serving() as address:
            theirs = shelf.pulled(forked, address, "theirs") / "checkpoint"
        with shelf.office.serving() as address:
            bundle = shelf.bundled(shelf.office, address, "had.zip", yesterday, today)
            again = shelf.bundled(shelf.office, address, "again.zip", yesterday, today)
            refused = shelf.exported(shelf.office, address, shelf.place / "none.zip", yesterday, theirs)
        self.assertEqual(bundle.read_bytes(), again.read_bytes())
        verdict = self.bundle(bundle)
        self.assertEqual((verdict.exit, verdict.problems, verdict.checked["checkpoints"]), (0, [], 2))
        files = zipfile.ZipFile(bundle)
        size = shelf.size - YESTERDAY
        self.assertEqual(files.read(f"checkpoints/{size}.txt"), yesterday.read_bytes())
        self.assertTrue(files.read(f"checkpoints/{size}.consistency"))
        self.assertIn("checkpoint-forked", refused.stdout + refused.stderr)
        self.assertFalse((shelf.place / "none.zip").exists())
        with shelf.earlier.serving() as address:
            ahead = shelf.exported(shelf.earlier, address, shelf.place / "none.zip", today)
        self.assertIn("checkpoint-ahead", ahead.stdout + ahead.stderr)

    def test_entries_added_dropped_renamed_doubled_and_swapped(self):
        entries = list(self.contents.items())
        middle = len(entries) // 2
        path, content = entries[middle]
        self.assertEqual(self.archived(self.packed(entries)).exit, 0)
        dropped = self.archived(self.packed(entries[:middle] + entries[middle + 1:]))
        self.assertTrue(dropped.has(path, "missing"), dropped.told())
        for strange in ("more.txt", "documents/more.pdf", "proofs/9.tlog-proof", "checkpoints/3.txt"):
            added = self.archived(self.packed([*entries, (strange, b"anything\n")]))
            self.assertTrue(added.exit == 1 and added.has(strange, "unlisted"), added.told())
        renamed = self.archived(self.packed([*entries[:middle], (path + "x", content), *entries[middle + 1:]]))
        self.assertTrue(renamed.has(path, "missing") and renamed.has(path + "x", "unlisted"), renamed.told())
        for leaving in ("../more.txt", "/more.txt", "a\\b"):
            self.assertEqual(self.archived(self.packed([*entries, (leaving, b"")])).exit, 3, leaving)
        for twice in (content, b"anything"):
            self.assertEqual(self.archived(self.packed([*entries, (path, twice)])).exit, 3)
        other, theirs = entries[middle + 1]
        swapped = self.archived(self.packed([*entries[:middle], (path, theirs), (other, content), *entries[middle + 2:]]))
        self.assertTrue(swapped.has(path, "other-bytes") and swapped.has(other, "other-bytes"), swapped.told())
        # In another order they are the same files: that is told, and nothing is wrong with them.
        order = self.archived(self.packed(entries[::-1]))
        self.assertEqual((order.exit, [code for _, code in order.told()]), (0, ["repacked"]))

    def test_every_byte_of_its_headers(self):
        last = len(self.zip) - END_BYTES
        start, = struct.unpack("<I", self.zip[last + 16:last + 20])
        headers = [*range(LOCAL_BYTES), *range(start, start + CENTRAL_BYTES), *range(last, len(self.zip))]
        chance = random.Random(SEED)
        headers += [chance.randrange(start, last) for _ in range(HEADER_FLIPS)]
        headers += [info.header_offset + chance.randrange(LOCAL_BYTES)
                    for info in chance.sample(zipfile.ZipFile(self.shelf.bundle).infolist(), HEADER_FLIPS)]
        headers += places(self.zip, "zip")
        changes = {f"byte {at}": flipped(self.zip, at) for at in sorted(set(headers))}
        changes |= {"bytes behind": self.zip + b"\0", "bytes before": b"MZ" + self.zip, "cut": self.zip[:-1],
                    "half": self.zip[:len(self.zip) // 2], "a comment": self.zip[:-2] + b"\1\0x", "empty": b""}
        cases = [(what, lambda content=content: self.archived(content)) for what, content in changes.items()]
        for what, verdict in all_verified(cases):
            with self.subTest(what):
                # What says nothing of the files changes nothing of the evidence; even so it is told.
                is_told = verdict.exit != 0 or [code for _, code in verdict.told()] == ["repacked"]
                self.assertTrue(is_told, verdict.told())


if __name__ == "__main__":
    unittest.main()
