"""How a ledger file comes to be and is brought up to date: Alembic, run from inside the package, offline."""
