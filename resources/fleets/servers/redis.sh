#!/bin/sh
# redis.sh run | check PORT
set -eu
. ./common.sh

case ${1:-} in
    run)
        own_folder redis
        as_user redis-server --port "$FOGHORN_PORT_REDIS" --bind 127.0.0.1 --dir "$FOGHORN_DATA/redis" \
            --daemonize no --appendonly yes --save ''
        ;;
    check) [ "$(redis-cli -h 127.0.0.1 -p "$2" ping)" = PONG ] && echo PONG ;;
    *) echo "usage: redis.sh run | check PORT" >&2; exit 2 ;;
esac
