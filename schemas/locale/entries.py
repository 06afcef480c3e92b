"""What is said of entries: what was done, how it is taken back, what became of each row."""

from typing import Final

WORDS: Final = {
    "booked": ("{done}撤销：campaign undo {entry}", "{done} To undo: campaign undo {entry}"),
    "final": ("{done}这一笔不能撤销。", "{done} This cannot be undone."),
    "unchanged": (
        "和台账里的一样，没有改动。",
        "The ledger says so already. Nothing has been changed.",
    ),
    "strange_word": (
        "方案里没有“{word}”这个词，已照原样记下。",
        "“{word}” is no word of the plan; it has been kept as it stands.",
    ),
    "near_word": (
        "方案里没有“{word}”这个词，已照原样记下；最接近的是“{near}”。",
        "“{word}” is no word of the plan; it has been kept as it stands. "
        "The nearest is “{near}”.",
    ),
}
