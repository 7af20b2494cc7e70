"""Who talks to whom, how much: tables of pairs with their zeros, shares, who asks, lengths, plans, the network.

    answer = traffic(ledger, of="Russia", period="2025")
    answer.rows                    # one row a pair and month: contacts, doubtful ones, days that sources cover
    answer.pairs[0].share          # share of all contacts with its exact interval
    answer.pairs[0].balance        # who asked for them
    answer.lengths, answer.plans, answer.returned
    network(ledger, period="2025") # ((("Russia", "United States"), 30), ...)

The arithmetic is that of `demarche.statistics`; here is only how the ledger's contacts become its plain data.
"""

from demarche.analysis.traffic.answers import Pair, Traffic, TrafficRow
from demarche.analysis.traffic.asking import traffic
from demarche.analysis.traffic.days import calendar_of
from demarche.analysis.traffic.net import network

__all__ = ["Pair", "Traffic", "TrafficRow", "calendar_of", "network", "traffic"]
