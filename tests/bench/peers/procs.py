"""What /proc says of processes: families, memory, processor time."""
import os


def parent_of(pid):
    with open(f"/proc/{pid}/stat") as stat:
        return int(stat.read().rpartition(")")[2].split()[1])


def family_of(pid):
    """The process and everything below it."""
    children = {}
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                children.setdefault(parent_of(int(name)), []).append(int(name))
            except OSError:
                pass
    family, rest = set(), [pid]
    while rest:
        member = rest.pop()
        family.add(member)
        rest += children.get(member, [])
    return family


def supervisors_of(root, services):
    """All processes that exist for the sake of the services: the root's family and the services' parents, less the services."""
    family = family_of(root) | {parent_of(pid) for pid in services}
    return family - set(services) - {1, os.getpid()}


def pss_mib(pids):
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup") as rollup:
                total += next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return total / 1024


def cpu_seconds(pids):
    ticks = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
                ticks += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return ticks / os.sysconf("SC_CLK_TCK")
