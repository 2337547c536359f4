#!/usr/bin/env python3
"""Compare dosje with fzf over the same records, each in a pseudo terminal of 120x36, and print two Markdown tables.

    cargo build --release --bins --example floor
    cargo bench --bench speed -- --write /tmp/records 50 10000 100000
    python3 benches/against_fzf.py target/release/dosje /tmp/records [--fzf PATH ...] [--sizes N ...] [--rounds 5]

Beside dosje lies `examples/floor`, the least that ratatui can do: 50 lines as a list and the chosen one in full.

Needs Linux, Python 3.9 and fzf. The programs run one at a time and in turn, so that a slow minute of the machine hits
all of them; figures are medians over the rounds. Leave the machine alone meanwhile: ratios hold, absolute times do not.
A time ends with the last byte the program wrote, never with the silence that shows it was the last. A program is at
rest when it has been silent, and its processor idle, for REST seconds.

    first frame   from exec to the first records on screen: all programs are started STARTS times a round in an order that
                  changes, since a start is quicker after a busy program than after a second of rest; its bytes are all
                  until rest
    ready         fzf: its counter shows all records; dosje: a query typed at the first frame is answered in full
    key           QUERY letter by letter, each letter when the program is at rest
    worst key     the slowest of them, the median of the rounds
    move          the cursor a row on, without a query
    memory        most resident memory (VmHWM; what wait4 says counts this script's own memory before exec as well)
    wakes         how often its threads woke up in a second in which nothing happened
    far key       what a key would take over a line of FAR_MS there and back and FAR_KBIT, by its time and its bytes
    far burst     the same for QUERY in one piece: somebody types faster than the line answers
"""

import argparse
import codecs
import collections
import datetime
import fcntl
import os
import platform
import pty
import random
import re
import select
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import termios
import time

COLUMNS, ROWS = 120, 36
QUERY = "kvantu japana"
STARTS = 10
MOVES = 10
REST = 0.15
FAR_MS, FAR_KBIT = 80, 256
PATIENCE = 30
FIRST_RECORD = b"savienot"  # in the first row of the first list of either program
IN_NO_RECORD = ["zebra", "astoni", "marss", "grieze"]
EXACT = ("--exact", "--no-sort")
WORST_KEY_MS = 8
FLOOR = "the least of ratatui"
FLOOR_RATIO = 1.5
# Title, field of `Figures`, number of records, options of fzf, and the most that dosje / fzf may be.
TARGETS = [
    ("first frame", "first_frame", 50, (), 0.25),
    ("first frame", "first_frame", 100000, (), 0.15),
    ("ready", "ready", 100000, (), 1.0),
    ("key", "keys", 50, (), 0.15),
    ("key", "keys", 100000, (), 0.02),
    ("key", "keys", 100000, EXACT, 0.1),
    ("bytes a key", "key_bytes", 10000, (), 0.35),
    ("bytes of the first frame", "frame_bytes", 50, (), 0.55),
    ("far key", "far_keys", 50, (), 0.45),
    ("worst far key", "far_worst", 50, (), 0.55),
    ("far burst", "far_burst", 50, (), 0.25),
    ("move", "moves", 50, (), 1.0),
    ("bytes a move", "move_bytes", 50, (), 1.0),
    ("memory", "memory", 50, (), 0.5),
    ("memory", "memory", 100000, (), 0.5),
]
# What is measured in one run, how its column is called, and how it is written. Times in ms.
FIELDS = {
    "first_frame": ("first frame ms", ".1f"),
    "ready": ("ready ms", ".0f"),
    "keys": ("key ms", ".2f"),
    "worst_key": ("worst key ms", ".1f"),
    "moves": ("move ms", ".2f"),
    "far_keys": ("far key ms", ".0f"),
    "far_worst": ("worst far key ms", ".0f"),
    "far_burst": ("far burst ms", ".0f"),
    "frame_bytes": ("first frame B", ".0f"),
    "key_bytes": ("key B", ".0f"),
    "move_bytes": ("move B", ".0f"),
    "memory": ("memory MB", ".1f"),
    "wakes": ("wakes/s", ".0f"),
}
Figures = collections.namedtuple("Figures", FIELDS)
Program = collections.namedtuple("Program", "name command reads_lines to_list next_row to_search")


