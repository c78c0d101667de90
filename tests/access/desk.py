"""A desk without a screen: an X server, an accessibility bus, Meipi, and somebody who listens.

python desk.py: run in a D-Bus session of its own, with MEIPI_HOME set. Ends as the listener does.
"""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from subprocess import PIPE, Popen

ROOT = Path(__file__).resolve().parents[2]
BUS = ("/usr/libexec/at-spi-bus-launcher", "--launch-immediately")
LISTENER = ("/usr/bin/python3", str(Path(__file__).with_name("by_bus.py")))
ACCESS = {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}


def main() -> int:
    with ExitStack() as stack:

        def start(*words: str, env: dict[str, str], out: int | None = None) -> "Popen[str]":
            one = Popen(words, env=env, cwd=ROOT, stdout=out, text=True, start_new_session=True)
            stack.enter_context(one)
            stack.callback(os.killpg, one.pid, signal.SIGKILL)  # with what it started itself
            return one

        env = dict(os.environ)
        screen = start(
            *("Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"),
            env=env,
            out=PIPE,
        )
        assert screen.stdout
        env |= ACCESS | {"DISPLAY": f":{screen.stdout.readline().strip()}"}
        start("matchbox-window-manager", env=env)  # without one, no window is the active one
        start(*BUS, env=env)
        start(sys.executable, "-m", "gui", env=env)
        return subprocess.run(LISTENER, env=env, timeout=100, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
