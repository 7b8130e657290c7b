"""Which addresses belong to the public internet: our own table, since `ipaddress.is_global` is wrong about a dozen.

An IPv6 address that carries an IPv4 address is judged by what it carries. In IPv6 only 2000::/3 has been given out, so
all else is closed. Sources: IANA's special-purpose registries for IPv4 and IPv6, RFC 6890, 6052 and 8215 (NAT64), 3056
(6to4), 4380 (Teredo), 9637 (3fff::/20); the clouds' own documents for the addresses of their metadata services.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

__all__ = ["judge"]

OWN_NETWORK = frozenset({"private", "loopback", "shared"})  # what `allow_private` opens

IPV4 = tuple(
    (IPv4Network(network), kind)
    for network, kind in (
        ("100.100.100.200/32", "metadata"),  # Alibaba
        ("168.63.129.16/32", "metadata"),  # Azure
        ("192.0.0.192/32", "metadata"),  # Oracle
        ("0.0.0.0/8", "unspecified"),
        ("10.0.0.0/8", "private"),
        ("100.64.0.0/10", "shared"),
        ("127.0.0.0/8", "loopback"),
        ("169.254.0.0/16", "link-local"),  # and the metadata service of nearly every cloud
        ("172.16.0.0/12", "private"),
        ("192.0.0.0/24", "reserved"),
        ("192.0.2.0/24", "documentation"),
        ("192.31.196.0/24", "reserved"),
        ("192.52.193.0/24", "reserved"),
        ("192.88.99.0/24", "reserved"),
        ("192.168.0.0/16", "private"),
        ("192.175.48.0/24", "reserved"),
        ("198.18.0.0/15", "benchmarking"),
        ("198.51.100.0/24", "documentation"),
        ("203.0.113.0/24", "documentation"),
        ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    )
)
IPV6 = tuple(
    (IPv6Network(network), kind)
    for network, kind in (
        ("fd00:ec2::/32", "metadata"),  # AWS
        ("fd20:ce::/32", "metadata"),  # Google
        ("::1/128", "loopback"),
        ("fc00::/7", "private"),
        ("fe80::/10", "link-local"),
        ("fec0::/10", "private"),
        ("ff00::/8", "multicast"),
        ("2001::/23", "reserved"),
        ("2001:db8::/32", "documentation"),
        ("2620:4f:8000::/48", "reserved"),
        ("3ffe::/16", "reserved"),
        ("3fff::/20", "documentation"),
    )
)
GIVEN_OUT = IPv6Network("2000::/3")
NAT64 = IPv6Network("64:ff9b::/96")


def judge(address: str, *, allow_private: bool = False) -> str | None:
    """Why nobody may go to this address, which must be one as the system prints them; None where one may."""
    try:
        found = ip_address(address)
    except ValueError:
        return "its address cannot be understood"
    for inner in _carried(found):
        kind = _kind(inner)
        if kind and not (allow_private and kind in OWN_NETWORK):
            return f"its address is not of the public internet ({kind})"
    return None


def _carried(address: IPv4Address | IPv6Address) -> tuple[IPv4Address | IPv6Address, ...]:
    """The addresses that packets for this one end at."""
    if isinstance(address, IPv4Address):
        return (address,)
    if address.ipv4_mapped:
        return (address.ipv4_mapped,)
    if address.sixtofour:
        return (address.sixtofour,)
    if address.teredo:
        return address.teredo
    if address in NAT64:
        return (IPv4Address(int(address) & 0xFFFFFFFF),)
    return (address,)


def _kind(address: IPv4Address | IPv6Address) -> str | None:
    if isinstance(address, IPv4Address):
        return next((kind for network, kind in IPV4 if address in network), None)
    found = next((kind for network, kind in IPV6 if address in network), None)
    return found or (None if address in GIVEN_OUT else "reserved")
