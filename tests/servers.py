"""What every private server of the checks is started with."""

import os
import socket
from pathlib import Path

# Whom Postgres runs as where the checks run as root, which it refuses to do.
POSTGRES_USER = "postgres"


def postgres_programs():
    """The folder with the programs of the newest Postgres that is installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    path = [Path(folder) for folder in os.environ.get("PATH", "").split(":")]
    for folder in [*debian, *path]:
        if (folder / "initdb").is_file() and (folder / "postgres").is_file():
            return folder
    raise AssertionError("Postgres is missing (Debian: apt-get install postgresql)")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
