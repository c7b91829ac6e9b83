#!/usr/bin/env python3
"""Kiểm tra gói bằng chứng ngoài mạng / checks an evidence bundle offline.

    python3 verify.py [FOLDER or ZIP] [--policy POLICY.txt]

Needs only the package `cryptography`. Exit codes: 0 everything holds, 1 a proof failed,
2 the policy is not met, 3 a file is malformed. Formats: c2sp.org (signed-note, tlog-checkpoint,
tlog-cosignature, tlog-proof, tlog-policy), RFC 6962 (tree), RFC 8785 (canonical JSON).
"""
import argparse, base64, hashlib, json, re, sys, unicodedata, zipfile, zlib
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

PROBLEMS = []  # (exit code, where, what)
BYTES_MAX = 512 << 20
LEAF = ("authid causationid correlationid datahash dataschema id recordedtime sequence source "
        "specversion subject subjectversion time type").split()


def problem(code, where, vi, en):
    PROBLEMS.append(code)
    print(f"✘ {where}: {vi}\n  {where}: {en}")


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def b64(text):
    data = base64.b64decode(text, validate=True)
    if base64.b64encode(data).decode() != text:
        raise ValueError("base64 is not canonical")
    return data


def canonical(value):
    """RFC 8785 for what a ledger may hold: no floats, text in NFC."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be"))
        return "{" + ",".join(canonical(key) + ":" + canonical(value[key]) for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float) or isinstance(value, int) and abs(value) >= 1 << 53:
        raise ValueError("a number is no integer within 2^53")
    if isinstance(value, str) and unicodedata.normalize("NFC", value) != value:
        raise ValueError("a text is not in normalisation form C")
    return json.dumps(value, ensure_ascii=False)


def note(text):
    body, blank, lines = text.rpartition("\n\n")
    if not blank or re.search(r"[\0-\x09\x0b-\x1f]", text) or not lines.endswith("\n"):
        raise ValueError("no signed note")
    signatures = {}
    for line in lines[:-1].split("\n"):
        name, blob = re.fullmatch(r"— ([^\s+]+) (\S+)", line).groups()
        blob = b64(blob)
        if (name, blob[:4]) in signatures:
            raise ValueError("two lines of one key")
        signatures[name, blob[:4]] = blob[4:]
    return body + "\n", signatures


class Key:
    def __init__(self, vkey):
        self.name, key_id, key = vkey.split("+", 2)
        self.id, key = bytes.fromhex(key_id), b64(key)
        if sha(self.name.encode(), b"\n", key)[:4] != self.id or len(key) != 33:
            raise ValueError("the id is not that of the key")
        self.kind, self.public = key[0], Ed25519PublicKey.from_public_bytes(key[1:])

    def signed(self, where, text, signatures):
        blob = signatures.get((self.name, self.id))
        if blob is None:
            return False
        if self.kind == 4:
            at, blob = int.from_bytes(blob[:8], "big"), blob[8:]
            text = f"cosignature/v1\ntime {at}\n{text}"
        try:
            self.public.verify(blob, text.encode())
        except InvalidSignature:
            problem(1, where, f"chữ ký của {self.name} sai", f"the signature of {self.name} does not fit")
        return True


class Policy:
    def __init__(self, text):
        self.logs, self.parties, self.quorum = [], {}, None
        for words in map(str.split, text.splitlines()):
            if not words or words[0].startswith("#"):
                continue
            if words[0] == "log":
                self.logs.append(Key(words[1]))
            elif words[0] == "witness":
                self.parties[words[1]] = Key(words[2])
            elif words[0] == "group":
                least = {"any": 1, "all": len(words) - 3}.get(words[2]) or int(words[2])
                self.parties[words[1]] = (least, words[3:])
            elif words[0] == "quorum":
                self.quorum = words[1]
            else:
                raise ValueError("no line of a policy")
        if self.quorum is None or self.quorum not in [*self.parties, "none"]:
            raise ValueError("there is no quorum")

    def signed(self, where, names, text, signatures):
        found = [key.signed(where, text, signatures) for key in self.logs if key.name in names]
        if not any(found):
            problem(2, where, "nhật ký trong chính sách chưa ký", "no log of the policy has signed")

    def check(self, where, text, signatures):
        self.signed(where, [text.split("\n")[0]], text, signatures)
        has = {"none": True}
        for name, party in self.parties.items():
            has[name] = (party.signed(where, text, signatures) if isinstance(party, Key)
                         else sum(has[one] for one in party[1]) >= party[0])
        if not has[self.quorum]:
            problem(2, where, "chưa đủ bên chứng kiến", f"the quorum `{self.quorum}` is not met")


def read(place):
    """Every file of the folder or zip, by path."""
    if place.is_dir():
        return {one.relative_to(place).as_posix(): one.read_bytes()
                for one in sorted(place.rglob("*")) if one.is_file()}
    with zipfile.ZipFile(place) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len({entry.filename for entry in entries}) != len(entries):
            raise ValueError("two files have one path")
        if sum(entry.file_size for entry in entries) > BYTES_MAX:
            raise ValueError("the archive is too large")
        return {entry.filename: archive.read(entry) for entry in entries}


def check_manifest(files, policy):
    text, signatures = note(files["MANIFEST.txt"].decode())
    lines = text[:-1].split("\n")
    origin = lines[0].removesuffix("/evidence/v1")
    policy.signed("MANIFEST.txt", [origin, lines[0]], text, signatures)
    heads = dict(line.split(" ", 1) for line in lines[1:7])
    listed = {"MANIFEST.txt", "verify.html"}
    for line in lines[7:]:
        word, digest, size, path = line.split(" ")
        data = files.get(path)
        listed.add(path)
        if data is None:
            problem(1, path, "thiếu tệp đã được ký", "a file that was signed for is not there")
        elif sha(data).hex() != digest or len(data) != int(size):
            problem(1, path, "nội dung khác với tệp đã ký", "not the file that was signed for")
    for path in files.keys() - listed:
        problem(1, path, "tệp thừa, không ai ký", "nobody signed for this file")
    opening = '<script type="application/json" id="bundle">'
    before, _, after = files["verify.html"].decode().partition(opening)
    page = before + opening + after[after.index("</script>"):]
    if sha(page.encode()).hex() != heads["page"]:
        problem(1, "verify.html", "nội dung khác với tệp đã ký", "not the page that was signed for")
    return origin, heads


def inclusion(leaf, index, size, path):
    """RFC 9162 section 2.1.3.2."""
    fn, sn, node = index, size - 1, leaf
    for sibling in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            node = sha(b"\1", sibling, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha(b"\1", node, sibling)
        fn, sn = fn >> 1, sn >> 1
    return node if sn == 0 else None


def is_grown(old, old_root, size, root, path):
    """RFC 9162 section 2.1.4.2; every tree grew from the one without leaves."""
    if old in (0, size):
        return not path and old_root == (sha() if old == 0 else root)
    if old > size or not path and old & (old - 1):
        return False
    fn, sn = old - 1, size - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    first, *path = path if old & (old - 1) else [old_root, *path]
    one = other = first
    for sibling in path:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            one, other = sha(b"\1", sibling, one), sha(b"\1", sibling, other)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            other = sha(b"\1", other, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and one == old_root and other == root


def check_earlier(files, policy, origin, size, root):
    count = 0
    for path in sorted(path for path in files if path.startswith("checkpoints/") and path.endswith(".txt")):
        text, signatures = note(files[path].decode())
        its_origin, old, old_root, *_ = text.split("\n")
        policy.signed(path, [its_origin], text, signatures)
        proof = files[path.removesuffix(".txt") + ".consistency"].decode().splitlines()
        if its_origin != origin:
            problem(1, path, "thuộc nhật ký khác", "of another log")
        if not is_grown(int(old), b64(old_root), size, root, list(map(b64, proof))):
            problem(1, path, "nhật ký không lớn lên từ điểm này", "the log did not grow from this checkpoint")
        count += 1
    if count:
        print(f"· {count} điểm niêm phong trước đây / earlier checkpoints")


def check_event(where, event, files, checkpoint):
    leaf = canonical({member: event[member] for member in LEAF})
    if "data" in event:
        salt, data = b64(event["datasalt"]), canonical(event["data"]).encode()
        digest = sha(b"khen/datahash/v1\n", salt, data).hex()
        if event["datahash"] != "sha256:" + digest or len(salt) != 32:
            problem(1, where, "nội dung không khớp datahash", "the data is not what `datahash` says")
    position = int(event["sequence"])
    where = f"proofs/{position}.tlog-proof"
    if where not in files:
        return problem(1, where, "thiếu bằng chứng", "there is no proof for the event")
    head, _, own_checkpoint = files[where].decode().partition("\n\n")
    first, index, *path = head.split("\n")
    if first != "c2sp.org/tlog-proof@v1" or index != f"index {position}":
        problem(1, where, "bằng chứng dành cho vị trí khác", "the proof is for another position")
    if own_checkpoint != checkpoint:
        problem(1, where, "bằng chứng dẫn đến điểm niêm phong khác", "another checkpoint")
    _, size, root, *_ = checkpoint.split("\n")
    if inclusion(sha(b"\0", leaf.encode()), position, int(size), map(b64, path)) != b64(root):
        problem(1, where, "sự kiện không nằm trong nhật ký", "the event is not proven to be in the log")


def check_events(files, heads, checkpoint):
    positions, version = [], 0
    for number, line in enumerate(files["events.ndjson"].decode().rstrip("\n").split("\n"), 1):
        event, where = json.loads(line), f"events.ndjson:{number}"
        check_event(where, event, files, checkpoint)
        if positions and int(event["sequence"]) <= positions[-1]:
            problem(1, where, "sai thứ tự", "positions do not ascend")
        if event["subject"] == heads["subject"]:
            version += 1
            if int(event["subjectversion"]) != version:
                problem(1, where, f"thiếu phiên bản {version}", f"version {version} is missing")
        positions.append(int(event["sequence"]))
    ends = f"{positions[0]} {positions[-1] + 1}" if positions else ""
    if ends != heads["range"] or version == 0:
        problem(1, "events.ndjson", "khác phạm vi đã ký", "not the range that was signed for")
    proofs = {path for path in files if path.startswith("proofs/")}
    for path in proofs - {f"proofs/{position}.tlog-proof" for position in positions}:
        problem(1, path, "bằng chứng không thuộc sự kiện nào", "the proof is for no event")
    return len(positions)


def check(files, policy):
    origin, heads = check_manifest(files, policy)
    if sha(files["policy.txt"]).hex() != heads["policy"]:
        problem(1, "policy.txt", "khác chính sách đã ký", "not the policy that was signed for")
    checkpoint = files["checkpoint.txt"].decode()
    text, signatures = note(checkpoint)
    policy.check("checkpoint.txt", text, signatures)
    if text.split("\n")[:3] != [origin, heads["size"], heads["root"]]:
        problem(1, "checkpoint.txt", "khác với MANIFEST.txt", "not the tree of MANIFEST.txt")
    check_earlier(files, policy, origin, int(heads["size"]), b64(heads["root"]))
    count = check_events(files, heads, checkpoint)
    print(f"· {count} sự kiện, nhật ký {origin}, {heads['size']} lá, mã gốc {heads['root']}")


def main():
    reader = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    reader.add_argument("place", nargs="?", default=".", type=Path)
    reader.add_argument("--policy", type=Path)
    arguments = reader.parse_args()
    try:
        files = read(arguments.place)
        own = files["policy.txt"] if arguments.policy is None else arguments.policy.read_bytes()
        policy = Policy(own.decode())
        if arguments.policy is None:
            print("! Hãy so các khóa trong policy.txt với khóa in trong văn bản hoặc niêm yết công khai.\n"
                  "  Compare the keys in policy.txt with the ones printed in the mandate or published.")
        check(files, policy)
    except KeyError as error:
        problem(3, error.args[0], "thiếu", "missing")
    except (ValueError, TypeError, AttributeError, IndexError, RecursionError, OSError,
            zipfile.BadZipFile, zlib.error) as error:
        problem(3, arguments.place, "không đúng định dạng", f"malformed: {error}")
    code = next((code for code in (1, 3, 2) if code in PROBLEMS), 0)
    print(("ĐẠT / OK", "KHÔNG ĐẠT / FAILED", "CHƯA ĐỦ CHỮ KÝ / POLICY NOT MET",
           "KHÔNG ĐỌC ĐƯỢC / MALFORMED")[code])
    return code


if __name__ == "__main__":
    sys.exit(main())
