"""A client of the Sở Nội vụ, written by strangers: PyJWT signs, `cryptography` makes the keys."""

import json
import re
import subprocess
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
import uuid

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519

from served import KHEN, LEDGER, Season, khen

KIND = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
EVENTS = f"/export/v1/{LEDGER}/events?from=0&limit=5"


def public(key):
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo).decode()


def private(key):
    return key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
                             serialization.NoEncryption()).decode()


class Clients(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)
        cls.told = json.loads(cls.season.get("/.well-known/oauth-authorization-server"))

    def office(self, *words):
        return khen("client", *words, "--data", self.season.data).split()

    def register(self, key, *scopes):
        file = self.season.folder / "client.pub"
        file.write_text(public(key))
        words = [word for scope in scopes for word in ("--scope", scope)]
        return self.office("register", "--ledger", LEDGER, "--name", "Sở Nội vụ minh họa", "--key", file, *words)[-1]

    def assertion(self, client, key, algorithm, **claims):
        now = int(time.time())
        usual = {"iss": client, "sub": client, "aud": self.told["token_endpoint"], "jti": str(uuid.uuid4()),
                 "iat": now, "exp": now + 60}
        return jwt.encode(usual | claims, key, algorithm=algorithm)

    def ask(self, assertion, **more):
        form = {"grant_type": "client_credentials", "client_assertion_type": KIND, "client_assertion": assertion}
        body = urllib.parse.urlencode(form | more).encode()
        try:
            with urllib.request.urlopen(self.told["token_endpoint"], body) as answer:
                self.assertEqual(answer.headers["Cache-Control"], "no-store")
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def read(self, token, path=EVENTS):
        try:
            return 200, json.loads(self.season.get(path, Authorization=f"Bearer {token}"))
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def test_both_kinds_of_keys_get_a_token_that_reads_the_feed(self):
        for key, algorithm in [(ed25519.Ed25519PrivateKey.generate(), "EdDSA"),
                               (ec.generate_private_key(ec.SECP256R1()), "ES256")]:
            with self.subTest(algorithm):
                client = self.register(key, "export.read", "export.ack")
                status, granted = self.ask(self.assertion(client, key, algorithm), scope="export.read")
                self.assertEqual((status, granted["scope"]), (200, "export.read"), granted)
                status, events = self.read(granted["access_token"])
                self.assertEqual((status, len(events)), (200, 5), events)
                self.assertEqual(self.read(granted["access_token"], "/api/v1/me")[0], 403)

    def test_what_does_not_hold_gets_none(self):
        key = ed25519.Ed25519PrivateKey.generate()
        client = self.register(key, "export.read")
        whole = self.assertion(client, key, "EdDSA")
        self.assertEqual(self.ask(whole)[0], 200)
        other = ed25519.Ed25519PrivateKey.generate()
        # The public key as the secret of an HMAC: PyJWT refuses to sign so, and the header alone must not do.
        head, claims, signature = self.assertion(client, key, "EdDSA").split(".")
        shared = jwt.utils.base64url_encode(b'{"alg":"HS256"}').decode()
        for name, wrong in {
            "used": whole,
            "another key": self.assertion(client, other, "EdDSA"),
            "another algorithm": ".".join([shared, claims, signature]),
            "another audience": self.assertion(client, key, "EdDSA", aud="https://khen.example"),
            "old": self.assertion(client, key, "EdDSA", exp=int(time.time()) - 120),
            "long": self.assertion(client, key, "EdDSA", exp=int(time.time()) + 3600),
        }.items():
            with self.subTest(name):
                status, answer = self.ask(wrong)
                self.assertEqual((status, answer["error"]), (401, "invalid_client"), answer)
        status, answer = self.ask(self.assertion(client, key, "EdDSA"), scope="export.blobs")
        self.assertEqual((status, answer["error"]), (400, "invalid_scope"), answer)

    def test_a_key_is_replaced_and_a_client_revoked_while_the_server_runs(self):
        old, new = (ed25519.Ed25519PrivateKey.generate() for _ in range(2))
        client = self.register(old, "export.read")
        file = self.season.folder / "new.pub"
        file.write_text(public(new))
        self.office("add-key", client, "--key", file)
        for key in (old, new):
            self.assertEqual(self.ask(self.assertion(client, key, "EdDSA"))[0], 200)
        listed = khen("client", "list", "--data", self.season.data)
        first = re.search(rf"^{client} .*\n(?:  ledger .*\n)+  key (\S+)", listed, re.M).group(1)
        self.office("remove-key", client, first)
        self.assertEqual(sorted(self.ask(self.assertion(client, key, "EdDSA"))[0] for key in (old, new)), [200, 401])
        status, granted = self.ask(self.assertion(client, new, "EdDSA"))
        if status != 200:  # Two keys of one second are listed by their ids.
            _, granted = self.ask(self.assertion(client, old, "EdDSA"))
        self.assertEqual(self.read(granted["access_token"])[0], 200)
        self.office("revoke", client)
        self.assertEqual(self.read(granted["access_token"])[0], 401)

    def test_the_puller_takes_a_key_made_by_strangers(self):
        key = ec.generate_private_key(ec.SECP256R1())
        client = self.register(key, "export.read")
        file = self.season.folder / "client.key"
        file.write_text(private(key))
        mirror = self.season.folder / "mirror"
        command = [KHEN, "pull", "--url", self.season.address, "--client", client, "--key", file, "--ledger", LEDGER,
                   "--to", mirror, "--once"]
        done = subprocess.run(command, capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        size = json.loads(self.season.get(
            "/export/v1/ledgers", Authorization=f"Bearer {self.season.token('auditor')}"))["ledgers"][0]["log_size"]
        kept = json.loads((mirror / LEDGER / "state.json").read_text())["next"]
        self.assertEqual(kept, size)


if __name__ == "__main__":
    unittest.main()
