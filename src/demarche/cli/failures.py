"""How a command ends: exit codes, one clear line for every error, no traceback unless `--debug`."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import NoReturn, ParamSpec

from demarche.errors import DemarcheError
from demarche.visible import visible

P = ParamSpec("P")

OK, PARTLY, FAILED, NOTHING, STOPPED = 0, 1, 2, 3, 130
"""Done; some documents were skipped, the others landed; nothing was done; nothing is new; stopped with Ctrl-C."""


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """A command that ends with one line and an exit code, whatever happens in it."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        quiet_libraries()
        try:
            command(*args, **kwargs)
        except KeyboardInterrupt:
            leave("stopped; what was read so far is kept, the same command goes on from there", STOPPED)
        except BrokenPipeError:
            close_stdout()
        except DemarcheError as error:
            leave(str(error), FAILED, error)
        except OSError as error:
            leave(_system(error), FAILED, error)
        except MemoryError as error:
            leave("not enough memory for this; what was read before is kept", FAILED, error)
        except Exception as error:  # noqa: BLE001 - the last line of defence: a fault of ours, told as one
            leave(f"a fault of demarche: {type(error).__name__}: {error}; run it again with --debug", FAILED, error)

    return run


def leave(message: str, code: int, error: Exception | None = None) -> NoReturn:
    """Say why, and end; with `--debug` the traceback comes first."""
    if error is not None and debugging():
        raise error
    sys.stderr.write(f"demarche: {one_line(message)}\n")
    raise SystemExit(code)


def one_line(message: str) -> str:
    """A message without line breaks, and no longer than a few lines of a terminal."""
    plain = visible(" ".join(message.split()))
    return plain if len(plain) <= 500 else plain[:497] + "..."


def debugging() -> bool:
    """True with `--debug`."""
    return bool(os.environ.get("DEMARCHE_DEBUG"))


def quiet_libraries() -> None:
    """What libraries log is for `--debug`; users get our own lines."""
    if not debugging():
        import logging
        import warnings

        logging.getLogger().addHandler(logging.NullHandler())
        warnings.simplefilter("ignore")


def close_stdout() -> NoReturn:
    """Whoever read our output has enough (`| head`): end quietly."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    raise SystemExit(OK)


def _system(error: OSError) -> str:
    name = f"{error.filename}: " if error.filename else ""
    if error.errno == errno.ENOSPC:
        return f"{name}the disk is full; what was read before is kept"
    return f"{name}{(error.strerror or str(error)).lower()}"
