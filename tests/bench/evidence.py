#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures the benchmark pairs of the checks, and writes what comes of it into
their pages and docs/evidence/: ./dev evidence [NAME…]

How one is compiled and run stands in its page, under "Measured", as a command
`clang++-22 … -o bench && … ./bench`. A PostgreSQL server for those that need one
is started in a temporary folder."""
import datetime
import json
import math
import os
import pathlib
import platform
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVIDENCE = ROOT / "docs" / "evidence"
COMMAND = re.compile(r"`(clang\+\+-22 [^`]* -o bench) && ([^`]*\./bench)`(, [^:]*)?:\n")
REPEAT = 3
# A curve this far from the measured points, as a share of their mean, is none of
# those that Google Benchmark tries: exponential, say.
WORST_FIT = 0.3


def cpu():
    for line in open("/proc/cpuinfo"):
        if line.startswith("model name"):
            return line.split(":")[1].strip()
    return platform.processor()


def machine():
    compiler = subprocess.run(["clang++-22", "--version"], capture_output=True, text=True)
    return (f"{cpu()}, {os.cpu_count()} cores, {platform.system()} "
            f"{platform.release().split('-')[0]}, "
            f"{compiler.stdout.splitlines()[0]}")


class Postgres:
    """A server that lives in a temporary folder, started when first asked for."""

    def __init__(self, folder):
        self.folder = folder / "postgres"
        self.running = False
        self.bin = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin"))[-1]

    def command(self, *arguments):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*as_user, *map(str, arguments)], check=True, capture_output=True)

    def host(self):
        if not self.running:
            self.folder.mkdir()
            if os.geteuid() == 0:
                self.folder.parent.chmod(0o755)
                shutil.chown(self.folder, "postgres")
            data = self.folder / "data"
            self.command(self.bin / "initdb", "-D", data, "-A", "trust", "-U", "postgres")
            self.command(self.bin / "pg_ctl", "-D", data, "-w", "-l", self.folder / "log",
                         "-o", f"-k {self.folder} -h ''", "start")
            self.running = True
        return str(self.folder)

    def stop(self):
        if self.running:
            self.command(self.bin / "pg_ctl", "-D", self.folder / "data", "-m", "fast", "stop")


def measure(command, folder, postgres):
    """The fastest of REPEAT times, and the fits, by form: {"before": ({n: µs}, fit)}."""
    compile_command, run_command = command
    binary = folder / "bench"
    subprocess.run(compile_command.replace("-o bench", f"-o {binary}"), shell=True,
                   cwd=ROOT, check=True)
    environment = dict(os.environ, BENCHMARK_FORMAT="json")
    if "PGHOST" in run_command:
        environment.update(PGHOST=postgres.host(), PGUSER="postgres", PGDATABASE="postgres")
    result = {"before": ({}, ""), "after": ({}, "")}
    for _ in range(REPEAT):
        out = subprocess.run([str(binary)], env=environment, cwd=folder, check=True,
                             capture_output=True, text=True).stdout
        for each in json.loads(out)["benchmarks"]:
            form, *rest = each["name"].split("/")
            times, _ = result[form]
            if each["run_type"] == "iteration":
                n = int(rest[0])
                times[n] = min(times.get(n, math.inf), each["real_time"])
            elif each.get("aggregate_name") == "BigO":
                fit = each["big_o"]
            elif each.get("aggregate_name") == "RMS":
                result[form] = (times, fit if each["rms"] <= WORST_FIT else "")
    return result


def text_of(microseconds):
    for limit, divisor, unit in ((1000, 1, "µs"), (1e6, 1e3, "ms"), (math.inf, 1e6, "s")):
        if microseconds < limit:
            return f"{microseconds / divisor:.3g} {unit}"
    return ""


def big_o(fit):
    return {"(1)": "O(1)", "lgN": "O(log n)", "N": "O(n)", "NlgN": "O(n log n)",
            "N^2": "O(n²)", "N^3": "O(n³)"}.get(fit, fit)


def table(result):
    (before, slow_fit), (after, fast_fit) = result["before"], result["after"]
    lines = ["| n | before | after | ratio |", "|---:|---:|---:|---:|"]
    for n in sorted(before):
        lines.append(f"| {n} | {text_of(before[n])} | {text_of(after[n])} | "
                     f"{before[n] / after[n]:.1f} |")
    lines.append(f"| fit | {big_o(slow_fit)} | {big_o(fast_fit)} | |")
    return "\n".join(lines)


def curve(name, result):
    """Both forms over n, both axes logarithmic."""
    width, height, left, bottom = 480, 300, 64, 44
    forms = {form: times for form, (times, _) in result.items()}
    xs = sorted(forms["before"])
    ys = [t for times in forms.values() for t in times.values()]
    x_low, x_high = math.log10(xs[0]), math.log10(xs[-1])
    y_low, y_high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def x(n):
        return left + (math.log10(n) - x_low) / (x_high - x_low) * (width - left - 90)

    def y(t):
        return 16 + (y_high - math.log10(t)) / max(1, y_high - y_low) * (height - bottom - 16)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
           'font-family="sans-serif" font-size="11">',
           f"<title>{name}: time over n, before and after</title>",
           f'<rect width="{width}" height="{height}" fill="#fff"/>']
    for exponent in range(y_low, y_high + 1):
        at = y(10 ** exponent)
        out.append(f'<path d="M{left} {at:.1f}H{width - 90}" stroke="#ddd"/>'
                   f'<text x="{left - 6}" y="{at + 4:.1f}" text-anchor="end">'
                   f"{text_of(10 ** exponent)}</text>")
    for n in xs:
        out.append(f'<text x="{x(n):.1f}" y="{height - bottom + 18}" '
                   f'text-anchor="middle">{n}</text>')
    out.append(f'<text x="{(left + width - 90) / 2}" y="{height - 8}" '
               'text-anchor="middle">n</text>')
    for form, colour in (("before", "#c0392b"), ("after", "#1e8449")):
        points = " ".join(f"{x(n):.1f},{y(t):.1f}" for n, t in sorted(forms[form].items()))
        last = forms[form][xs[-1]]
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" '
                   'stroke-width="2"/>')
        out.append(f'<text x="{width - 84}" y="{y(last) + 4:.1f}" fill="{colour}">'
                   f"{form}</text>")
    return "\n".join(out) + "\n</svg>\n"


def main():
    wanted = {name.removeprefix("slowpath-") for name in sys.argv[1:]}
    EVIDENCE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        postgres = Postgres(pathlib.Path(folder))
        try:
            for page in sorted((ROOT / "docs" / "checks").glob("slowpath-*.md")):
                name = page.stem.removeprefix("slowpath-")
                if wanted and name not in wanted:
                    continue
                text = page.read_text()
                start = text.index("## Measured")
                match = COMMAND.search(text, start)
                if not match:
                    sys.exit(f"{page}: no command under 'Measured'")
                print(name, file=sys.stderr)
                result = measure(match.groups()[:2], pathlib.Path(folder), postgres)
                (EVIDENCE / f"{page.stem}.svg").write_text(curve(page.stem, result))
                today = datetime.date.today().isoformat()
                page.write_text(
                    f"{text[:match.end()]}\n{table(result)}\n\n"
                    f"![Time over n, before and after](../evidence/{page.stem}.svg)\n\n"
                    f"{today}: {machine()}\n")
        finally:
            postgres.stop()


if __name__ == "__main__":
    main()
