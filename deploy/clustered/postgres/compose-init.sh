#!/bin/bash
# Run once by the image of Postgres when its folder is empty (compose.yaml): Khen's settings, its roles
# and their passwords.
set -euo pipefail

echo "include '/etc/khen/postgresql.conf'" >> "$PGDATA/postgresql.conf"
psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres -f /etc/khen/roles.sql
for role in owner app worker; do
    psql -X -q -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d postgres \
        -v role="khen_$role" -v password="$(cat "/run/secrets/$role.password")" \
        <<< "ALTER ROLE :\"role\" PASSWORD :'password'"
done
