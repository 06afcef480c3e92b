"""Every mistake that a person can make: its sentence's key, its values, its exit status.

The sentence of a mistake stands in ``schemas.locale.errors`` under the class's name in
small letters with underscores, and what to do about it under that name and ``.remedy``.
"""

import re
from typing import TYPE_CHECKING
from typing import ClassVar

from schemas.fault import Fault

if TYPE_CHECKING:
    from ledger.exchange.plan_reading import PlanBook


class Mistake(Exception):  # noqa: N818 - the tool speaks of mistakes, not of errors
    """What was asked cannot be done. Nothing has been done."""

    status: ClassVar[int] = 2

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def key(self) -> str:
        """Return the key of this mistake's sentence, ``errors.unknown_unit``."""
        return sentence_key(type(self))


def sentence_key(mistake: type[Mistake]) -> str:
    """Return the key under which the sentence of a kind of mistake stands."""
    return "errors." + re.sub(r"(?<!^)(?=[A-Z])", "_", mistake.__name__).lower()


class MachineMistake(Mistake):
    """The machine is in the way: a file missing, damaged, newer, locked, a full disk."""

    status = 3


class FaultyValue(Mistake):
    """A value that cannot be taken; its sentence is the fault's own."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(**fault.values)
        self.fault = fault

    def key(self) -> str:
        """Return the key of the fault's sentence."""
        return self.fault.key


# The ledger's file ----------------------------------------------------------------------


class LedgerMissing(MachineMistake):
    """There is no ledger at the path."""


class LedgerExists(Mistake):
    """Something is already where a new ledger should be."""


class NotALedger(MachineMistake):
    """The file is not one of ours."""


class LedgerNewer(MachineMistake):
    """The ledger was written by a newer release."""


class LedgerDamaged(MachineMistake):
    """SQLite finds the file damaged."""


class LedgerLocked(MachineMistake):
    """Somebody else has been writing for too long."""


class MachineFailed(MachineMistake):
    """The file system or the disk refused."""


# Campaigns and plans --------------------------------------------------------------------


class UnknownPlan(Mistake):
    """No plan ships under the name, and no file is there."""


class PlanUnreadable(Mistake):
    """The plan's file is not TOML."""


class PlanNoWorkbook(Mistake):
    """Cells cannot hold what the plan says at a place."""


class PlanFaulty(Mistake):
    """Cells of a plan's workbook are wrong: ``plan``, ``n``. ``found`` is what was read."""

    found: "PlanBook"


class NoPlanBook(Mistake):
    """The workbook has no worksheet that says which campaign it is the plan of."""


class PlanInvalid(Mistake):
    """The plan breaks a rule of plans, at a place."""


class SheetUnreadable(Mistake):
    """The file of a kind of sheet that the office declared is not TOML."""


class SheetInvalid(Mistake):
    """A kind of sheet that the office declared breaks a rule of sheets, at a place."""


class UnknownCampaign(Mistake):
    """The ledger has no such campaign."""


class UnknownAction(Mistake):
    """The plan has no such action."""


class NotOwed(Mistake):
    """The plan does not have the unit owe the action."""


class UnknownPhase(Mistake):
    """The plan has no such phase."""


# Records --------------------------------------------------------------------------------


class UnknownRecord(Mistake):
    """No record has the number."""


class UnitExists(Mistake):
    """The parent has a unit of that name already."""


class CodeTaken(Mistake):
    """Another unit has the code."""


class ParentWithin(Mistake):
    """A unit cannot lie below itself."""


class SameUnit(Mistake):
    """A unit cannot be merged with itself."""


class EmptyText(Mistake):
    """What has to be said was left empty."""


class ControlCharacters(Mistake):
    """A text holds characters that no ledger can keep."""


class NothingToChange(Mistake):
    """No field was given."""


class NotANumber(Mistake):
    """A number is not in the form of our numbers."""


class GiverUnreadable(Mistake):
    """The giver's file says nothing that identifies anybody."""


