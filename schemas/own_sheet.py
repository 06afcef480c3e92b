"""A kind of sheet that an office declares for itself, as it stands in a TOML file.

The attributes are those of ``schemas.sheet``. What a column does not say is as in the
sheets that ship.
"""

from typing import Annotated
from typing import Literal

from pydantic import BaseModel
from pydantic import ConfigDict
from pydantic import Field

from schemas.sheet import Kind

Name = Annotated[str, Field(min_length=1, max_length=100)]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,40}$")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class OwnColumn(_Part):
    """A column: the field that it speaks of, and what is different from the usual one."""

    field: Name
    headings: tuple[Name, ...] = Field(default=(), min_length=1)
    english: Name | None = None
    kind: Kind | None = None
    whose: Literal["unit", "office"] | None = None
    leaves: tuple[Literal["down", "up", "public"], ...] | None = None
    required: bool | None = None
    words: Name | None = None
    codes: Name | None = None
    width: int | None = Field(default=None, ge=4, le=120)
    example: str | int | None = None
    group: Name | None = None
    carried: bool | None = None
    happened: bool | None = None
    verbatim: bool | None = None
    blank: bool | None = None


class OwnReading(_Part):
    """What an ambiguous heading means, where its neighbours are as said."""

    heading: Name
    field: Name
    beside: tuple[Name, ...] = ()
    without: tuple[Name, ...] = ()
    values: Name | None = None
    ahead: bool = False


class OwnSheet(_Part):
    """A whole kind of sheet."""

    code: Code
    title: Name
    english: Name | None = None
    record: Name
    tells: tuple[Name, ...] = Field(min_length=1)
    titles: tuple[Name, ...] = ()
    after: tuple[Name, ...] = ("roster",)
    fixed: dict[Name, Name] = {}
    readings: tuple[OwnReading, ...] = ()
    columns: tuple[OwnColumn, ...] = Field(min_length=1)
