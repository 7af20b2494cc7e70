"""Statistics of contact and pressure over plain data."""
