"""Answers as plain values: one shape for `--json`, the JSON API and whoever scripts either."""
