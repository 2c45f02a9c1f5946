"""The port that the server listens on: whether it can be had, and whether something answers there."""

from __future__ import annotations

import errno
import socket

from registan.cli.speech import sentence

HIGHEST = 65_535


def port_problem(host: str, port: int) -> str:
    """Why nobody can listen there, with the cure; "" where one can."""
    if not 0 < port <= HIGHEST:
        return sentence("serve.port_impossible", port=port)
    try:
        number = numeric(host)
    except OSError:
        return sentence("serve.host_unknown", host=host)
    with socket.socket(_family(number)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((number, port))
        except PermissionError:
            return sentence("serve.port_forbidden", port=port)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                other = port + 1 if port < HIGHEST else port - 1
                return sentence("serve.port_taken", port=port, other=other)
            return sentence("serve.host_unknown", host=host)
    return ""


def numeric(host: str) -> str:
    """The address as figures: IPv4 where a name has both. Raises OSError for an unknown name."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return str(min(found, key=lambda each: each[0] != socket.AF_INET)[4][0])


def answers(host: str, port: int) -> bool:
    """Whether a web server answers there; what it answers does not matter."""
    there = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104  read, not bound
    try:
        with socket.create_connection((there, port), timeout=5) as line:
            line.sendall(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
            return line.recv(4) == b"HTTP"
    except OSError:
        return False


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
