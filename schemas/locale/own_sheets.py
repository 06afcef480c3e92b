"""What is wrong with a kind of sheet that an office declared for itself."""

from typing import Final

WORDS: Final = {
    "one_of": ("“{value}”不行，只能是：{known}", "“{value}” is not one of: {known}"),
    "taken": (
        "“{value}”已经是另一种表的代号或名称，请换一个",
        "“{value}” is the code or title of another kind of sheet; choose a different one",
    ),
    "twice": ("“{value}”写了两次", "“{value}” stands there twice"),
    "read_as": (
        "这一栏总是按 {kind} 来读，不能是 {value}；这一项可以不写",
        "this field is always read as {kind}, not as {value}; leave the key out",
    ),
    "stays": (
        "这一栏不往 {value} 方向发，自己的表也不能发",
        "this field does not go {value}, in a sheet of your own no more than in the others",
    ),
    "lacks": (
        "缺少 {fields} 栏：没有它们记不成一条记录",
        "there is no column for {fields}: without them nothing can be recorded",
    ),
}