class Screen:
    """What a terminal would show: as much of one as these programs make use of."""

    TOKENS = re.compile(
        r"\x1b\[([0-9;?<=>]*)[ -/]*([@-~])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()].|\x1b.|[\x00-\x1f]|[^\x00-\x1f]+"
    )
    UNFINISHED = re.compile(r"\x1b(\[[0-9;?<=>]*[ -/]*|\][^\x07\x1b]*|[()])?$")

    def __init__(self):
        self.cells = [[" "] * COLUMNS for _ in range(ROWS)]
        self.x = self.y = 0
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.rest = ""

    def text(self):
        return "\n".join("".join(row).rstrip() for row in self.cells)

    def feed(self, data):
        text = self.rest + self.decoder.decode(data)
        unfinished = self.UNFINISHED.search(text)
        self.rest = unfinished.group() if unfinished else ""
        for token in self.TOKENS.finditer(text, 0, len(text) - len(self.rest)):
            word = token.group()
            if token.group(2):
                self.control(token.group(2), token.group(1))
            elif word == "\r":
                self.x = 0
            elif word == "\b":
                self.x = max(self.x - 1, 0)
            elif word == "\n" and self.y == ROWS - 1:
                self.cells = self.cells[1:] + [[" "] * COLUMNS]
            elif word == "\n":
                self.y += 1
            elif word[0] >= " ":
                word = word[: COLUMNS - self.x]
                self.cells[self.y][self.x : self.x + len(word)] = word
                self.x += len(word)

    def control(self, final, parameters):
        numbers = [int(number) if number.isdigit() else 0 for number in parameters.split(";")]
        which, count = numbers[0], max(1, numbers[0])
        if final in "Hf":
            self.y, self.x = count - 1, max(1, (numbers + [0])[1]) - 1
        elif final in "ABCD":
            self.y += {"A": -count, "B": count}.get(final, 0)
            self.x += {"D": -count, "C": count}.get(final, 0)
        elif final == "G":
            self.x = count - 1
        elif final == "K":
            self.blank(self.y, 0 if which else self.x, self.x + 1 if which == 1 else COLUMNS)
        elif final == "X":
            self.blank(self.y, self.x, min(self.x + count, COLUMNS))
        elif final == "J" and which != 1:
            self.blank(self.y, 0 if which else self.x, COLUMNS)
            for y in range(0 if which else self.y + 1, ROWS):
                self.blank(y, 0, COLUMNS)
        self.x = min(max(self.x, 0), COLUMNS - 1)
        self.y = min(max(self.y, 0), ROWS - 1)

    def blank(self, y, start, end):
        self.cells[y][start:end] = " " * (end - start)


