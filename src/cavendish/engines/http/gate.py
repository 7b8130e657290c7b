"""Where connections may lead: every address is judged in the moment it is connected to.

The names of hosts decide nothing, so neither an odd spelling nor a second look-up with another result gets past.
"""

import errno
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp.abc import AbstractResolver, ResolveResult

__all__ = ["Forbidden", "Gate", "Resolver"]

AddrInfo = tuple[int | socket.AddressFamily, int | socket.SocketKind, int, str, tuple[object, ...]]


class Forbidden(PermissionError):
    """The gate let nobody through; `strerror` says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    lookup: Callable[[str, int], Awaitable[list[str]]]  # host, port -> addresses; OSError where there is none
    judge: Callable[[str], str | None]  # address -> why nobody may go there, None if one may

    def socket(self, info: AddrInfo) -> socket.socket:
        """A socket for this very address."""
        family, kind, protocol, _, address = info
        self.check(str(address[0]))
        return socket.socket(family, kind, protocol)

    def check(self, address: str) -> None:
        if reason := self.judge(address):
            raise Forbidden(errno.EACCES, reason)


class Resolver(AbstractResolver):
    """Asks the gate's look-up; a name with one forbidden address is forbidden."""

    def __init__(self, gate: Gate) -> None:
        self._gate = gate

    async def resolve(
        self,
        host: str,
        port: int = 0,
        family: socket.AddressFamily = socket.AF_UNSPEC,  # noqa: ARG002 - the signature is the library's
    ) -> list[ResolveResult]:
        addresses = await self._gate.lookup(host, port)
        if not addresses:
            raise OSError(errno.EADDRNOTAVAIL, "the name has no address")
        for address in addresses:
            self._gate.check(address)
        return [_result(host, port, address) for address in addresses]

    async def close(self) -> None:
        """Nothing is held."""


def _result(host: str, port: int, address: str) -> ResolveResult:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    return ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=socket.AI_NUMERICHOST)