class NoGiver(Mistake):
    """No giver is recorded for the opinion."""


class OpinionWithdrawn(Mistake):
    """The opinion has been withdrawn."""


# Steps of an item -----------------------------------------------------------------------


class StepRefused(Mistake):
    """A rule of the work flow does not allow the step now."""


class CheckedByItself(Mistake):
    """Whoever did the work cannot check it."""


class ItemDropped(Mistake):
    """The item has been dropped."""


class ItemClosed(Mistake):
    """The item is closed: there is nothing to go on with."""


class ItemElsewhere(Mistake):
    """The item is one of another campaign."""


class CarriedOntoItself(Mistake):
    """Items are carried over from another campaign, not from the one in use."""


class TakesNoPart(Mistake):
    """The unit takes no part in the campaign."""


class UnknownMaterial(Mistake):
    """The plan has no such material to be reviewed, or several are meant."""


class UnknownStep(Mistake):
    """The plan's chain of review has no such step."""


class UnknownVerdict(Mistake):
    """The plan has no such verdict, or several are meant."""


class PersonNeeded(Mistake):
    """A material that each leader writes is somebody's."""


class NobodysMaterial(Mistake):
    """A material of the whole body is nobody's own."""


class StepTooEarly(Mistake):
    """The steps before it in the chain of review have not passed the material."""


class StepPassed(Mistake):
    """The step has passed this version of the material already."""


class ReasonsMissing(Mistake):
    """A pass says for each of the plan's verdicts why the material does not fail in it."""


class VerdictMissing(Mistake):
    """A return says which of the plan's verdicts the material fails in, and why."""


class BeforeLastStep(Mistake):
    """A step of the review cannot lie before the one that came last."""


class DayInFuture(Mistake):
    """Something cannot have happened on a day that lies ahead."""


class EndsBeforeItBegins(Mistake):
    """What takes several days cannot end before it begins."""


class NothingHappened(Mistake):
    """Of an activity neither form nor action is said, nor what it was."""


class MoreReached(Mistake):
    """More of a group were reached than there are."""


class WeakKnown(Mistake):
    """The unit has a weak organisation of that name already: ``number``."""


class AlreadyLinked(Mistake):
    """The opinion stands behind the item already."""


# Reported numbers -----------------------------------------------------------------------


class FigureKnown(Mistake):
    """The same number of the same unit was recorded already: ``number``, ``words``."""


class FigureFalls(Mistake):
    """A cumulative number is smaller than the one of an earlier period."""


class LaterFigureFalls(Mistake):
    """A cumulative number is larger than the one of a later period."""


class PeriodAhead(Mistake):
    """The period has not begun."""


# Sheets and periods ---------------------------------------------------------------------


class NothingOwed(Mistake):
    """The plan has the unit owe no such sheet for the period, or it has come."""


class UnknownSheet(Mistake):
    """There is no such kind of sheet."""


class DirectionClosed(Mistake):
    """The sheet may not leave in the direction."""


class DirectionNeedsUnit(Mistake):
    """What goes down goes to one unit, or to each its own."""


class NoReadableFile(Mistake):
    """None of the files could be read."""


class NoSuchFile(Mistake):
    """There is no file or folder at the path."""


class UnknownFile(Mistake):
    """No file that was taken has the digest, or several have its beginning: ``digest``."""


class NotKept(Mistake):
    """Nothing was kept of a file: ``file``."""


class FileExists(Mistake):
    """A file would be replaced."""


class NothingToVisit(Mistake):
    """No unit that takes part is among those that a checklist was asked for."""


class OneSheetAFile(Mistake):
    """Several sheets would go into one CSV file."""


# Entries --------------------------------------------------------------------------------


class UnknownEntry(Mistake):
    """There is no such entry."""


class UnknownRun(Mistake):
    """There is no such run."""


class NothingToUndo(Mistake):
    """No entry is left that could be undone."""


class AlreadyUndone(Mistake):
    """The entry has been undone."""


class CannotUndo(Mistake):
    """The entry is one of those that cannot be undone."""
