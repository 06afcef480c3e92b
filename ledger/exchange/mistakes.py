"""What can be wrong with a file as a whole, or with what a clerk says of its headings.

The sentences stand in ``schemas.locale.errors_sheets``, each with its remedy.
"""

from ledger.errors import Mistake


class FileUnreadable(Mistake):
    """The file cannot be read as sheets: ``file`` in all of them."""

    def key(self) -> str:
        """Return the key of this mistake's sentence, ``errors_sheets.file_empty``."""
        return super().key().replace("errors.", "errors_sheets.", 1)


class FileEmpty(FileUnreadable):
    """There is nothing in the file."""


class FileTooLarge(FileUnreadable):
    """The file is larger than any sheet: ``size`` and ``most`` in MB."""


class FileUnpacksTooLarge(FileUnreadable):
    """A small file that would unpack to a huge one."""


class SheetTooLarge(FileUnreadable):
    """A worksheet has too many cells: ``sheet``, ``cells``, ``most``."""


class FileEncrypted(FileUnreadable):
    """The file asks for a password."""


class FileIsEt(FileUnreadable):
    """A WPS .et file that cannot be read as .xls."""


class FileIsWord(FileUnreadable):
    """A Word document."""


class FileIsPdf(FileUnreadable):
    """A PDF."""


class FileIsPicture(FileUnreadable):
    """A photograph or a scan."""


class FileIsArchive(FileUnreadable):
    """A .rar, .7z or .zip with no workbook of its own."""


class FileNotASheet(FileUnreadable):
    """Something else that holds no sheet."""


class FileDamaged(FileUnreadable):
    """It looks like a workbook and cannot be read as one: ``why``."""


class FileTookTooLong(FileUnreadable):
    """It was not read in the time that a file of its size has: ``seconds``."""


class FileBrokeReading(FileUnreadable):
    """The process that reads ended without a word at this file."""


class TooManyParts(FileUnreadable):
    """A workbook of more parts than any program makes: ``parts``, ``most``."""


class TooManyRows(FileUnreadable):
    """More rows than a worksheet of Excel has: ``most``."""


class TooManySheets(FileUnreadable):
    """A workbook with more worksheets than anybody fills in: ``most``."""


class CellTooLong(FileUnreadable):
    """A cell holds more text than any spreadsheet program keeps: ``most`` signs."""


class NotMeant(Mistake):
    """A heading cannot mean what somebody says it means."""

    def key(self) -> str:
        """Return the key of this mistake's sentence, ``errors_sheets.maps_twice``."""
        return super().key().replace("errors.", "errors_sheets.", 1)


class NoSuchHeading(NotMeant):
    """None of the sheets has the heading: ``heading``, ``headings``."""


class UnknownField(NotMeant):
    """The sheet has no such field: ``file``, ``field``, ``sheet``, ``fields``."""


class MapsTwice(NotMeant):
    """Two headings are said to mean one field: ``file``, ``one``, ``other``, ``field``."""


class MapsGiver(NotMeant):
    """A column that tells who spoke is said to mean something else: ``file``, ``heading``."""
