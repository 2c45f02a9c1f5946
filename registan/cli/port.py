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
    with socket.socket(_family(host)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            return sentence("serve.port_forbidden", port=port)
        except socket.gaierror:
            return sentence("serve.host_unknown", host=host)
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                other = port + 1 if port < HIGHEST else port - 1
                return sentence("serve.port_taken", port=port, other=other)
            return sentence("serve.host_unknown", host=host)
    return ""


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
