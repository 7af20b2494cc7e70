"""The commands about pressure: deadlines, episodes, follows, holds. Registered in `app`."""

from __future__ import annotations

from typing import Annotated

import typer

from demarche.cli.options import JsonOption, LedgerOption, Names, all_names, ledger_path

__all__ = ["deadlines", "episodes", "follows", "holds"]

ByOption = Annotated[Names, typer.Option("--by", help="Who exerts it; repeated names are pooled.")]
AgainstOption = Annotated[Names, typer.Option("--against", help="On whom; repeated names are pooled.")]
InOption = Annotated[str | None, typer.Option("--in", help="2025, 2025-03, or 2025-01-01/2025-06-30.")]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", help="As it was known on this day [default: the last document's].")
]
StatesOption = Annotated[bool, typer.Option("--states", help="Everybody who speaks for the states of those named.")]


def deadlines(
    by: ByOption = None,
    against: AgainstOption = None,
    in_: InOption = None,
    open_: Annotated[bool, typer.Option("--open", help="Only those that may still come, by due day.")] = False,
    as_of: AsOfOption = None,
    limit: Annotated[int, typer.Option("--limit", help="Show so many of each part at most.", min=1)] = 200,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """List pressures with their lives: by when, moved how often, what became of them, in whose words.

    demarche deadlines --open
    demarche deadlines --by Trump --against Russia --in 2025
    """
    from demarche.cli.deadlines import deadlines_command
    from demarche.cli.pressure_question import PressureQuestion

    question = PressureQuestion.of(all_names(by), all_names(against), in_, as_of, open_=open_)
    deadlines_command(ledger_path(ledger), question, limit, as_json=json)


def episodes(
    by: ByOption = None,
    against: AgainstOption = None,
    in_: InOption = None,
    before: Annotated[int, typer.Option("--before", help="Days before the announcement to look at.", min=0)] = 14,
    after: Annotated[int, typer.Option("--after", help="Days after the outcome or deadline.", min=0)] = 14,
    states: StatesOption = False,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Tell each pressure as an episode: contacts, offers, praise and concessions around it, day by day.

    It says what came before and what followed, never why.

    demarche episodes --by Trump --against Russia --in 2025
    """
    from demarche.cli.episodes import episodes_command
    from demarche.cli.pressure_question import PressureQuestion

    question = PressureQuestion.of(all_names(by), all_names(against), in_, as_of, states=states)
    episodes_command(ledger_path(ledger), question.sided("episodes"), before, after, as_json=json)


def follows(
    by: ByOption = None,
    against: AgainstOption = None,
    in_: InOption = None,
    window: Annotated[list[int] | None, typer.Option("--window", help="Days; repeat for several [3, 7, 14].")] = None,
    draws: Annotated[int, typer.Option("--draws", help="Rotations to draw where there are many.", min=1)] = 9_999,
    seed: Annotated[int, typer.Option("--seed", help="Of the drawing: the same seed, the same p-values.")] = 1,
    states: StatesOption = False,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Test whether contact is more or less frequent before a deadline and after a threat than on other days.

    demarche follows --by Trump --against Russia --in 2025 --states
    """
    from demarche.cli.follows import follows_command
    from demarche.cli.pressure_question import PressureQuestion

    question = PressureQuestion.of(all_names(by), all_names(against), in_, None, states=states)
    options = {"windows": tuple(window or (3, 7, 14)), "draws": draws, "seed": seed}
    follows_command(ledger_path(ledger), question.sided("follows"), options, as_json=json)


def holds(
    by: ByOption = None,
    against: AgainstOption = None,
    in_: InOption = None,
    landmark: Annotated[
        int, typer.Option("--landmark", help="Groups: a contact within so many days, or none.", min=1)
    ] = 7,
    horizon: Annotated[int, typer.Option("--horizon", help="Compare the groups so many days later.", min=1)] = 30,
    states: StatesOption = False,
    as_of: AsOfOption = None,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Tell whether deadlines hold: the share carried out by their day, and the time to an outcome.

    demarche holds --by Trump --against Russia --in 2025
    """
    from demarche.cli.holds import holds_command
    from demarche.cli.pressure_question import PressureQuestion

    question = PressureQuestion.of(all_names(by), all_names(against), in_, as_of, states=states)
    holds_command(ledger_path(ledger), question, landmark, horizon, as_json=json)
