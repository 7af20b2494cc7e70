"""Statistics of contact and pressure over plain data: dates, intervals, flags. No ledger, no text.

    follows(series, calendar)              does contact follow pressure? with a randomisation test
    sensitivity(series, reduced, calendar) the same without each source, without doubtful rows, ...
    carried_out(pressures)                 do deadlines hold? share with its exact interval
    time_to_outcome(pressures, as_of)      Kaplan-Meier, open cases censored
    compare(pressures, as_of)              the same with and without a contact
    table(meetings, calendar)              pairs by month or year, zeros included; counterparts, edges, reciprocity
    initiator_balance, lengths, never_came what contacts between two sides are like

Every answer is a frozen dataclass with its sentence; `method` names a section of docs/methods.md.
"""

from demarche.statistics.calendar import Calendar, Days
from demarche.statistics.dyads import Cell, Counterpart, Meeting, counterparts, edges, reciprocity, table
from demarche.statistics.finding import METHODS, Finding
from demarche.statistics.follows import Follows, Series, follows
from demarche.statistics.holding import STATES, Comparison, Pressure, Times, carried_out, compare, time_to_outcome
from demarche.statistics.proportion import Share, clopper_pearson, share
from demarche.statistics.sensitivity import Sensitivity, sensitivity
from demarche.statistics.survival import Curve, Spell, Step, kaplan_meier, log_rank
from demarche.statistics.traffic import (
    Balance,
    Length,
    Lengths,
    Month,
    Plan,
    initiator_balance,
    lengths,
    never_came,
)
from demarche.statistics.window import Tally, Window

__all__ = [
    "METHODS",
    "STATES",
    "Balance",
    "Calendar",
    "Cell",
    "Comparison",
    "Counterpart",
    "Curve",
    "Days",
    "Finding",
    "Follows",
    "Length",
    "Lengths",
    "Meeting",
    "Month",
    "Plan",
    "Pressure",
    "Sensitivity",
    "Series",
    "Share",
    "Spell",
    "Step",
    "Tally",
    "Times",
    "Window",
    "carried_out",
    "clopper_pearson",
    "compare",
    "counterparts",
    "edges",
    "follows",
    "initiator_balance",
    "kaplan_meier",
    "lengths",
    "log_rank",
    "never_came",
    "reciprocity",
    "sensitivity",
    "share",
    "table",
    "time_to_outcome",
]
