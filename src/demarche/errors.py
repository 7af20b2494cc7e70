"""The error tree. An error says whether to skip one document or to stop.

DemarcheError
├── DocumentError      skip this document, go on with the run
└── FatalError         stop: nothing was written
    ├── LedgerError    the ledger cannot be opened or written
    └── UsageError     the request itself makes no sense
        └── NotAllowedError    it makes sense, and is for others to make
"""

from __future__ import annotations


class DemarcheError(Exception):
    """Base of all errors that demarche raises on purpose: one clear line, no traceback."""


class DocumentError(DemarcheError):
    """One document cannot be read; the run goes on without it."""


class FatalError(DemarcheError):
    """The run cannot go on; nothing of it was written."""


class LedgerError(FatalError):
    """The ledger file cannot be opened, read or written."""


class UsageError(FatalError):
    """The request cannot be understood: an unknown date, kind, name or file."""


class NotAllowedError(UsageError):
    """Whoever asks has an account whose role does not reach that far."""
