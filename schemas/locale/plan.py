"""What the commands about plans say."""

from typing import Final

WORDS: Final = {
    "code": ("代号", "code"),
    "name": ("活动名称", "campaign"),
    "in_use": ("正在用", "in use"),
    "shipped": ("自带的方案：", "Plans that ship:"),
    "chosen": (
        "现在用的是“{name}”（{code}）。",
        "The campaign in use is now “{name}” ({code}).",
    ),
}
