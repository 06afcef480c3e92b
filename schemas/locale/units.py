"""What the commands about units say."""

from typing import Final

WORDS: Final = {
    "added": ("已登记单位“{unit}”。", "Recorded the unit “{unit}”."),
    "changed": ("已改好单位“{unit}”。", "Changed the unit “{unit}”."),
    "merged": ("已把“{unit}”并入“{into}”。", "Merged “{unit}” into “{into}”."),
    "headings": ("表头按这样收", "What headings on its sheets mean"),
    "sheet": ("报表", "Sheet"),
    "heading": ("表头", "Heading"),
    "meaning": ("收作", "Taken as"),
    "tier": ("（{tier}）", " ({tier})"),
}
