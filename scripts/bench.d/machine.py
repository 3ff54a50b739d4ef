# SPDX-License-Identifier: GPL-2.0-or-later
"""What machine this is."""
import os
import platform


def describe():
    model = ""
    with open("/proc/cpuinfo") as lines:
        for line in lines:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    with open("/proc/meminfo") as lines:
        memory = int(lines.readline().split()[1]) / 1024 / 1024
    system = ""
    with open("/etc/os-release") as lines:
        for line in lines:
            if line.startswith("PRETTY_NAME="):
                system = line.split("=", 1)[1].strip().strip('"')
    load = os.getloadavg()[0]
    busy = f", load {load:.1f} when it began" if load > 0.5 else ""
    return f"{os.cpu_count()} x {model or platform.machine()}, {memory:.0f} GiB, {system}{busy}"
