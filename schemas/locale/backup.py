"""What ``backup`` and ``restore`` say."""

from typing import Final

WORDS: Final = {
    "made": ("已备份到 {path}", "Backed up to {path}"),
    "restored": (
        "已用 {file} 换回台账 {path}",
        "Put {file} in the place of the ledger {path}",
    ),
    "kept": (
        "换下来的台账留在 {path}，换错了可以再换回来：campaign restore {path}",
        "What was replaced is kept as {path}. To put it back: campaign restore {path}",
    ),
}
