"""A CUPS of our own on the loopback, with queues that keep what comes out of them."""

from __future__ import annotations

import ctypes
import os
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

LONGEST_S = 60
ENDS_ITSELF_S = 900
"""Whatever becomes of the tests, the daemon ends after so long."""

_FILES = """\
ServerRoot {here}/etc
ServerBin {here}/bin
RequestRoot {here}/spool
CacheDir {here}/cache
StateDir {here}/state
TempDir {here}/spool/tmp
AccessLog {here}/log/access
ErrorLog {here}/log/error
PageLog {here}/log/page
Printcap {here}/state/printcap
SystemGroup root
User lp
Group nogroup
"""

_SETTINGS = """\
Listen 127.0.0.1:{port}
Browsing Off
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""

_BACKEND = """\
#!/bin/sh
# With no argument it names devices; else: job, user, title, copies, options, file.
[ $# -eq 0 ] && exit 0
cd "${DEVICE_URI#capture:}" || exit 1
[ -e says ] && cat says >&2
# Opening a named pipe waits until somebody opens its other end.
[ -p gate ] && read -r _ < gate
[ -e says_then ] && cat says_then >&2
[ -e ends ] && exit "$(cat ends)"
printf '%s\\n' "$3" > title
printf '%s\\n' "$4" > copies
printf '%s\\n' "$5" > options
cat ${6:+"$6"} > coming && mv coming printed
"""

_PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PASSING.PPD"
*Product: "(Passing)"
*PSVersion: "(3010.000) 0"
*Manufacturer: "Sample"
*ModelName: "Passing Printer"
*ShortNickName: "Passing Printer"
*NickName: "Passing Printer"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*cupsVersion: 2.4
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *ColorModel/Colour: PickOne
*DefaultColorModel: RGB
*ColorModel Gray/Grey: ""
*ColorModel RGB/Colour: ""
*CloseUI: *ColorModel
*OpenUI *Duplex/Two-sided: PickOne
*DefaultDuplex: None
*Duplex None/Off: ""
*Duplex DuplexNoTumble/Long edge: ""
*Duplex DuplexTumble/Short edge: ""
*CloseUI: *Duplex
*OpenUI *PageSize/Paper: PickOne
*DefaultPageSize: {size}
*PageSize A4/A4: ""
*PageSize Letter/Letter: ""
*CloseUI: *PageSize
*OpenUI *PageRegion/Paper: PickOne
*DefaultPageRegion: {size}
*PageRegion A4/A4: ""
*PageRegion Letter/Letter: ""
*CloseUI: *PageRegion
*DefaultImageableArea: {size}
*ImageableArea A4/A4: "12 12 583 830"
*ImageableArea Letter/Letter: "12 12 600 780"
*DefaultPaperDimension: {size}
*PaperDimension A4/A4: "595 842"
*PaperDimension Letter/Letter: "612 792"
"""


@dataclass(frozen=True)
class Queue:
    """A queue, and the folder in which it leaves what it printed."""

    name: str
    folder: Path

    @property
    def has_printed(self) -> bool:
        """Whether a paper came out, whole."""
        return (self.folder / "printed").exists()

    def printed(self) -> bytes:
        """Return what came out."""
        return (self.folder / "printed").read_bytes()

    def told(self, what: str) -> str:
        """Return what the printer was told: ``title``, ``copies`` or ``options``."""
        return (self.folder / what).read_text("utf-8").strip()

    def says(self, line: str, then: str = "") -> None:
        """Let the printer say a line at its next job, wait, and then say another."""
        (self.folder / "says").write_text(f"{line}\n", "utf-8")
        (self.folder / "says_then").write_text(f"{then}\n", "utf-8")
        os.mkfifo(self.folder / "gate")

    def goes_on(self) -> None:
        """Let the printer go on that waits."""
        (self.folder / "gate").write_text("on\n", "utf-8")

    def ends_with(self, status: int) -> None:
        """Let the printer end its next job so, printing nothing."""
        (self.folder / "ends").write_text(str(status), "utf-8")


class Cups:
    """The daemon's queues."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def queue(self, *, size: str = "", policy: str = "stop-printer") -> Queue:
        """Add a queue that passes on what it is given.

        With a ``size`` it knows two sides, grey and papers, and that is its usual one.
        """
        self._count += 1
        name = f"ward{self._count}"
        folder = self._folder / "out" / name
        folder.mkdir(parents=True)
        model = ["-m", "raw"]
        if size:
            ppd = folder / "printer.ppd"
            ppd.write_text(_PPD.replace("{size}", size), "latin-1")
            model = ["-P", str(ppd)]
        how = ["-o", f"printer-error-policy={policy}", *model]
        run("lpadmin", "-p", name, "-E", "-v", f"capture:{folder}", *how)
        return Queue(name, folder)


def run(*command: str) -> str:
    """Call one of CUPS's programs and return what it says."""
    ran = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_S)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@contextmanager
def started(folder: Path) -> Iterator[tuple[Cups, str]]:
    """Start a daemon in a folder of its own; give its queues, and where it listens."""
    for one in ("bin/backend", "bin/filter", "spool/tmp", "etc/ppd", "log"):
        (folder / one).mkdir(parents=True)
    for one in ("cache", "state"):
        (folder / one).mkdir()
    for one in ("daemon", "notifier"):
        (folder / "bin" / one).symlink_to(f"/usr/lib/cups/{one}")
    backend = folder / "bin" / "backend" / "capture"
    backend.write_text(_BACKEND, "utf-8")
    # Only what no other account can run is run as root, and can write to our folder.
    backend.chmod(0o700)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "files.conf").write_text(_FILES.replace("{here}", str(folder)), "utf-8")
    (folder / "cupsd.conf").write_text(_SETTINGS.replace("{port}", str(port)), "utf-8")
    settings = ["-c", str(folder / "cupsd.conf"), "-s", str(folder / "files.conf")]
    daemon = subprocess.Popen(
        ["timeout", str(ENDS_ITSELF_S), "cupsd", "-f", *settings],
        # Whoever reads what the tests say would wait for the daemon too.
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_it_answers(daemon, port)
        yield Cups(folder), f"127.0.0.1:{port}"
    finally:
        daemon.terminate()
        daemon.wait(LONGEST_S)


def _wait_until_it_answers(daemon: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(LONGEST_S * 10):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=LONGEST_S).close()
        except ConnectionRefusedError:
            try:
                status = daemon.wait(0.1)
            except subprocess.TimeoutExpired:
                continue
            raise AssertionError(f"cupsd ended with {status}") from None
        return
    raise AssertionError("cupsd does not answer")


def ask_it_in_this_thread(server: str | None) -> None:
    """Let Qt's own calls reach that daemon: CUPS reads its settings once a thread."""
    cups = ctypes.CDLL("libcups.so.2")
    cups.cupsSetServer.argtypes = [ctypes.c_char_p]
    cups.cupsSetServer(server.encode() if server else None)
