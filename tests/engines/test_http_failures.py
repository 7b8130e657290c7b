"""The table of failures is complete, and says "it cost nothing" of nothing that may have been sent."""

import inspect
import ssl
from collections.abc import Iterator

import aiohttp
import pytest
from aiohttp import client_exceptions, http_exceptions
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown
from cavendish.engines.http.failures import FAILURES, TABLE, translated

KEY = "secret-key"
NOT_RAISED_AT_CALLERS = {"WSMessageTypeError"}  # of web sockets, which are not used
COST_NOTHING = {
    "ClientConnectorCertificateError",
    "ClientConnectorDNSError",
    "ClientConnectorError",
    "ClientConnectorSSLError",
    "ClientHttpProxyError",
    "ClientProxyConnectionError",
    "ClientSSLError",
    "ConnectionTimeoutError",
    "InvalidURL",
    "InvalidUrlClientError",
    "InvalidUrlRedirectClientError",
    "NonHttpUrlClientError",
    "NonHttpUrlRedirectClientError",
    "ServerFingerprintMismatch",
    "UnixClientConnectorError",
}
TIMED_OUT = {"ServerTimeoutError", "SocketTimeoutError"}


def classes() -> Iterator[type[Exception]]:
    for module in (client_exceptions, http_exceptions):
        for name, member in inspect.getmembers(module, inspect.isclass):
            own = issubclass(member, Exception) and member.__module__ == module.__name__
            if own and name not in NOT_RAISED_AT_CALLERS:
                yield member


def instance(kind: type[Exception]) -> Exception:
    """One of a class, with the key wherever the class keeps what was sent."""
    proxy = URL(f"http://user:{KEY}@proxy.example")
    connection = ConnectionKey("upstream.example", 443, True, True, proxy, None, None)
    headers = CIMultiDictProxy(CIMultiDict({"x-goog-api-key": KEY}))
    sent = aiohttp.RequestInfo(URL(f"https://upstream.example/?key={KEY}"), "POST", headers)
    if issubclass(kind, aiohttp.ServerFingerprintMismatch):
        return kind(b"a", b"b", "upstream.example", 443)
    if issubclass(kind, aiohttp.client_exceptions.UnixClientConnectorError):
        return kind("/path", connection, OSError(2, KEY))
    if issubclass(kind, aiohttp.ClientConnectorCertificateError):
        return kind(connection, ssl.SSLCertVerificationError(1, "certificate verify failed"))
    if issubclass(kind, aiohttp.ClientConnectorError):
        return kind(connection, OSError(111, KEY))
    if issubclass(kind, aiohttp.ClientResponseError):
        return kind(sent, (), status=407, message=KEY)
    if issubclass(kind, http_exceptions.LineTooLong):
        return kind(KEY.encode(), 10)
    if issubclass(kind, http_exceptions.HttpProcessingError):
        return kind(message=KEY) if "message" in inspect.signature(kind).parameters else kind(KEY)
    return kind(KEY)


@pytest.mark.parametrize("kind", list(classes()), ids=lambda kind: kind.__name__)
def test_every_error_of_the_library_has_its_row(kind: type[Exception]) -> None:
    error = instance(kind)
    assert isinstance(error, FAILURES)
    ours = translated(error, "upstream.example")
    assert ours.charged == ("no" if kind.__name__ in COST_NOTHING else "unknown")
    assert isinstance(ours, EngineTimeout) == (kind.__name__ in TIMED_OUT)
    assert "upstream.example" in ours.message
    assert KEY not in ours.message


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (TimeoutError(), EngineTimeout),
        (ConnectionResetError(104, "x"), OutcomeUnknown),
        (BrokenPipeError(32, "x"), OutcomeUnknown),
        (ssl.SSLError(1, "x"), OutcomeUnknown),
        (RuntimeError("x"), OutcomeUnknown),
        (ValueError("x"), OutcomeUnknown),
    ],
)
def test_the_systems_own_errors_have_an_unknown_outcome(error: Exception, kind: type[EngineFailed]) -> None:
    assert type(translated(error, "upstream.example")) is kind


def test_no_row_is_hidden_by_one_before_it() -> None:
    kinds = [kind for kind, _, _ in TABLE]
    for at, kind in enumerate(kinds):
        assert not any(issubclass(kind, earlier) for earlier in kinds[:at]), kind.__name__


def test_what_is_not_in_the_table_is_no_failure_of_an_upstream() -> None:
    with pytest.raises(TypeError, match="KeyError"):
        translated(KeyError("x"), "upstream.example")
