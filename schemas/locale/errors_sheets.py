"""What can be wrong with a whole file, and what to do about it."""

from typing import Final

WORDS: Final = {
    "file_unreadable": ("{file}：读不出表格", "{file}: no sheet could be read"),
    "file_unreadable.remedy": (
        "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入",
        "Open it in Excel or WPS, save it as .xlsx and import that",
    ),
    "file_empty": ("{file}：文件是空的", "{file}: the file is empty"),
    "file_empty.remedy": ("请让报送单位重新发送", "Ask the sender for it again"),
    "file_too_large": (
        "{file}：有 {size} MB，超过了 {most} MB",
        "{file}: it has {size} MB, more than {most} MB",
    ),
    "file_too_large.remedy": (
        "请删去图片和无关的工作表，或拆成几个文件",
        "Take out pictures and other worksheets, or split it into several files",
    ),
    "file_unpacks_too_large": (
        "{file}：展开后有 {size} MB，不像是表格，没有打开",
        "{file}: it would unpack to {size} MB, which no sheet does, and was not opened",
    ),
    "file_unpacks_too_large.remedy": (
        "请把有用的行复制到新的工作簿后再导入",
        "Copy the rows that matter into a new workbook and import that",
    ),
    "sheet_too_large": (
        "{file}：工作表“{sheet}”占了 {cells} 个单元格，超过了 {most} 个",
        "{file}: worksheet “{sheet}” covers {cells} cells, more than {most}",
    ),
    "sheet_too_large.remedy": (
        "多半是很远的地方有多余内容；请把有用的行复制到新的工作表后再导入",
        "Something probably stands far from the table: copy the table into a new worksheet",
    ),
    "file_encrypted": ("{file}：文件设了密码", "{file}: the file has a password"),
    "file_encrypted.remedy": (
        "请用 Excel 或 WPS 打开，取消密码后保存",
        "Open it in Excel or WPS, take the password off and save it",
    ),
    "file_is_et": ("{file}：这种 .et 文件读不了", "{file}: this kind of .et file cannot be read"),
    "file_is_et.remedy": ("请用 WPS 打开，另存为 .xlsx", "Open it in WPS and save it as .xlsx"),
    "file_is_word": (
        "{file}：这是 Word 文档，不是表格",
        "{file}: this is a Word document, not a sheet",
    ),
    "file_is_word.remedy": (
        "请把文档里的表格复制到 Excel 或 WPS 表格，另存为 .xlsx",
        "Copy its table into Excel or WPS and save that as .xlsx",
    ),
    "file_is_pdf": ("{file}：这是 PDF，不是表格", "{file}: this is a PDF, not a sheet"),
    "file_is_pdf.remedy": (
        "请让报送单位发来电子表格原件",
        "Ask the sender for the workbook itself",
    ),
    "file_is_picture": ("{file}：这是图片，不是表格", "{file}: this is a picture, not a sheet"),
    "file_is_picture.remedy": (
        "请让报送单位发来电子表格原件",
        "Ask the sender for the workbook itself",
    ),
    "file_is_archive": ("{file}：这是压缩包，不是表格", "{file}: this is an archive, not a sheet"),
    "file_is_archive.remedy": (
        "请先解压，再导入里面的表格",
        "Unpack it and import the sheets inside",
    ),
    "file_not_a_sheet": ("{file}：不是表格文件", "{file}: this is not a sheet"),
    "file_not_a_sheet.remedy": (
        "请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入",
        "Open it in Excel or WPS, save it as .xlsx and import that",
    ),
    "file_damaged": (
        "{file}：文件已损坏，打不开",
        "{file}: the file is damaged and cannot be opened",
    ),
    "file_damaged.remedy": (
        "请用 Excel 或 WPS 打开修复，另存为 .xlsx，或让报送单位重新发送",
        "Open it in Excel or WPS to repair it and save it as .xlsx, or ask the sender for it again",
    ),
    "file_took_too_long": (
        "{file}：读了 {seconds} 秒还没有读完，已停下",
        "{file}: it was not read within {seconds} seconds, and was given up",
    ),
    "file_took_too_long.remedy": (
        "请把有用的行复制到新的工作簿，另存为 .xlsx 后再导入",
        "Copy the rows that matter into a new workbook, save it as .xlsx and import that",
    ),
    "file_broke_reading": (
        "{file}：读到一半读不下去，文件有问题或内容太多，别的文件不受影响",
        "{file}: reading broke off in the middle, the file is faulty or holds too much; "
        "other files are not concerned",
    ),
    "file_broke_reading.remedy": (
        "请用 Excel 或 WPS 打开，把有用的行复制到新的工作簿，另存为 .xlsx 后再导入",
        "Open it in Excel or WPS, copy the rows that matter into a new workbook and import that",
    ),
    "too_many_parts": (
        "{file}：里面有 {parts} 个部件，超过了 {most} 个，不像是表格，没有打开",
        "{file}: it has {parts} parts, more than {most}, as no sheet does, and was not opened",
    ),
    "too_many_parts.remedy": (
        "请把有用的行复制到新的工作簿后再导入",
        "Copy the rows that matter into a new workbook and import that",
    ),
    "too_many_rows": ("{file}：超过了 {most} 行", "{file}: it has more than {most} rows"),
    "too_many_rows.remedy": (
        "请删去多余的空行，或拆成几个文件后再导入",
        "Take out empty rows, or split it into several files, and import those",
    ),
    "too_many_sheets": (
        "{file}：工作表超过了 {most} 个",
        "{file}: it has more than {most} worksheets",
    ),
    "too_many_sheets.remedy": (
        "请拆成几个工作簿后再导入",
        "Split it into several workbooks and import those",
    ),
    "cell_too_long": (
        "{file}：有单元格的文字超过了 {most} 字",
        "{file}: a cell holds more than {most} characters",
    ),
    "cell_too_long.remedy": (
        "多半是引号没有成对；请用 Excel 或 WPS 打开检查，另存为 .xlsx 后再导入",
        "A quotation mark is probably missing: look at it in Excel or WPS and save it as .xlsx",
    ),
    "no_such_heading": (
        "没有一张表有“{heading}”这一列（或有不止一列）",
        "None of the sheets has a column “{heading}”, or one has several",
    ),
    "no_such_heading.remedy": ("表头有：{headings}", "The headings are: {headings}"),
    "unknown_field": (
        "{file}：{sheet}没有“{field}”这一栏",
        "{file}: {sheet} has no field “{field}”",
    ),
    "unknown_field.remedy": (
        "可以写：{fields}；不要这一列，写 ignore",
        "Its fields are: {fields}; ignore leaves the column out",
    ),
    "maps_twice": (
        "{file}：“{one}”和“{other}”不能都当作 {field}",
        "{file}: “{one}” and “{other}” cannot both be {field}",
    ),
    "maps_twice.remedy": ("请只留一个 --map", "Leave one of the two --map out"),
    "maps_giver": (
        "{file}：“{heading}”可能写着是谁提的意见，只能当作提意见人的栏目，或用 ignore 不收",
        "{file}: “{heading}” may tell who spoke: it can only be one of the giver's columns,"
        " or left out with ignore",
    ),
    "maps_giver.remedy": (
        "例如：--map {heading}=giver_name",
        "For example: --map {heading}=giver_name",
    ),
}
