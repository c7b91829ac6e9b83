"""The server of deploy/clustered/nats lets a bell ring, and nothing else."""

import re
import shutil
import socket
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

from postgres_server import ROOT
from servers import free_port

SHIPPED = ROOT / "deploy" / "clustered" / "nats" / "nats.conf"


class Visitor:
    """One connection that speaks the protocol of NATS by hand."""

    def __init__(self, port, password):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.lines = self.socket.makefile("r", newline="\r\n")
        self.greeting = next(self.lines)
        self.say(f'CONNECT {{"user":"khen","pass":"{password}","verbose":false}}')
        try:
            self.until_pong()
        except ConnectionError:
            self.close()
            raise

    def say(self, line):
        self.socket.sendall(f"{line}\r\n".encode())

    def until_pong(self):
        """Everything the server has said until it has heard everything; it may hang up before."""
        self.say("PING")
        said = []
        for line in self.lines:
            if line.startswith("PONG"):
                return said
            said.append(line.strip())
        raise ConnectionAbortedError(said)

    def close(self):
        self.lines.close()
        self.socket.close()


class Bell(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        assert shutil.which("nats-server"), "nats-server is missing: tests/run installs it into target/services"
        cls.folder = Path(tempfile.mkdtemp(prefix="khen-deploy-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cls.port = free_port()
        shipped = SHIPPED.read_text()
        text = shipped.replace("0.0.0.0:4222", f"127.0.0.1:{cls.port}").replace("127.0.0.1:8222", "127.0.0.1:-1")
        (cls.folder / "nats.conf").write_text(text)
        (cls.folder / "password.conf").write_text('KHEN_BELL_PASSWORD: "made-up"\n')
        cls.server = subprocess.Popen(["nats-server", "-c", cls.folder / "nats.conf"],
                                      stderr=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.end)
        said = []
        for line in cls.server.stderr:
            said.append(line)
            if "Server is ready" in line:
                return
        raise AssertionError("".join(said))

    @classmethod
    def end(cls):
        cls.server.kill()
        cls.server.wait()
        cls.server.stderr.close()

    def visit(self, password="made-up"):
        visitor = Visitor(self.port, password)
        self.addCleanup(visitor.close)
        return visitor

    def test_a_ring_is_heard(self):
        listener, ringer = self.visit(), self.visit()
        listener.say("SUB khen.bell.> 1")
        self.assertEqual(listener.until_pong(), [])
        ringer.say("PUB khen.bell.hon-quan 0\r\n")
        self.assertEqual(ringer.until_pong(), [])
        deadline = time.monotonic() + 10
        heard = []
        while not heard and time.monotonic() < deadline:
            heard = listener.until_pong()
        self.assertIn("MSG khen.bell.hon-quan 1 0", heard)

    def test_nothing_else_is_carried(self):
        visitor = self.visit()
        visitor.say("PUB khen.events 0\r\n")
        self.assertIn("Permissions Violation for Publish", " ".join(visitor.until_pong()))
        visitor.say("SUB > 1")
        self.assertIn("Permissions Violation for Subscription", " ".join(visitor.until_pong()))

    def test_a_ring_has_no_room_for_content(self):
        visitor = self.visit()
        self.assertIn('"max_payload":1024', visitor.greeting)
        with self.assertRaises(ConnectionError):
            visitor.say(f"PUB khen.bell.hon-quan 1025\r\n{'x' * 1025}")
            visitor.until_pong()

    def test_nobody_comes_in_without_the_password(self):
        with self.assertRaises(ConnectionError):
            self.visit("wrong")

    def test_the_examples_that_are_commented_out_are_understood(self):
        text = re.sub(r"^#(?! )(.*)$", r"\1", SHIPPED.read_text(), flags=re.MULTILINE)
        text = re.sub(r"^#(  .*)$", r"\1", text, flags=re.MULTILINE)
        self.assertIn("\ntls {", text)
        # Without certificates the check would end at the first missing file.
        done = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost",
                               "-keyout", self.folder / "server.key", "-out", self.folder / "server.crt"],
                              capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        (self.folder / "all.conf").write_text(text.replace("/etc/nats", str(self.folder)))
        done = subprocess.run(["nats-server", "-t", "-c", self.folder / "all.conf"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)


if __name__ == "__main__":
    unittest.main()
