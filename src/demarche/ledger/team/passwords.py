"""Passwords: kept as scrypt hashes that name their own parameters, compared in constant time.

    scrypt$15$8$3$SALT$HASH        log2 of N, r, p; salt and hash in base 64

Source: RFC 7914; the parameters are those that OWASP's Password Storage Cheat Sheet gives for 32 MB.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from base64 import b64decode, b64encode

from demarche.errors import UsageError

__all__ = ["checked", "hashed", "is_same", "made_up"]

LEAST, MOST = 10, 200
_LOG_N, _R, _P = 15, 8, 3
_BYTES = 32
_MEMORY = 128 * 1024 * 1024
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def checked(password: str, name: str) -> str:
    """The password, when it may be one; UsageError says why not."""
    if not LEAST <= len(password) <= MOST:
        raise UsageError(f"a password has {LEAST} to {MOST} characters; nothing was changed")
    if len(set(password)) < 4 or password.strip().lower().replace(name, "") in ("", "password"):
        raise UsageError("this password is guessed at once; nothing was changed; take several words")
    return password


def hashed(password: str, log_n: int = _LOG_N) -> str:
    """The hash to keep, with a salt of its own; one more of `log_n` takes twice the time and memory."""
    salt = secrets.token_bytes(16)
    made = _scrypt(password, salt, log_n, _R, _P)
    return "$".join(["scrypt", str(log_n), str(_R), str(_P), b64encode(salt).decode(), b64encode(made).decode()])


def is_same(password: str, kept: str | None) -> bool:
    """True when this is the password of the hash; without one it takes as long and is False."""
    if kept is None:
        _scrypt(password, secrets.token_bytes(16), _LOG_N, _R, _P)
        return False
    _, log_n, r, p, salt, made = kept.split("$")
    again = _scrypt(password, b64decode(salt), int(log_n), int(r), int(p))
    return hmac.compare_digest(again, b64decode(made))


def made_up() -> str:
    """A password that nobody guesses and everybody can read out: four groups of five letters and digits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))


def _scrypt(password: str, salt: bytes, log_n: int, r: int, p: int) -> bytes:
    # the same password typed on another keyboard may come in other code points
    words = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(words, salt=salt, n=2**log_n, r=r, p=p, maxmem=_MEMORY, dklen=_BYTES)
