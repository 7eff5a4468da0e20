#!/bin/sh
# All measurements of `./dev bench`: the benchmark programs, the API under wrk, and the supervisors side by side.
# usage: run-bench.sh [programs|api|peers]...   all three by default; builds nothing
set -eu
cd "$(dirname "$0")/../.."
FOGHORN_BIN=$PWD/build/bin
export FOGHORN_BIN

bench_programs() {
    for program in build/bench/bench_*; do
        case $program in
            */bench_api) continue ;; # serves for wrk: bench_api below
        esac
        [ -x "$program" ] || continue
        echo "== ${program##*/}"
        "$program"
    done
}

# Requests a second and latencies of GET /services and /health with the default fleet of ten. FastAPI on uvicorn served
# 4,500 a second where this was first measured.
bench_api() {
    state=$(mktemp -d)
    "$FOGHORN_BIN/foghornd" --config resources/fleets/default.yaml --state-dir "$state" --listen 127.0.0.1:0 \
        >"$state/out" 2>&1 &
    daemon=$!
    trap 'kill $daemon 2>/dev/null; wait $daemon; rm -rf "$state"' EXIT
    "$FOGHORN_BIN/foghornctl" --state-dir "$state" wait --timeout 30s >&2
    url=$(cat "$state/api.url")
    for call in services health metrics; do
        echo "== GET /api/orchestration/$call, 16 connections, 5 s"
        FOGHORN_TOKEN_FILE=$state/token wrk -t 1 -c 16 -d 5s --latency -s tests/bench/token.lua \
            "${url%/}/api/orchestration/$call" | grep -E '50%|99%|Requests/sec|Non-2xx|Socket errors'
    done
    kill $daemon
    wait $daemon || true
    trap - EXIT
    rm -rf "$state"
    bench_big_api
}

# The same with 2,000 services of which 67 change each second (a check every 30 s each).
bench_big_api() {
    answers=$(mktemp)
    build/bench/bench_api 2000 30 67 >"$answers" &
    server=$!
    while [ "$(wc -l <"$answers")" -lt 2 ]; do sleep 0.1; done
    for connections in 1 16; do
        for call in services health; do
            echo "== GET /api/orchestration/$call of 2,000 services, $connections connections, 5 s"
            wrk -t 1 -c "$connections" -d 5s --latency -H "$(sed -n 's/^header //p' "$answers")" \
                "$(sed -n 's,^url \(.*\)/services,\1,p' "$answers")/$call" |
                grep -E '50%|99%|Requests/sec|Non-2xx|Socket errors'
        done
    done
    kill "$server"
    rm -f "$answers"
}

bench_peers() { python3 tests/bench/peers/compare.py; }

[ $# -gt 0 ] || set -- programs api peers
for part; do
    case $part in
        programs | api | peers) "bench_$part" ;;
        *) echo "usage: run-bench.sh [programs|api|peers]..." >&2; exit 2 ;;
    esac
done
