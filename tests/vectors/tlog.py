#!/usr/bin/env python3
"""Writes tlog.json: the reference vectors of Khen's transparency log.

Independent of the product on purpose: a few lines of Python over `cryptography`,
so that the product can be checked against something it did not produce.
Formats: RFC 6962 section 2.1 (tree), RFC 8785 (canonical JSON), C2SP signed-note,
tlog-checkpoint, tlog-tiles, tlog-cosignature and tlog-proof.
The keys are made from fixed seeds and are for tests only.
"""
import base64, hashlib, json, struct, sys
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

b64 = lambda b: base64.b64encode(b).decode()
sha = lambda b: hashlib.sha256(b).digest()
leaf_hash = lambda d: sha(b"\0" + d)
node_hash = lambda l, r: sha(b"\1" + l + r)

def split(n):
    p = 1
    while p * 2 < n:
        p *= 2
    return p

def root(D):
    if not D: return sha(b"")
    if len(D) == 1: return leaf_hash(D[0])
    k = split(len(D)); return node_hash(root(D[:k]), root(D[k:]))

def inclusion(m, D):
    if len(D) == 1: return []
    k = split(len(D))
    return inclusion(m, D[:k]) + [root(D[k:])] if m < k else inclusion(m - k, D[k:]) + [root(D[:k])]

def subproof(m, D, whole):
    if m == len(D): return [] if whole else [root(D)]
    k = split(len(D))
    if m <= k: return subproof(m, D[:k], whole) + [root(D[k:])]
    return subproof(m - k, D[k:], False) + [root(D[:k])]

consistency = lambda m, D: subproof(m, D, True)
jcs = lambda o: json.dumps(o, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()  # string and integer members only
key_id = lambda name, kind, pk: sha(name.encode() + b"\n" + bytes([kind]) + pk)[:4]
vkey = lambda name, kind, pk: f"{name}+{key_id(name, kind, pk).hex()}+{b64(bytes([kind]) + pk)}"

def key(seed):
    sk = Ed25519PrivateKey.from_private_bytes(seed)
    return sk, sk.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)

def sign(name, sk, pk, text):
    return f"\u2014 {name} {b64(key_id(name, 1, pk) + sk.sign(text.encode()))}\n"

def cosign(name, sk, pk, text, at):
    message = f"cosignature/v1\ntime {at}\n{text}".encode()
    return f"\u2014 {name} {b64(key_id(name, 4, pk) + struct.pack('>Q', at) + sk.sign(message))}\n"

ORIGIN, WITNESS = "khen.example/log/hon-quan", "so-noi-vu.example/witness/w1"
log_sk, log_pk = key(bytes(range(0, 32)))
wit_sk, wit_pk = key(bytes(range(32, 64)))
SOURCE = "https://khen.example/export/v1/hon-quan"

# (stream type, event, subject, version, business time, the event itself): samples of the form, not of the domain
CASES = [
    ("campaign", "campaign_launched", "campaign/HQ-CCHC-2024", "1", "2024-03-15T01:00:00.000000Z",
     {"title": "Thực hiện cải cách hành chính, nâng cao chỉ số cải cách hành chính"}),
    ("nomination", "nominee_proposed", "nomination/HQ-CCHC-2024-0007", "2", "2024-11-05T02:10:00.000000Z",
     {"nominee_kind": "individual", "nominee_ref": "9f2c6e0d5a1b4c7388aa01be77d0c4f2"}),
    ("submission", "submission_sent", "submission/HQ-CCHC-2024-thanh-binh-1", "4", "2024-11-27T03:00:00.000000Z",
     {"parts": ["submission_letter", "minutes_extract"], "list": ["HQ-CCHC-2024-0007"]}),
    ("nomination", "review_passed", "nomination/HQ-CCHC-2024-0007", "9", "2024-12-16T07:30:00.000000Z", {"criteria_version": 1}),
    ("decision", "decision_signed", "decision/HQ-CCHC-2024-1", "4", "2024-12-27T02:00:00.000000Z", {"collectives": 5, "individuals": 9}),
]

