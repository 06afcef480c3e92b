"""What the commands about the review of materials say."""

from typing import Final

WORDS: Final = {
    # The one step of a plan that has no chain.
    "only_step": ("审核", "review"),
    "passed": (
        "已记下 {number}：{material}通过“{step}”，下一关是“{next}”。",
        "Recorded {number}: “{step}” let {material} pass; “{next}” is next.",
    ),
    "passed_all": (
        "已记下 {number}：{material}通过“{step}”，各关都已通过。",
        "Recorded {number}: “{step}” let {material} pass; all have.",
    ),
    "returned": (
        "已记下 {number}：“{step}”退回{material}，累计退回{n}次；改好后从“{next}”重新报起。",
        "Recorded {number}: “{step}” returned {material}, {n} time{n:|s} so far; "
        "the new version begins at “{next}”.",
    ),
    "none": (
        "还没有审核记录。记一次：campaign reviews pass 单位 材料，或 campaign reviews return 单位 材料",
        "No material has been reviewed. To record one: campaign reviews pass UNIT MATERIAL, or "
        "campaign reviews return UNIT MATERIAL",
    ),
}
