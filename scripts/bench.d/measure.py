# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs a program and tells what it cost."""
import os
import subprocess
import threading
import time


def own_io():
    """Bytes handed to write() and bytes sent to the disk, of this process and of its children that ended."""
    with open("/proc/self/io") as lines:
        values = dict(line.split(": ") for line in lines)
    return int(values["wchar"]), int(values["write_bytes"])


def place_in(pid, path):
    """How far the process has read the file; None: it is not open."""
    try:
        for fd in os.listdir(f"/proc/{pid}/fd"):
            if os.readlink(f"/proc/{pid}/fd/{fd}") == path:
                with open(f"/proc/{pid}/fdinfo/{fd}") as info:
                    return int(info.readline().split()[1])
    except OSError:
        pass
    return None


class Cost:
    """Seconds, bytes of memory at the peak (of the largest process), bytes written, exit code."""

    def __init__(self):
        self.seconds = self.processor = 0.0
        self.peak = self.written = self.to_disk = self.code = 0
        self.places = []  # (seconds, bytes of the watched file that were read)
        self.out = ""


def run(command, watch=None, accept=(0,), env=None, cwd=None, log=None):
    """`watch`: a file whose reading is followed. Output is kept; errors go to `log` or nowhere."""
    cost = Cost()
    before = own_io()
    begin = time.monotonic()
    errors = open(log, "ab") if log else subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=errors, env=env, cwd=cwd)
    done = threading.Event()

    def follow():
        while not done.wait(0.25):
            place = place_in(child.pid, watch)
            if place is not None:
                cost.places.append((time.monotonic() - begin, place))

    follower = threading.Thread(target=follow)
    if watch:
        follower.start()
    cost.out = child.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    cost.seconds = time.monotonic() - begin
    child.returncode = cost.code = os.waitstatus_to_exitcode(status)
    done.set()
    if watch:
        follower.join()
    if log:
        errors.close()
    after = own_io()
    cost.processor = usage.ru_utime + usage.ru_stime
    cost.peak = usage.ru_maxrss * 1024
    cost.written, cost.to_disk = after[0] - before[0], after[1] - before[1]
    if cost.code not in accept:
        tail = open(log, errors="replace").read()[-2000:] if log else ""
        raise RuntimeError(f"{' '.join(map(str, command))}: exit code {cost.code}\n{tail}")
    return cost


def size_of(path):
    """Bytes of a file or of all files in a folder."""
    if os.path.isfile(path):
        return os.path.getsize(path)
    return sum(os.path.getsize(os.path.join(folder, name)) for folder, _, names in os.walk(path) for name in names)


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
