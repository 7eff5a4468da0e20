"""How each supervisor is told to run N announcers, restart them at once and log each to a file of its own."""
import os
import signal


class Supervisor:
    """`command` starts it in the foreground; `stop_signal` makes it stop all services."""
    stop_signal = signal.SIGTERM

    def __init__(self, folder, announcer, fifo, names):
        self.folder, self.announcer, self.fifo, self.names = folder, announcer, fifo, names
        os.makedirs(f"{folder}/log")
        self.prepare()

    def write(self, name, text, mode=0o644):
        path = f"{self.folder}/{name}"
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w") as file:
            file.write(text)
        os.chmod(path, mode)
        return path

    def run_scripts(self):
        for name in self.names:
            self.write(f"scan/{name}/run", f"#!/bin/sh\nexec {self.announcer} {self.fifo} {name} >>{self.folder}/log/{name} 2>&1\n", 0o755)


class Supervisord(Supervisor):
    label = "supervisord"
    program = "supervisord"

    def prepare(self):
        text = f"[supervisord]\nnodaemon=true\nminfds=8192\nminprocs=100\nlogfile={self.folder}/main.log\npidfile={self.folder}/pid\n"
        for name in self.names:
            text += (f"[program:{name}]\ncommand={self.announcer} {self.fifo} {name}\nautorestart=true\nstartsecs=0\n"
                     f"redirect_stderr=true\nstdout_logfile={self.folder}/log/{name}\n")
        self.command = ["supervisord", "-c", self.write("supervisord.conf", text)]


class Runit(Supervisor):
    label = "runit"
    program = "runsvdir"
    stop_signal = signal.SIGHUP

    def prepare(self):
        self.run_scripts()
        self.command = ["runsvdir", "-P", f"{self.folder}/scan"]


class S6(Supervisor):
    label = "s6"
    program = "s6-svscan"

    def prepare(self):
        self.run_scripts()
        self.command = ["s6-svscan", "-c", str(len(self.names) + 100), f"{self.folder}/scan"]


class Foghorn(Supervisor):
    label = "foghorn"
    program = "foghornd"

    def prepare(self):
        text = "fleet: bench\ndefaults:\n  restart: {policy: always, max_attempts: 1000000, backoff_base: 0}\nservices:\n"
        for name in self.names:
            text += f"  {name}: {{command: [{self.announcer}, {self.fifo}, {name}]}}\n"
        self.command = [os.environ.get("FOGHORN_BIN", "build/bin") + "/foghornd", "--config", self.write("fleet.yaml", text),
                        "--state-dir", f"{self.folder}/state", "--listen", "127.0.0.1:0"]


ALL = [Foghorn, Supervisord, Runit, S6]
