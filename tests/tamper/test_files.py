"""No file that left the office can be changed unseen: mirror, log, segment, proof."""

import json
import shutil
import unittest

from office import LEDGER
from shelf import FORKED_AT, Shelf
from verifier import Copy, all_verified, byte_changes, flipped, line_changes, places, verify

# Files of a mirror of which nothing is proven: they say what is being worked on, not what happened.
UNPROVEN = {"lock", "blobs.json", "download/a-part"}
EVENTS = "00000000000000000000.ndjson"
# What the leaf of an event holds and nothing else in it says: a change shows in the root alone.
LEAF_ALONE = {"authid", "causationid", "correlationid", "id", "recordedtime", "time", "subject", "subjectversion"}


def changes_leaf_alone(before, after):
    """Whether both are events that differ in members that only their leaf holds."""
    try:
        one, other = json.loads(before), json.loads(after)
    except ValueError:
        return False
    return {name for name in {*one, *other} if one.get(name) != other.get(name)} <= LEAF_ALONE


class Files(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shelf = Shelf()
        cls.addClassCleanup(cls.shelf.remove)

    def mirror(self, folder, *more):
        return verify("mirror", folder, "--policy", self.shelf.policy, *more)

    def changed(self, folder, changes, check):
        """The verdict of each change, which is a path and its new content, none where it is removed."""
        def case(what, path, content):
            def verdict():
                with Copy(folder) as copy:
                    if content is None:
                        copy.remove(path)
                    else:
                        copy.write(path, content)
                    return check(copy.folder)
            return (path, what), verdict
        return all_verified([case(*change) for change in changes])

    def assert_found(self, folder, changes, check, also=()):
        """Each change is found, and told of at its file or at one of `also`."""
        for (path, what), verdict in self.changed(folder, changes, check):
            with self.subTest(f"{path}: {what}"):
                self.assertNotEqual(verdict.exit, 0, "it was not found")
                self.assertTrue(any(verdict.has(at) for at in (path, *also)), verdict.told())

    def small(self, folder, path):
        """Every change of a small file that changes what it says."""
        content = (folder / path).read_bytes()
        for what, after in [*byte_changes(content, path), *line_changes(content, path)]:
            if after != content:
                yield what, path, after
        yield "dropped", path, None

    def test_what_nobody_changed_is_whole(self):
        shelf = self.shelf
        for verdict in (self.mirror(shelf.mirror), self.mirror(shelf.log), self.mirror(shelf.mirror_before),
                        verify("segment", shelf.segment, "--policy", shelf.policy),
                        verify("segment", shelf.segment, "--policy", shelf.policy, "--mirror", shelf.log),
                        verify("proof", shelf.proof, "--event", shelf.event, "--policy", shelf.policy)):
            self.assertEqual((verdict.exit, verdict.problems), (0, []))
        self.assertEqual(self.mirror(shelf.mirror).checked["not-here"], 0)

    def test_every_small_file_of_a_mirror(self):
        folder = self.shelf.mirror
        for path in ("state.json", "checkpoint", "vkey", "export-vkey"):
            # A checkpoint that is gone or torn is all that can be told.
            self.assert_found(folder, list(self.small(folder, path)), self.mirror)

    def test_no_file_of_a_mirror_is_forgotten(self):
        known = {"state.json", "checkpoint", "vkey", "export-vkey", EVENTS, "blobs", "download", "lock", "blobs.json"}
        self.assertEqual({path.name for path in self.shelf.mirror.iterdir()}, known)
        for path in UNPROVEN:
            with Copy(self.shelf.mirror) as copy:
                copy.write(path, b"anything")
                self.assertEqual(self.mirror(copy.folder).exit, 0, path)

    def test_strange_files_in_a_mirror(self):
        for path in ("more.txt", "00000000000000004096.ndjson", "later.ndjson", "blobs/more.pdf", ".hidden"):
            self.assert_found(self.shelf.mirror, [("added", path, b"anything\n")], self.mirror)

    def test_flipped_bytes_of_events_are_named_with_their_line(self):
        folder = self.shelf.mirror
        content = (folder / EVENTS).read_bytes()
        lines = content.splitlines(keepends=True)
        flips = {}
        for number in range(0, len(lines), len(lines) // 60):
            at = places(lines[number], f"line {number}")[number % 5]
            flips[number] = flipped(lines[number], at)
        self.assertGreater(len(flips), 50)
        alone = {number for number, line in flips.items() if changes_leaf_alone(lines[number], line)}
        self.assertLess(len(alone), len(flips) / 2)

        def with_flips(numbers):
            return b"".join(flips[number] if number in numbers else line for number, line in enumerate(lines))

        with Copy(folder) as copy:
            copy.write(EVENTS, with_flips(set(flips) - alone))
            verdict = self.mirror(copy.folder)
        for number in set(flips) - alone:
            self.assertTrue(verdict.has(f"{EVENTS}:{number + 1}"), f"line {number + 1}: {flips[number][:300]}")
        # Their leaf is all that is other: without tiles the tree tells that one was changed, not which.
        found = [("leaf", EVENTS, with_flips({number})) for number in sorted(alone)[:8]]
        self.assert_found(folder, found, self.mirror, also=["checkpoint"])

    def test_a_changed_leaf_is_named_with_its_line_where_the_tiles_are_there(self):
        lines = (self.shelf.mirror / EVENTS).read_bytes().splitlines(keepends=True)
        event = json.loads(lines[FORKED_AT])
        event["authid"] += "x"
        lines[FORKED_AT] = json.dumps(event, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        with Copy(self.shelf.mirror) as copy:
            shutil.copytree(self.shelf.log / "tile", copy.folder / "tile")
            copy.write(EVENTS, b"".join(lines))
            verdict = self.mirror(copy.folder)
        self.assertTrue(verdict.has(f"{EVENTS}:{FORKED_AT + 1}", "other-leaf"), verdict.told())

    def test_lines_of_events(self):
        folder = self.shelf.mirror
        content = (folder / EVENTS).read_bytes()
        changes = [(what, EVENTS, after) for what, after in line_changes(content, EVENTS)]
        lines = content.splitlines(keepends=True)
        changes += [("last line cut", EVENTS, b"".join(lines[:-1])), ("last byte cut", EVENTS, content[:-1]),
                    ("emptied", EVENTS, b""), ("dropped", EVENTS, None),
                    ("a copy of the last line behind the end", EVENTS, content + lines[-1]),
                    ("a space in a line", EVENTS, content.replace(b'","', b'", "', 1))]
        # A tail that is gone has no line: what is told is that events are missing, and from where on.
        self.assert_found(folder, changes, self.mirror, also=["events"])

    def test_documents_of_a_mirror(self):
        folder = self.shelf.mirror
        papers = sorted(path.name for path in (folder / "blobs").iterdir())
        self.assertGreater(len(papers), 20)
        for what in ("flipped", "cut", "swapped"):
            with Copy(folder) as copy:
                contents = [(folder / "blobs" / paper).read_bytes() for paper in papers]
                for number, paper in enumerate(papers):
                    content = contents[number]
                    place = places(content, paper)[number % 5]
                    after = {"flipped": flipped(content, place), "cut": content[:-1], "swapped": contents[number - 1]}
                    copy.write(f"blobs/{paper}", after[what])
                verdict = self.mirror(copy.folder)
            for paper in papers:
                self.assertTrue(verdict.has(f"blobs/{paper}", "other-name"), f"{paper} {what}")
        with Copy(folder) as copy:
            copy.remove(f"blobs/{papers[0]}")
            verdict = self.mirror(copy.folder)
        # Nobody can tell a document that was taken away from one that was not handed out; it is counted.
        self.assertEqual((verdict.exit, verdict.checked["not-here"]), (0, 1))

    def test_yesterdays_copy_of_each_file_of_a_mirror(self):
        today, before = self.shelf.mirror, self.shelf.mirror_before
        changes = [("yesterday's", path, (before / path).read_bytes())
                   for path in ("state.json", "checkpoint", EVENTS)]
        (state, older, events) = changes
        self.assert_found(today, [state, events], self.mirror, also=["events"])
        # An older checkpoint is true: what came after it is told to be unsealed.
        ((_, verdict),) = self.changed(today, [older], self.mirror)
        self.assertEqual((verdict.exit, verdict.checked["unsealed"]), (0, 100))
        # Whoever holds the newer one misses nothing of it.
        seen = lambda folder: self.mirror(folder, "--seen", today / "checkpoint")
        self.assert_found(before, [("as it was", "vkey", (before / "vkey").read_bytes())], seen,
                          also=[str(today / "checkpoint")])

    def test_a_mirror_that_was_turned_back_as_a_whole(self):
        today, before = self.shelf.mirror, self.shelf.mirror_before
        self.assertEqual(self.mirror(before).exit, 0, "nothing in it can tell")
        newer = today / "checkpoint"
        verdict = self.mirror(before, "--seen", newer)
        self.assertEqual((verdict.exit, verdict.told()), (1, [(str(newer), "rolled-back")]))
        older = before / "checkpoint"
        self.assertEqual(self.mirror(today, "--seen", older, newer).told(), [])
        # It only has to go on: the office still has what it lost.
        with Copy(before) as copy:
            for path in [path for path in copy.folder.rglob("*") if path.is_file()]:
                copy.write(path.relative_to(copy.folder), path.read_bytes())
            with self.shelf.office.serving() as address:
                code, said = self.shelf.office.pull(address, self.shelf.token, copy.folder.parent, "--blobs")
            self.assertEqual(code, 0, said)
            for path in (EVENTS, "state.json", "checkpoint"):
                self.assertEqual((copy.folder / path).read_bytes(), (today / path).read_bytes(), path)

    def test_two_histories_are_told_to_both_clients(self):
        shelf = self.shelf
        forked = shelf.office.forked(FORKED_AT)
        self.addCleanup(forked.remove)
        with forked.serving() as address:
            theirs = shelf.pulled(forked, address, "theirs")
            with Copy(shelf.mirror) as ours:
                code, said = forked.pull(address, shelf.token, ours.folder.parent)
                self.assertEqual(code, 7, said)
                evidence = sorted((ours.folder / "alarm").iterdir())
            self.assertEqual(self.mirror(theirs).exit, 0, "each history is sound by itself")
        both = shelf.mirror / "checkpoint", theirs / "checkpoint"
        verdict = verify("checkpoints", *both, "--policy", shelf.policy)
        self.assertEqual((verdict.exit, verdict.told()), (1, [(str(both[1]), "fork")]))
        self.assertTrue(evidence)
        for folder, other in ((shelf.mirror, both[1]), (theirs, both[0])):
            # Of another size as well: the events between them say which it was.
            for seen in (other, shelf.mirror_before / "checkpoint"):
                verdict = self.mirror(folder, "--seen", seen)
                is_theirs = seen == other or folder == theirs
                self.assertEqual(verdict.told(), [(str(seen), "fork")] if is_theirs else [])

    def test_every_file_of_a_log_and_its_segments(self):
        folder = self.shelf.log
        paths = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
        self.assertTrue(any(path.startswith("tile/entries") for path in paths))
        for path in paths:
            content = (folder / path).read_bytes()
            changes = [(what, path, after) for what, after in byte_changes(content, path)]
            # The tile of leaves is where the tree begins: what it no longer makes is told of what follows.
            above = ["checkpoint", "tile/1/000.p/5"] if path.startswith("tile/") else []
            self.assert_found(folder, [*changes, ("dropped", path, None)], self.mirror, also=above)

    def test_a_segment(self):
        folder = self.shelf.segment
        alone = lambda changed: verify("segment", changed, "--policy", self.shelf.policy)
        content = (folder / "events.ndjson.zst").read_bytes()
        changes = [(what, "events.ndjson.zst", after) for what, after in byte_changes(content)]
        changes += [("dropped", "events.ndjson.zst", None), *self.small(folder, "manifest.txt")]
        self.assert_found(folder, changes, alone)

    def test_a_proof(self):
        def check(proof, event=self.shelf.event):
            return verify("proof", proof, "--event", event, "--policy", self.shelf.policy)
        folder = self.shelf.place
        for path, other in (("40.tlog-proof", "proof"), ("event.json", "event")):
            content = (folder / path).read_bytes()
            for what, after in [*byte_changes(content, path), *line_changes(content, path)]:
                if path == "event.json" and after == content + b"\n":
                    continue
                with self.subTest(f"{path}: {what}"), Copy(self.shelf.segment) as place:
                    place.write(path, after)
                    mine = [place.folder / path if path == name else folder / name
                            for name in ("40.tlog-proof", "event.json")]
                    verdict = check(*mine)
                    self.assertNotEqual(verdict.exit, 0, "it was not found")
                    told = {at for at, _ in verdict.told()}
                    self.assertLessEqual(told, {"proof", "event", str(place.folder / path)})
        # An older one is true as well: it leads to the checkpoint of its day.
        older = self.shelf.written("older.tlog-proof", self.shelf.proof_before)
        self.assertEqual(check(older).exit, 0)


if __name__ == "__main__":
    unittest.main()
