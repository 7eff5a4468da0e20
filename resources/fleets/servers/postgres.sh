#!/bin/sh
# postgres.sh init | run | check PORT
set -eu
. ./common.sh

# Debian keeps PostgreSQL's own programs out of PATH, one folder for each version: the newest.
bin=$(dirname "$(find /usr/lib/postgresql/*/bin/postgres 2>/dev/null | sort -V | tail -n 1)")
[ -x "$bin/postgres" ] || { echo "PostgreSQL is not installed; try: apt install postgresql" >&2; exit 1; }
cluster=$FOGHORN_DATA/postgres/cluster

case ${1:-} in
    init)
        own_folder postgres
        if [ -s "$cluster/PG_VERSION" ]; then echo "the cluster is there: $cluster"; exit 0; fi
        as_user "$bin/initdb" -D "$cluster" -U postgres --encoding=UTF8 --locale=C \
            --auth-local=trust --auth-host=scram-sha-256
        ;;
    run)
        as_user "$bin/postgres" -D "$cluster" -p "$FOGHORN_PORT_SQL" -k "$FOGHORN_DATA/postgres" \
            -c listen_addresses=127.0.0.1
        ;;
    check) exec "$bin/pg_isready" -h 127.0.0.1 -p "$2" -t 2 ;;
    *) echo "usage: postgres.sh init | run | check PORT" >&2; exit 2 ;;
esac
