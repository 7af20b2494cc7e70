"""Ten questions that a researcher asks of the views of a ledger in SQL; `benchmarks.queries` times them.

They are those of docs/query.md and some like them, each about other people and another year each time.
"""

from __future__ import annotations

__all__ = ["QUESTIONS"]

_TOOK_PART = "SELECT event_id FROM v_participants WHERE {} = '{}' AND role = 'participants'"
_YEAR = "earliest >= '{year}-01-01' AND latest <= '{year}-12-31'"

#: what is asked -> SQL with places for {one} and {other}, {state} and {second}, {year} and {month}
QUESTIONS: dict[str, str] = {
    "calls of two people, by year": f"""
SELECT substr(earliest, 1, 4) AS year, count(*) AS calls FROM v_contacts
WHERE type = 'call' AND status = 'held'
  AND event_id IN ({_TOOK_PART.format("name", "{one}")}) AND event_id IN ({_TOOK_PART.format("name", "{other}")})
GROUP BY year ORDER BY year""",
    "contacts of two states in a year": f"""
SELECT substr(earliest, 1, 7) AS month, count(*) AS contacts FROM v_contacts
WHERE status = 'held' AND {_YEAR}
  AND event_id IN ({_TOOK_PART.format("side", "{state}")}) AND event_id IN ({_TOOK_PART.format("side", "{second}")})
GROUP BY month ORDER BY month""",
    "a person's hours with each other": f"""
WITH other AS (
  SELECT DISTINCT p.event_id, p.name, p.side FROM v_participants p
  WHERE p.event_id IN ({_TOOK_PART.format("name", "{one}")})
    AND p.role = 'participants' AND p.actor_kind = 'person' AND p.side <> '{{state}}')
SELECT other.name AS counterpart, count(*) AS contacts, sum(c.minutes_min) AS minutes
FROM other JOIN v_contacts c ON c.event_id = other.event_id
WHERE c.status = 'held' AND {_YEAR.replace("earliest", "c.earliest").replace("latest", "c.latest")}
GROUP BY other.name ORDER BY minutes DESC""",
    "threats of a person in a year": f"""
SELECT event_id, date, recipients, measure, outcome FROM v_pressures
WHERE type = 'threat' AND {_YEAR}
  AND event_id IN (SELECT event_id FROM v_participants WHERE name = '{{one}}' AND role = 'actor')
ORDER BY earliest""",
    "stances of a state on another in a year": f"""
SELECT f.value AS stance, count(DISTINCT s.event_id) AS statements
FROM v_statements s JOIN v_fields f ON f.event_id = s.event_id AND f.field = 'stance'
WHERE {_YEAR.replace("earliest", "s.earliest").replace("latest", "s.latest")}
  AND s.event_id IN (SELECT event_id FROM v_participants WHERE side = '{{state}}' AND role = 'actor')
  AND s.event_id IN (SELECT event_id FROM v_participants WHERE side = '{{second}}' AND role = 'about')
GROUP BY f.value ORDER BY statements DESC""",
    "words for the sanctions of a person": """
SELECT x.event_id, x.value AS measure, x.words, x.publisher, x.url FROM v_evidence x
WHERE x.shows = 'measure' AND x.report_id IN (
  SELECT p.report_id FROM v_participants p JOIN v_reports r ON r.report_id = p.report_id
  WHERE p.name = '{one}' AND p.role = 'actor' AND r.type = 'sanction')
ORDER BY x.published""",
    "contradicted events of a month": """
SELECT e.event_id, e.who, r.publisher, r.status, r.date, r.words, r.url
FROM v_events e JOIN v_reports r ON r.event_id = e.event_id
WHERE e.disputed = 1 AND substr(e.earliest, 1, 7) = '{month}'
ORDER BY e.earliest, e.event_id, r.published""",
    "plans of a month without more": """
SELECT event_id, type, date, participants FROM v_contacts
WHERE status = 'planned' AND earliest >= '{month}-01' AND earliest <= '{month}-31'
ORDER BY earliest""",
    "whom a person met most": """
SELECT p.name, count(DISTINCT p.event_id) AS contacts
FROM v_participants p JOIN v_participants mine ON mine.report_id = p.report_id AND mine.role = p.role
WHERE mine.name = '{one}' AND mine.role = 'participants' AND p.name <> '{one}'
GROUP BY p.name ORDER BY contacts DESC LIMIT 20""",
    "all documents by month": """
SELECT month, sum(documents) AS documents FROM v_coverage
WHERE source_class <> 'entry' AND month IS NOT NULL GROUP BY month ORDER BY month""",
}
