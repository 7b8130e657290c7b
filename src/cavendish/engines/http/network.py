"""What the machine's owner has said about the network: which certificates are trusted, and which proxy is used.

Certificates are the system's, or those that SSL_CERT_FILE and SSL_CERT_DIR name. Proxies are HTTPS_PROXY, HTTP_PROXY
and NO_PROXY (on macOS and Windows the system's own settings too); they may change while we run.
"""

import os
import ssl
import sys
from urllib.request import getproxies, proxy_bypass

__all__ = ["proxy_for", "system_certificates"]

BUNDLES = (  # where distributions keep them, for a Python that was built elsewhere and looks in the wrong place
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def system_certificates() -> ssl.SSLContext:
    """A context for clients that verifies against what this system trusts; takes milliseconds, reads files."""
    named = "SSL_CERT_FILE" in os.environ or "SSL_CERT_DIR" in os.environ
    if sys.platform in ("darwin", "win32") and not named:
        import truststore

        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.create_default_context()
    paths = ssl.get_default_verify_paths()
    if not named and paths.cafile is None and paths.capath is None:
        for bundle in filter(os.path.isfile, BUNDLES):
            context.load_verify_locations(bundle)
            break
    return context


def proxy_for(scheme: str, host: str, port: int) -> str | None:
    """The URL of the proxy that calls to this host go through, credentials included; None for a direct way."""
    proxy = getproxies().get(scheme)
    if not proxy or proxy_bypass(f"{host}:{port}"):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
