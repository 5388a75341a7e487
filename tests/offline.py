"""Run a command where the loopback is the only network.

``python -m tests.offline PROGRAM ARGUMENTS``, inside ``unshare --net``: brings the
loopback up, makes sure that there is nothing else, and becomes the program.
"""

from __future__ import annotations

import os
import socket
import struct
import sys

_GET_FLAGS, _SET_FLAGS, _IS_UP = 0x8913, 0x8914, 0x1  # linux/sockios.h, net/if.h


def bring_loopback_up() -> None:
    """Set the flag that ``ip link set lo up`` sets."""
    import fcntl  # only here: Windows has none

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        answer = fcntl.ioctl(any_socket, _GET_FLAGS, request)
        flags = struct.unpack("16sh14x", answer)[1]
        request = struct.pack("16sh14x", b"lo", flags | _IS_UP)
        fcntl.ioctl(any_socket, _SET_FLAGS, request)


def main(command: list[str]) -> None:
    """Become the command, with no way out of this machine."""
    others = [name for _, name in socket.if_nameindex() if name != "lo"]
    if others:
        sys.exit(f"not offline: there is a network besides the loopback: {others}")
    bring_loopback_up()
    os.execv(command[0], command)


if __name__ == "__main__":
    main(sys.argv[1:])
