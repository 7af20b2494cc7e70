"""What a ledger weighs, in all and for each event: files and databases on a server.

python -m benchmarks.size million.ledger postgresql+psycopg://user@host/million
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import sqlalchemy as sa

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from demarche.address import name, on_server
from demarche.ledger import Ledger


def weight(address: str) -> int:
    """Bytes on the disk, with all indexes."""
    if not on_server(address):
        return sum(part.stat().st_size for part in (Path(address), Path(f"{address}-wal")) if part.exists())
    engine = sa.create_engine(address)
    try:
        with engine.connect() as connection:
            return int(connection.exec_driver_sql("SELECT pg_database_size(current_database())").scalar() or 0)
    finally:
        engine.dispose()


def main() -> None:
    """Print one line a ledger."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("ledgers", nargs="+")
    print(f"{'ledger':24} {'events':>10} {'MB':>8} {'bytes an event':>15}")
    for address in options.parse_args().ledgers:
        with Ledger.open(address, read_only=True) as ledger:
            events = ledger.count_events()
        size = weight(address)
        print(f"{name(address):24} {events:>10,} {size / 1e6:>8,.0f} {size / max(events, 1):>15,.0f}")


if __name__ == "__main__":
    main()
