"""Addresses that must not be gone to, whatever they are wrapped in."""

import pytest

from cavendish.engines.addresses import judge

PUBLIC = (
    "1.1.1.1",
    "8.8.8.8",
    "9.255.255.255",
    "11.0.0.0",
    "100.63.255.255",
    "100.128.0.0",
    "126.255.255.255",
    "128.0.0.1",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "192.169.0.0",
    "223.255.255.255",
    "2606:4700:4700::1111",
    "2a00:1450:4001:80b::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
    "2002:808:808::1",
)
PRIVATE = (
    "10.0.0.1",
    "100.64.0.1",
    "100.127.255.255",
    "127.0.0.1",
    "127.255.255.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.0.1",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
    "2002:c0a8:1::1",
    "fc00::1",
    "fdff::1",
    "fec0::1",
)
CLOSED = (
    "0.0.0.0",
    "0.1.2.3",
    "100.100.100.200",
    "168.63.129.16",
    "169.254.169.254",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::127.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::a00:1",
    "100::1",
    "2001::1",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:a9fe:a9fe::",
    "3fff::1",
    "4000::1",
    "5f00::1",
    "fd00:ec2::254",
    "fd20:ce::254",
    "fe80::1",
    "fe80::1%eth0",
    "ff02::1",
)
NOT_AN_ADDRESS = (
    "",
    "127.1",
    "0x7f.1",
    "2130706433",
    "0177.0.0.1",
    "127。0。0。1",
    "①②⑦.0.0.①",
    "localhost",
    "1.1.1.1 ",
)


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_are_open(address: str) -> None:
    assert judge(address) is None
    assert judge(address, allow_private=True) is None


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_closed_unless_allowed(address: str) -> None:
    assert "public internet" in (judge(address) or "")
    assert judge(address, allow_private=True) is None


@pytest.mark.parametrize("address", CLOSED)
def test_addresses_that_stay_closed(address: str) -> None:
    assert judge(address)
    assert judge(address, allow_private=True)


@pytest.mark.parametrize("text", NOT_AN_ADDRESS)
def test_what_is_not_an_address_is_closed(text: str) -> None:
    assert judge(text, allow_private=True)


@pytest.mark.parametrize(("server", "client"), [("8.8.8.8", "10.0.0.1"), ("10.0.0.1", "8.8.8.8")])
def test_both_addresses_in_a_teredo_address_count(server: str, client: str) -> None:
    words = [bytes(map(int, text.split("."))) for text in (server, client)]
    hidden = bytes(byte ^ 0xFF for byte in words[1])
    packed = b"\x20\x01\x00\x00" + words[0] + b"\x80\x00" + b"\x63\xbf" + hidden
    address = ":".join(packed[at : at + 2].hex() for at in range(0, 16, 2))
    assert "private" in (judge(address) or "")
