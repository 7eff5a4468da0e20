#!/usr/bin/env python3
"""Measures Foghorn and the supervisors of the distribution at the same work, one after the other, on this machine.

usage: compare.py [N...]     numbers of services; 10 100 1000 by default

start    from starting the supervisor to the last service's first instruction
restart  from SIGKILL of a service to its next life's first instruction; the median of 10 (all wait 1.2 s after the
         start first: runit and s6 hold back a service that lived less than a second)
stop     from the supervisor's stop signal to the end of the last service
memory   PSS of all supervising processes together (for Foghorn the keeper too), services not counted
idle     their processor time over 10 s, as percent of one core; only with the largest N
"""
import os
import random
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import procs
import supervisors

PATIENCE = 120  # seconds for any one step


class Announcements:
    """The FIFO into which every service says when it begins."""

    def __init__(self, path):
        os.mkfifo(path)
        self.path = path
        self.descriptor = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        self.rest = b""

    def read(self, seconds=PATIENCE):
        """The next (name, pid) pairs."""
        if not select.select([self.descriptor], [], [], seconds)[0]:
            raise TimeoutError("a service did not begin in time")
        *lines, self.rest = (self.rest + os.read(self.descriptor, 1 << 16)).split(b"\n")
        return [(name.decode(), int(pid)) for name, pid in (line.split() for line in lines)]


def wait_for_ends(descriptors):
    poll = select.poll()
    for descriptor in descriptors:
        poll.register(descriptor, select.POLLIN)
    left = len(descriptors)
    while left:
        ended = poll.poll(PATIENCE * 1000)
        if not ended:
            raise TimeoutError(f"{left} services did not stop")
        for descriptor, _ in ended:
            poll.unregister(descriptor)
            left -= 1


def measure_start(process_of, announcements, count):
    begin = time.monotonic()
    process = process_of()
    pids = {}
    while len(pids) < count:
        pids.update(announcements.read())
    return time.monotonic() - begin, process, pids


def measure_restarts(announcements, pids):
    times = []
    for name in random.Random(1).sample(sorted(pids), min(10, len(pids))):
        begin = time.monotonic()
        assert pids[name] > 1
        os.kill(pids[name], 9)
        reborn = dict(announcements.read())
        times.append(time.monotonic() - begin)
        pids.update(reborn)
    return statistics.median(times)


def measure_stop(process, stop_signal, pids):
    descriptors = [os.pidfd_open(pid) for pid in pids.values()]
    begin = time.monotonic()
    process.send_signal(stop_signal)
    wait_for_ends(descriptors)
    taken = time.monotonic() - begin
    for descriptor in descriptors:
        os.close(descriptor)
    process.wait(PATIENCE)
    return taken


def measure(kind, count, announcer, with_idle):
    # In memory where there is such a place: ext4 does not give out again what was deleted in the last seconds, and a
    # thousand logs of the supervisor before would make the files of this one slow.
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    folder = tempfile.mkdtemp(prefix=f"foghorn-bench-{kind.label}-", dir=memory)
    announcements = Announcements(f"{folder}/fifo")
    supervisor = kind(folder, announcer, announcements.path, [f"s{i}" for i in range(count)])
    log = open(f"{folder}/supervisor.log", "w")
    process_of = lambda: subprocess.Popen(supervisor.command, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
    try:
        result = {}
        result["start"], process, pids = measure_start(process_of, announcements, count)
        time.sleep(1.2)
        watched = procs.supervisors_of(process.pid, pids.values())
        result["memory"] = procs.pss_mib(watched)
        if with_idle:
            time.sleep(3)
            before = procs.cpu_seconds(watched)
            time.sleep(10)
            result["idle"] = (procs.cpu_seconds(watched) - before) * 10
        result["restart"] = measure_restarts(announcements, pids)
        result["stop"] = measure_stop(process, supervisor.stop_signal, pids)
        return result
    finally:
        os.close(announcements.descriptor)
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


FIGURES = [("start", "s", 1), ("restart", "ms", 1000), ("stop", "s", 1), ("memory", "MiB", 1), ("idle", "%", 1)]


def cell(result, ours, figure, factor):
    if figure not in result:
        return "-"
    text = f"{result[figure] * factor:.3g}"
    if result is not ours and ours.get(figure):
        text += f" ({result[figure] / ours[figure]:.1f}x)"
    return text


def show(count, results):
    print(f"\n{count} services" + " " * 9 + "".join(f"{label:>20}" for label in results))
    ours = results.get("foghorn", {})
    for figure, unit, factor in FIGURES:
        if any(figure in result for result in results.values()):
            print(f"  {figure + ' ' + unit:<20}" + "".join(f"{cell(result, ours, figure, factor):>20}" for result in results.values()))
    sys.stdout.flush()


def main():
    counts = [int(word) for word in sys.argv[1:]] or [10, 100, 1000]
    folder = tempfile.mkdtemp(prefix="foghorn-bench-")
    os.chmod(folder, 0o755)
    announcer = f"{folder}/announcer"
    subprocess.check_call(["cc", "-O2", "-o", announcer, os.path.join(os.path.dirname(os.path.abspath(__file__)), "announcer.c")])
    kinds = [kind for kind in supervisors.ALL if shutil.which(kind.program) or kind.label == "foghorn"]
    print("Supervisors at the same work; in brackets: how many times Foghorn's figure.")
    for count in counts:
        results = {}
        for kind in kinds:
            try:
                results[kind.label] = measure(kind, count, announcer, with_idle=count == max(counts))
            except (TimeoutError, OSError, subprocess.TimeoutExpired) as error:
                print(f"{kind.label} with {count} services: {error}", file=sys.stderr)
                results[kind.label] = {}
        show(count, results)
    shutil.rmtree(folder)


main()