def event(i):
    stream, name, subject, version, time, body = CASES[i]
    data = {"by": {"principal": f"p-demo-{i}", "assignment": f"a-demo-{i}"}, "event": body}
    salt = sha(f"demo-salt-{i}".encode())
    datahash = "sha256:" + sha(b"khen/datahash/v1\n" + salt + jcs(data)).hex()
    attributes = {
        "authid": f"a-demo-{i}", "causationid": sha(f"demo-command-{i}".encode())[:16].hex(), "correlationid": f"demo-request-{i}",
        "datahash": datahash, "dataschema": f"{SOURCE}/schemas/{stream}.{name}/v1", "id": f"01930000-0000-7000-8000-{i:012}",
        "recordedtime": time[:-7] + f"{i + 1:06}Z", "sequence": f"{i:020}", "source": SOURCE,
        "specversion": "1.0", "subject": subject, "subjectversion": version, "time": time,
        "type": f"vn.khen.{stream}.{name}.v1",
    }
    return {"attributes": attributes, "datasalt": b64(salt), "data": data, "jcs_data": jcs(data).decode()}, jcs(attributes)

events, leaves = zip(*[event(i) for i in range(len(CASES))])
leaves = list(leaves)
text = lambda n: f"{ORIGIN}\n{n}\n{b64(root(leaves[:n]))}\n"
note = lambda n, at: text(n) + "\n" + sign(ORIGIN, log_sk, log_pk, text(n)) + cosign(WITNESS, wit_sk, wit_pk, text(n), at)
proof = lambda i, n, at: "c2sp.org/tlog-proof@v1\n" + f"index {i}\n" + "".join(b64(h) + "\n" for h in inclusion(i, leaves[:n])) + "\n" + note(n, at)
classic = [bytes.fromhex(h) for h in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")]

vectors = {
    "rfc6962": {"leaves_hex": [c.hex() for c in classic], "roots_by_size_hex": [root(classic[:n]).hex() for n in range(9)],
                "inclusion": [{"index": i, "size": n, "path_hex": [h.hex() for h in inclusion(i, classic[:n])]} for n in range(1, 9) for i in range(n)],
                "consistency": [{"old": m, "size": n, "proof_hex": [h.hex() for h in consistency(m, classic[:n])]} for n in range(1, 9) for m in range(1, n + 1)]},
    "keys": {"log": {"name": ORIGIN, "seed_hex": bytes(range(0, 32)).hex(), "vkey": vkey(ORIGIN, 1, log_pk)},
             "witness": {"name": WITNESS, "seed_hex": bytes(range(32, 64)).hex(), "vkey": vkey(WITNESS, 4, wit_pk)}},
    "origin_sha256_hex": sha(ORIGIN.encode()).hex(),
    "events": [dict(e, leaf=l.decode(), leaf_length=len(l), leaf_hash_hex=leaf_hash(l).hex()) for e, l in zip(events, leaves)],
    "roots_by_size_hex": [root(leaves[:n]).hex() for n in range(len(leaves) + 1)],
    "checkpoints": {str(n): note(n, 1734338700) for n in (3, 5)},
    "consistency_3_5": [b64(h) for h in consistency(3, leaves)],
    "proof_3_5": proof(3, 5, 1734338700),
    "tile_0_000_p5_hex": b"".join(map(leaf_hash, leaves)).hex(),
    "tile_entries_000_p5_sha256_hex": sha(b"".join(struct.pack(">H", len(l)) + l for l in leaves)).hex(),
    "tile_paths": {str(n): p for n, p in ((0, "000"), (255, "255"), (1000, "x001/000"), (1234067, "x001/x234/067"))},
}
json.dump(vectors, open(sys.argv[1] if len(sys.argv) > 1 else "tlog.json", "w"), ensure_ascii=False, indent=1)
