#!/usr/bin/python3
"""Asks a window everything that a screen reader could ask, while the window changes.

atspi_walk.py PROGRAM SECONDS, inside of dbus-run-session. Starts a display and the accessibility bus of its own, then
the program, and reads every interface of every part of its window, rows and children that do not exist included.
Ends with 0 when the program was still there at the end and ended well when it was asked to; else with 1.
"""
import os
import random
import signal
import socket
import subprocess
import sys
import time

BUS_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
LEAST_QUESTIONS = 100  # for each second


def start_display():
    """Xvfb chooses a free number and writes it."""
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
                              pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    number = os.fdopen(reader).readline().strip()
    if not number:
        sys.exit("Xvfb did not start")
    os.environ["DISPLAY"] = ":" + number
    until = time.monotonic() + 20
    while time.monotonic() < until:  # somebody else's server may have had the number a moment ago
        with socket.socket(socket.AF_UNIX) as probe:
            if probe.connect_ex("/tmp/.X11-unix/X" + number) == 0:
                return server
        time.sleep(0.1)
    sys.exit("the display :%s does not answer" % number)


def start_bus():
    for launcher in BUS_LAUNCHERS:
        if os.path.exists(launcher):
            return subprocess.Popen([launcher, "--launch-immediately"])
    sys.exit("at-spi-bus-launcher is missing (Debian: at-spi2-core)")


class Walk:
    def __init__(self, pyatspi, errors):
        self.pyatspi = pyatspi
        self.errors = errors
        self.asked = 0
        self.refused = 0
        self.old = []  # parts that may be gone by now
        self.random = random.Random(4711)

    def ask(self, question):
        self.asked += 1
        try:
            return question()
        except self.errors:
            self.refused += 1
            return None

    def read(self, part):
        """Each interface of one part; returns its number of children."""
        for question in (lambda: part.name, lambda: part.description, part.getRole, part.getState,
                         part.getRelationSet, part.getIndexInParent, lambda: part.parent, part.getAttributes):
            self.ask(question)
        for reader in (self.read_place, self.read_actions, self.read_text, self.read_table, self.read_selection,
                       self.read_value):
            reader(part)
        count = self.ask(lambda: part.childCount) or 0
        for wrong in (-1, count, count + 1, count + 1000):
            self.ask(lambda wrong=wrong: part.getChildAtIndex(wrong))
        return count

    def read_place(self, part):
        place = self.ask(part.queryComponent)
        if place:
            box = self.ask(lambda: place.getExtents(self.pyatspi.DESKTOP_COORDS))
            if box:
                self.ask(lambda: place.getAccessibleAtPoint(box.x + 3, box.y + 3, self.pyatspi.DESKTOP_COORDS))

    def read_actions(self, part):
        actions = self.ask(part.queryAction)
        if actions:
            for number in range(min(4, self.ask(lambda: actions.nActions) or 0)):
                self.ask(lambda number=number: actions.getName(number))
                self.ask(lambda number=number: actions.getKeyBinding(number))
            self.ask(lambda: actions.getName(99))

    def read_text(self, part):
        text = self.ask(part.queryText)
        if text:
            length = self.ask(lambda: text.characterCount) or 0
            self.ask(lambda: text.getText(0, min(length, 500)))
            self.ask(lambda: text.getText(length + 5, length + 50))
            self.ask(lambda: text.getCharacterExtents(length + 9, self.pyatspi.DESKTOP_COORDS))
            self.ask(lambda: text.caretOffset)

    def read_table(self, part):
        table = self.ask(part.queryTable)
        if not table:
            return
        rows = self.ask(lambda: table.nRows) or 0
        columns = self.ask(lambda: table.nColumns) or 0
        for row, column in ((0, 0), (rows - 1, columns - 1), (rows, columns), (rows + 100, 0), (-1, -1)):
            self.ask(lambda row=row, column=column: table.getAccessibleAt(row, column))
            self.ask(lambda row=row, column=column: table.getRowExtentAt(row, column))
            self.ask(lambda row=row: table.getRowDescription(row))
            self.ask(lambda column=column: table.getColumnHeader(column))
        self.ask(table.getSelectedRows)

    def read_selection(self, part):
        selection = self.ask(part.querySelection)
        if selection:
            self.ask(lambda: selection.nSelectedChildren)
            self.ask(lambda: selection.getSelectedChild(0))
            self.ask(lambda: selection.getSelectedChild(77))

    def read_value(self, part):
        value = self.ask(part.queryValue)
        if value:
            for question in (lambda: value.currentValue, lambda: value.minimumValue, lambda: value.maximumValue):
                self.ask(question)

    def walk(self, root, until):
        left = [(root, 0)]
        while left and time.monotonic() < until:
            part, depth = left.pop()
            count = self.read(part)
            if self.old and self.random.random() < 0.2:
                self.read(self.random.choice(self.old))
            if self.random.random() < 0.1:
                self.old = self.old[-200:] + [part]
            if depth > 25:
                continue
            numbers = list(range(count))
            if count > 30:  # the ends and some of the rest
                numbers = numbers[:8] + numbers[-8:] + self.random.sample(numbers, 14)
            for number in numbers:
                child = self.ask(lambda number=number: part.getChildAtIndex(number))
                if child:
                    left.append((child, depth + 1))


def find_program(pyatspi, errors, name, program, until):
    while time.monotonic() < until and program.poll() is None:
        try:
            for application in pyatspi.Registry.getDesktop(0):
                if application and application.name == name and application.childCount > 0:
                    return application
        except errors:
            pass
        time.sleep(0.05)
    return None


def main():
    path, seconds = sys.argv[1], float(sys.argv[2])
    children = [start_display(), start_bus()]
    try:
        os.environ.update(QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                          LIBGL_ALWAYS_SOFTWARE="1")
        program = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        children.append(program)
        program.stdout.readline()
        import pyatspi
        from gi.repository import GLib
        errors = (GLib.GError, NotImplementedError, LookupError, RuntimeError, AttributeError, TypeError, ValueError)
        pyatspi.setTimeout(2000, 15000)
        application = find_program(pyatspi, errors, "restless_window", program, time.monotonic() + 60)
        if application is None:
            sys.exit("the window is not on the accessibility bus; the program's code is %s" % program.poll())
        walk = Walk(pyatspi, errors)
        end = time.monotonic() + seconds
        rounds = 0
        while time.monotonic() < end and program.poll() is None:
            walk.walk(application, end)
            rounds += 1
        print("%d rounds, %d questions, %d refused" % (rounds, walk.asked, walk.refused))
        if program.poll() is not None:
            sys.exit("the program died with code %d" % program.returncode)
        program.stdin.close()
        code = program.wait(timeout=30)
        if code != 0:
            sys.exit("the program ended with code %d" % code)
        if walk.asked < LEAST_QUESTIONS * seconds:
            sys.exit("too few questions for a walk")
    finally:
        for child in reversed(children):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
                try:
                    child.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    child.kill()


main()
