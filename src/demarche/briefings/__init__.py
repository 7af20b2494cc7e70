"""A briefing of two sides: one file that can be sent, in which every figure leads to its rows and sentences.

 made = briefing(ledger, between="Russia", and_="United States", period="2025")
 Path("report.html").write_text(made.html(), "utf-8")
 Path("report.md").write_text(made.markdown(), "utf-8")

gathering   the answers of `demarche.analysis`, asked once
rows        the book of rows: every event behind a figure with its code (C12), its sources, its exact words
sections    what is shown: figures, tables and lists as plain data, each with the rows it rests on
pictures    the charts as SVG, when the extra `charts` is installed
rendering   HTML and Markdown from templates; words of strangers are escaped in both
"""

from demarche.briefings.making import Briefing, briefing

__all__ = ["Briefing", "briefing"]