class Run:
    """A program in a pseudo terminal, and all it has written, with the time of each piece."""

    def __init__(self, program, folder):
        told, tell = os.pipe()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            try:
                fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
                if program.reads_lines:
                    os.dup2(os.open(os.path.join(folder, "lines.txt"), os.O_RDONLY), 0)
                kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME")}
                said = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "SHELL": "/bin/sh"}
                os.write(tell, struct.pack("d", time.monotonic()))
                os.execve(program.command[0], program.command, {**kept, **said})
            finally:
                os._exit(127)
        self.pieces = []
        self.started = struct.unpack("d", os.read(told, 8))[0]
        os.close(told)
        os.close(tell)

    def read(self, timeout):
        """Takes what is there, or what comes within `timeout`; false if that is nothing."""
        if not select.select([self.terminal], [], [], timeout)[0]:
            return False
        try:
            data = os.read(self.terminal, 65536)
        except OSError:
            sys.exit("the program has ended before it was to")
        self.pieces.append((time.monotonic(), data))
        return True

    def wait_for_bytes(self, wanted):
        """Gives the time from the start to the piece with which these bytes are there."""
        seen = b""
        while time.monotonic() - self.started < PATIENCE:
            if self.read(0.02):
                seen += self.pieces[-1][1]
                if wanted in seen:
                    return (self.pieces[-1][0] - self.started) * 1000
        sys.exit(f"no records on screen after {PATIENCE} s")

    def processor_ticks(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            return sum(map(int, stat.read().rpartition(")")[2].split()[11:13]))

    def wait_for_rest(self):
        began = busy_at = time.monotonic()
        ticks = self.processor_ticks()
        while time.monotonic() - began < PATIENCE:
            if self.read(0.02):
                busy_at = self.pieces[-1][0]
            elif self.processor_ticks() > ticks + 1:
                busy_at, ticks = time.monotonic(), self.processor_ticks()
            elif time.monotonic() - busy_at > REST:
                return

    def press(self, keys):
        """Sends keys and waits for rest; gives the time to the last byte and the number of bytes."""
        before, sent = len(self.pieces), time.monotonic()
        os.write(self.terminal, keys)
        self.wait_for_rest()
        answer = self.pieces[before:]
        return (answer[-1][0] - sent) * 1000 if answer else 0.0, sum(len(data) for _, data in answer)

    def screens(self):
        """The screen after each piece, with the time from the start."""
        screen = Screen()
        for at, data in self.pieces:
            screen.feed(data)
            yield (at - self.started) * 1000, screen.text()

    def time_until(self, is_wanted):
        return next((at for at, text in self.screens() if is_wanted(text)), None)

    def status(self, field):
        """A field of the process status, one number for each thread."""
        for task in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{task}/status") as status:
                yield int(re.search(rf"^{field}:\s+(\d+)", status.read(), re.MULTILINE).group(1))

    def wakes(self):
        before = sum(self.status("voluntary_ctxt_switches"))
        time.sleep(1)
        return sum(self.status("voluntary_ctxt_switches")) - before

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.wait4(self.pid, 0)
        os.close(self.terminal)


def dosje(path, folder):
    return Program("dosje", [path, "--lang", "lv", "--data", folder], False, b"2", b"j", b"/")


def fzf(path, size, options=()):
    version = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout
    preview = ["--preview", "printf %s {} | fold -s -w 56"] if size == 50 else []
    name = " ".join(["fzf", ".".join(version.split(".")[:2]), *options])
    return Program(name, [path, *options, *preview], True, b"", b"\x1b[A", b"")


def floor(dosje_path, folder):
    path = os.path.join(os.path.dirname(dosje_path), "examples", "floor")
    return Program(FLOOR, [path, os.path.join(folder, "lines.txt")], False, b"", b"\x1b[B", None)


def first_frames(programs, folder):
    """Of each program by its name, STARTS times."""
    frames = {program.name: () for program in programs}
    for _ in range(STARTS):
        for program in random.sample(programs, len(programs)):
            run = Run(program, folder)
            frames[program.name] += (run.wait_for_bytes(FIRST_RECORD),)
            run.end()
    return frames


def measure(program, folder, size, frames, answer):
    run = Run(program, folder)
    run.wait_for_bytes(FIRST_RECORD)
    run.wait_for_rest()
    frame_bytes = sum(len(data) for _, data in run.pieces)
    ready = run.time_until(lambda text: f" {size}/{size}" in text)
    if program.to_list:
        run.press(program.to_list)
    moves, move_bytes = zip(*[run.press(program.next_row) for _ in range(MOVES)])
    if program.to_search is None:
        wakes, memory = run.wakes(), max(run.status("VmHWM")) / 1024
        run.end()
        unknown = dict.fromkeys(FIELDS)
        known = {"first_frame": frames, "frame_bytes": frame_bytes, "moves": moves, "move_bytes": move_bytes}
        return Figures(**{**unknown, **known, "wakes": wakes, "memory": memory})
    if program.to_search:
        run.press(program.to_search)
    keys, key_bytes = zip(*[run.press(letter.encode()) for letter in QUERY])
    wakes, memory = run.wakes(), max(run.status("VmHWM")) / 1024
    run.press(b"\x15")
    far_burst = far(*run.press(QUERY.encode()))
    far_keys = tuple(map(far, keys, key_bytes))
    run.end()
    if answer:
        run = ask_at_once(program, folder)
        ready = run.time_until(lambda text: text == answer)
        run.end()
    times = (frames, ready, keys, max(keys), moves, far_keys, max(far_keys), far_burst)
    return Figures(*times, frame_bytes, key_bytes, move_bytes, memory, wakes)


def far(time, size):
    """Milliseconds over a far line: there, the answer, and the bytes back."""
    return time + FAR_MS + size * 8 / FAR_KBIT


def ask_at_once(program, folder, is_patient=False):
    """Types the whole query as soon as the first frame stands, or only when the program is at rest."""
    run = Run(program, folder)
    run.wait_for_bytes(FIRST_RECORD)
    if is_patient:
        run.wait_for_rest()
    run.press(program.to_list + program.to_search + QUERY.encode())
    return run


def full_answer(program, folder):
    """The screen when the query was typed with all the time there is; none for a program that counts or cannot search."""
    if program.reads_lines or program.to_search is None:
        return None
    run = ask_at_once(program, folder, is_patient=True)
    run.end()
    return list(run.screens())[-1][1]


def hits(dosje_path, fzf_path, folder, word):
    search = [dosje_path, "search", "--data", folder, "--tsv", "--limit", "1000000", word]
    with open(os.path.join(folder, "lines.txt"), "rb") as lines:
        commands = [search, [fzf_path, "--filter", word]]
        found = [subprocess.run(command, stdin=lines, capture_output=True, check=False) for command in commands]
    return [len(answer.stdout.splitlines()) for answer in found]


def median(runs, field):
    """Over all runs, or over all keys of all runs."""
    values = [getattr(run, field) for run in runs]
    values = [one for value in values for one in (value if isinstance(value, tuple) else [value])]
    return None if None in values else statistics.median(values)


def machine():
    with open("/proc/cpuinfo") as about:
        model = re.search(r"model name\s*:\s*(.*)", about.read())
    with open("/etc/os-release") as about:
        system = re.search(r'PRETTY_NAME="(.*)"', about.read()).group(1)
    processor = model.group(1) if model else platform.machine()
    return f"{processor}, {os.cpu_count()} cores; {system}, Linux {platform.release()}; {datetime.date.today()}"


def print_row(*cells):
    print("| " + " | ".join(cells) + " |")


def print_figures(all_runs):
    print_row("records", "program", *[title for title, _ in FIELDS.values()])
    print_row("---:", "---", *["---:"] * len(FIELDS))
    for (size, name), runs in all_runs.items():
        cells = [(median(runs, field), form) for field, (_, form) in FIELDS.items()]
        print_row(f"{size:,}", name, *["-" if value is None else format(value, form) for value, form in cells])


def judged(value, limit, form=".3f"):
    return "-" if value is None else format(value, form) + ("" if value <= limit else " **missed**")


def print_targets(all_runs, fzf_names, in_no_record):
    print_row("dosje / fzf", "records", "at most", *fzf_names)
    print_row("---", "---:", "---:", *["---:"] * len(fzf_names))
    sizes = {size for size, _ in all_runs}
    for title, field, size, options, limit in TARGETS:
        if size in sizes:
            own = median(all_runs[size, "dosje"], field)
            others = [median(all_runs[size, " ".join([name, *options])], field) for name in fzf_names]
            ratios = [own / other if own is not None and other else None for other in others]
            print_row(" ".join([title, *options]), f"{size:,}", str(limit), *[judged(ratio, limit) for ratio in ratios])
    print()
    if 100000 in sizes:
        worst = median(all_runs[100000, "dosje"], "worst_key")
        print(f"- worst key at 100,000 records, at most {WORST_KEY_MS} ms: {judged(worst, WORST_KEY_MS, '.1f')}")
    if 50 in sizes:
        own, least = (median(all_runs[50, name], "first_frame") for name in ("dosje", FLOOR))
        print(f"- first frame at 50 records, at most {FLOOR_RATIO} of {FLOOR}: {judged(own / least, FLOOR_RATIO)}")
    for word, (own, other) in in_no_record.items():
        print(f"- hits for `{word}`, in none of 10,000 records: {judged(own, 0, 'd')} (fzf: {other:,})")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("dosje", help="release binary")
    arguments.add_argument("records", help="folder with a folder of records for each size")
    arguments.add_argument("--fzf", nargs="+", default=["fzf"], help="fzf binaries; by default the one in PATH")
    arguments.add_argument("--sizes", nargs="+", type=int, default=[50, 10000, 100000])
    arguments.add_argument("--rounds", type=int, default=5)
    given = arguments.parse_args()
    binaries = [given.dosje, *given.fzf]
    dosje_path, *fzf_paths = [shutil.which(path) or sys.exit(f"no program {path}") for path in binaries]
    if not os.path.exists(floor(dosje_path, "").command[0]):
        sys.exit("no examples/floor beside dosje: cargo build --release --bins --example floor")
    folders = {size: os.path.abspath(os.path.join(given.records, str(size))) for size in given.sizes}
    all_runs = collections.defaultdict(list)
    for size, folder in folders.items():
        if not os.path.exists(os.path.join(folder, "lines.txt")):
            sys.exit(f"nothing in {folder}: cargo bench --bench speed -- --write {given.records} {size}")
        programs = [dosje(dosje_path, folder)]
        programs += [fzf(path, size, options) for path in fzf_paths for options in ((), EXACT)]
        programs += [floor(dosje_path, folder)] if size == 50 else []
        answers = [full_answer(program, folder) for program in programs]
        for done in range(given.rounds):
            frames = first_frames(programs, folder)
            for program, answer in zip(programs, answers):
                print(f"{size} records, round {done + 1}: {program.name}", file=sys.stderr)
                all_runs[size, program.name].append(measure(program, folder, size, frames[program.name], answer))
    in_no_record = {}
    if 10000 in folders:
        in_no_record = {word: hits(dosje_path, fzf_paths[0], folders[10000], word) for word in IN_NO_RECORD}
    print(f"{machine()}; medians of {given.rounds} rounds.\n")
    print_figures(all_runs)
    print()
    print_targets(all_runs, [fzf(path, 0).name for path in fzf_paths], in_no_record)


if __name__ == "__main__":
    main()
