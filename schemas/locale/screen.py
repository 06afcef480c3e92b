"""What the frame of the command line says by itself."""

from typing import Final

WORDS: Final = {
    "interrupted": ("已中断，没有做完的都没有写入。", "Stopped. Nothing is half done."),
    "warning": ("注意：{text}", "Note: {text}"),
    "dry_run": ("这是试运行，什么也没有写入。", "A dry run: nothing has been written."),
    "nothing": ("没有符合条件的记录。", "No record matches."),
    "more_counted": (
        "还有 {n} 条没有显示：--limit 5000 可以多看一些，-o 清单.csv 可以全部存成文件。",
        "{n} more not shown: see more with --limit 5000, or all with -o list.csv.",
    ),
    "more": (
        "只显示了前 {n} 条：--limit 5000 可以多看一些，-o 清单.csv 全部存成文件并报出总数。",
        "Only the first {n} are shown: see more with --limit 5000; "
        "-o list.csv writes and counts them all.",
    ),
    "written": ("已写入“{file}”，共 {n} 条。", "Wrote {n} record{n:|s} to “{file}”."),
    "yes": ("是", "yes"),
    "no": ("否", "no"),
    "between": ("、", ", "),
}
