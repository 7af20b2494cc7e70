"""What pages show, made from rows: pure functions, no SQL and no HTML in sight."""
