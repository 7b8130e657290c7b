"""What the library raises, told in our words: what happened, at which host, and whether it may have cost something.

The first row that fits counts, and the last rows fit everything. "It cost nothing" is said of what the library raises
before it has sent a byte of a request, and of nothing else. The library's own errors hold the request's headers, keys
included, so they are never chained to ours.
"""

import os
import socket
import ssl

import aiohttp
from aiohttp.http_exceptions import HttpProcessingError

from cavendish.core.errors import EngineFailed, EngineTimeout, OutcomeUnknown
from cavendish.engines.http.gate import Forbidden

__all__ = ["FAILURES", "not_connected", "translated"]

FAILURES = (aiohttp.ClientError, HttpProcessingError, OSError, RuntimeError, ValueError)

TABLE: tuple[tuple[type[Exception], type[EngineFailed], str], ...] = (
    (aiohttp.ClientConnectorCertificateError, EngineFailed, "The certificate of {host} was not accepted: {reason}."),
    (aiohttp.ClientSSLError, EngineFailed, "No secure connection to {host} could be made."),
    (aiohttp.ClientConnectorDNSError, EngineFailed, "The name {host} leads nowhere: {reason}."),
    (aiohttp.ClientProxyConnectionError, EngineFailed, "Cannot connect to the proxy for {host}: {reason}."),
    (aiohttp.ClientConnectorError, EngineFailed, "Cannot connect to {host}: {reason}."),
    (aiohttp.ClientHttpProxyError, EngineFailed, "The proxy did not let us through to {host}: {reason}."),
    (aiohttp.ServerFingerprintMismatch, EngineFailed, "The certificate of {host} is not the expected one."),
    (aiohttp.ConnectionTimeoutError, EngineFailed, "Cannot connect to {host} in time."),
    (aiohttp.InvalidURL, EngineFailed, "The address of {host} is not a valid URL."),
    (aiohttp.NonHttpUrlClientError, EngineFailed, "The address of {host} is neither http nor https."),
    (TimeoutError, EngineTimeout, "{host} did not answer in time."),
    (aiohttp.ClientError, OutcomeUnknown, "The connection to {host} broke before the answer was complete."),
    (HttpProcessingError, OutcomeUnknown, "{host} sent something that is not HTTP."),
    (OSError, OutcomeUnknown, "The connection to {host} broke before the answer was complete."),
    (RuntimeError, OutcomeUnknown, "The connection to {host} broke before the answer was complete."),
    (ValueError, OutcomeUnknown, "{host} sent something that is not HTTP."),
)


def translated(error: Exception, host: str) -> EngineFailed:
    """Our error for one of FAILURES."""
    for kind, ours, text in TABLE:
        if isinstance(error, kind):
            return ours(text.format(host=host, reason=_reason(error)))
    raise TypeError(f"{type(error).__name__} is not in the table")


def not_connected(error: OSError | ValueError, host: str) -> EngineFailed:
    """Our error where a connection of our own came to nothing; ValueError is for a name that can be none."""
    match error:
        case TimeoutError():
            return EngineFailed(f"Cannot connect to {host} in time.")
        case socket.gaierror() | UnicodeError():
            return EngineFailed(f"The name {host} leads nowhere: it was not found.")
        case ssl.SSLCertVerificationError():
            return EngineFailed(f"The certificate of {host} was not accepted: {_of_the_certificate(error)}.")
        case ssl.SSLError():
            return EngineFailed(f"No secure connection to {host} could be made.")
        case OSError():
            return EngineFailed(f"Cannot connect to {host}: {_of_the_system(error)}.")
    return EngineFailed(f"Cannot connect to {host}.")


def _reason(error: Exception) -> str:
    """A few words that name no address and quote nothing sent."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return _of_the_certificate(error.certificate_error)
        case aiohttp.ClientHttpProxyError():
            return f"it answered {error.status}"
        case aiohttp.ClientConnectorDNSError() if not isinstance(error.os_error, Forbidden):
            return "it was not found"
        case aiohttp.ClientConnectorError():
            return _of_the_system(error.os_error)
    return ""


def _of_the_certificate(error: Exception) -> str:
    return str(getattr(error, "verify_message", "") or "it cannot be verified").rstrip(".")


def _of_the_system(error: OSError) -> str:
    if isinstance(error, Forbidden):
        return str(error.strerror)
    return os.strerror(error.errno).lower() if error.errno else "it failed"
