"""How a command opens the ledger: to read it, or to write one entry.

``opened`` gives what every command asks for: the campaign in use, units by their names,
the plan's words. ``writing`` adds the entry, and says what became of it when it is over.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING

from cli.screen import Screen
from cli.setting import setting_of
from schemas.fault import Fault
from schemas.locale import say

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from collections.abc import Iterator
    from datetime import date

    import typer

    from cli.setting import Setting
    from ledger.campaigns import CampaignInUse
    from ledger.store import Author
    from ledger.store import Entry
    from ledger.store import Ledger
    from ledger.units import UnitNames
    from schemas.deadline import Deadline


class Opened:
    """A ledger that is open, the campaign in use, and what names and words mean in it."""

    def __init__(self, ledger: Ledger, campaign: CampaignInUse, setting: Setting) -> None:
        self.ledger = ledger
        self.campaign = campaign
        self.setting = setting
        self.screen = Screen(setting)
        self._strange: dict[tuple[str, str], str | None] = {}

    @property
    def connection(self) -> sqlite3.Connection:
        """The database's own connection, for what reads."""
        return self.ledger.connection

    @cached_property
    def names(self) -> UnitNames:
        """Every name of every unit."""
        from ledger.units import UnitNames

        return UnitNames(self.connection)

    def unit(self, name: str) -> int:
        """Return the unit that a name means; raises FaultyValue."""
        return self.names.required(name)

    def unit_if(self, name: str | None) -> int | None:
        """Return the unit that a name means, or None where none was named."""
        return None if name is None else self.unit(name)

    def called(self, unit: int) -> str:
        """Return a unit's name, with its parent's before it where another has that name."""
        name = self.names.names[unit]
        twins = sum(other == name for other in self.names.names.values())
        return name if twins == 1 else self.names.full(unit)

    def full_name(self, said: str) -> str:
        """Return the name of the unit that was meant, or what was said where it is none."""
        found = self.names.find(said)
        return self.names.names[found] if isinstance(found, int) else said

    def meant(self, field: str, said: str) -> str:
        """Return the plan's word for a spelling of it, or the spelling itself."""
        words = self.campaign.plan.words(field)
        return (words.meaning(said) if words else None) or said

    def meant_if(self, field: str, said: str | None) -> str | None:
        """Return the plan's word for a spelling of it, or None where none was given."""
        return None if said is None else self.meant(field, said)

    def status(self, said: str) -> str:
        """Return the standing of work that a word means under the plan; raises BadChoice."""
        from cli.options import chosen

        return chosen("--status", said, self.campaign.status_codes, self.setting.lang)

    def statuses(self, said: Iterable[str] | None) -> tuple[str, ...]:
        """Return the standings that words mean; none given means none."""
        return tuple(map(self.status, said or ()))

    def word(self, field: str, said: str) -> str:
        """Return a word to be kept; one that the plan does not have is named at the end.

        Raises FaultyValue where the plan has closed its list.
        """
        from ledger import words

        plan = self.campaign.plan
        strange = words.strange(plan, field, said)
        settled = words.settle(plan, field, said)
        if strange is not None:
            self._strange[field, said] = strange[1]
        return settled

    def words(self, field: str, said: Iterable[str]) -> list[str]:
        """Return several words to be kept, each once; empty ones are left out."""
        return list(dict.fromkeys(self.word(field, one) for one in said if one.strip()))

    def action_code(self, said: str) -> str:
        """Return the code of an action by its code or name; raises UnknownAction."""
        from ledger.phases import action_of

        return action_of(self.campaign.plan, said).code

    def phase_code(self, said: str) -> str:
        """Return the code of a phase by its code or name; raises UnknownPhase."""
        from ledger.plans import phase_of

        return phase_of(self.campaign.plan, said).code

    def deadline(self, words: str, raised_on: date | None) -> Deadline:
        """Return the deadline that its words mean; raises FaultyValue.

        ``raised_on`` is the day from which 立行立改 is counted.
        """
        from ledger.errors import FaultyValue
        from schemas.deadline import read_deadline

        found = read_deadline(
            words,
            self.campaign.plan.frame(self.setting.today),
            raised_on=raised_on,
        )
        if isinstance(found, Fault):
            raise FaultyValue(found)
        if found is None:
            raise FaultyValue(Fault("ledger.due_empty"))
        return found

    def name_strange_words(self) -> None:
        """Name the words that the plan does not have, once each."""
        for (_, said), near in self._strange.items():
            key = "entries.strange_word" if near is None else "entries.near_word"
            self.screen.warn(key, word=said, near=near)
        self._strange.clear()


class Writing(Opened):
    """An open ledger with the entry that is being written."""

    def __init__(self, opened: Opened, entry: Entry, *, final: bool) -> None:
        super().__init__(opened.ledger, opened.campaign, opened.setting)
        self.entry = entry
        self._booked = "entries.final" if final else "entries.booked"
        self._sentence: tuple[str, dict[str, object]] | None = None
        self._notes: list[tuple[str, dict[str, object]]] = []

    def tell(self, key: str, **values: object) -> None:
        """Keep the sentence that tells what was done, for when it has been."""
        self._sentence = key, values

    def note(self, key: str, **values: object) -> None:
        """Keep a sentence that asks for attention, for when all has been done."""
        self._notes.append((key, values))

    def finish(self, *, dry_run: bool) -> None:
        """Say what was done and how it is taken back, or that nothing changed."""
        if self.entry.empty:
            self.screen.reply("entries.unchanged")
        elif self._sentence is not None:
            key, values = self._sentence
            done = say(key, self.screen.lang, **values)
            self.screen.reply(self._booked, done=done, entry=self.entry.id)
        self.name_strange_words()
        for key, values in self._notes:
            self.screen.warn(key, **values)
        if dry_run:
            self.screen.say("screen.dry_run")


@contextmanager
def opened(ctx: typer.Context) -> Iterator[Opened]:
    """Open the ledger to read it."""
    from ledger import campaigns
    from ledger.store import open_ledger

    setting = setting_of(ctx)
    with open_ledger(setting.ledger) as ledger:
        campaign = campaigns.in_use(ledger.connection, setting.campaign, setting.sheets)
        yield Opened(ledger, campaign, setting)


@contextmanager
def writing(
    ctx: typer.Context, by: str | None, *, dry_run: bool = False, final: bool = False
) -> Iterator[Writing]:
    """Open the ledger and write one entry; then say what became of it.

    A ``final`` entry is one that cannot be undone.
    """
    with opened(ctx) as work:
        with work.ledger.writing(
            author(ctx, by),
            campaign=work.campaign.id,
            kind="final" if final else "command",
            dry_run=dry_run,
        ) as entry:
            written = Writing(work, entry, final=final)
            yield written
        written.finish(dry_run=dry_run)


def author(ctx: typer.Context, by: str | None) -> Author:
    """Return who does something, today, at which time, and what was typed."""
    from ledger.store import Author

    setting = setting_of(ctx)
    now = setting.now.isoformat(timespec="seconds")
    return Author(by=by or setting.user, today=setting.today, now=now, typed=setting.typed)
