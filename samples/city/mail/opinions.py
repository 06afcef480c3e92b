"""征求意见汇总表 as eight units send it. Whoever is named here is invented."""

# A row of a sheet is one line here, however long.
# ruff: noqa: E501
# fmt: off

from datetime import date

from samples import office
from samples.city.mail.base import two_rows
from samples.city.mail.base import workbook
from samples.city.mail.page import HEAD
from samples.city.mail.page import LINE
from samples.city.mail.page import MIDDLE
from samples.city.mail.page import Page
from samples.city.mail.page import Span
from samples.city.mail.page import by_csv
from samples.city.mail.page import by_libreoffice
from samples.city.mail.page import by_openpyxl
from samples.city.mail.page import by_xlsxwriter
from samples.city.mail.page import by_xlwt
from samples.city.start import HERE

BRIDGE = "冷水泉大桥什么时候修好，给个准话。"


@workbook("青沐镇/青沐镇征求意见汇总表.xlsx", by_openpyxl)
def givers_and_korean() -> Page:
    """Show who spoke, with telephone, beside what was said; Korean words; units by their Korean names."""
    page = Page("汇总表", (6, 16, 46, 20, 13, 13, 11, 15))
    page.title(1, "青沐镇征求意见汇总表")
    page.title(2, "填报单位：青沐镇活动办　　　填报日期：2014年5月30日", LINE)
    two_rows(page, 3, (("序号",), ("被征求意见单位",), ("意见建议",), ("问题类别",), ("征求情况", "征求时间", "征求方式", "提出人", "联系电话")))
    page.rows(
        5,
        [
            [1, "青沐镇", "赶集日能不能早半个小时开门，卖完菜就能办事。", "联系服务群众", "5月19日", "走访察意见", "林场老关", "13800000101"],
            [2, "青沐镇", "“百姓说事日”说的事，下个星期一应该有个回话。", "不担当、不落实", "5月19日", "百姓说事日", "车玉顺", "13800000102"],
            [3, "청목진", "민원대청에 조선말 안내판을 세워 주십시오.", "联系服务群众", "5月20日", "来信看意见", "박금녀", "13800000103"],
            [4, "장구촌", "문화활동실을 저녁에도 열어 주면 좋겠습니다.", "联系服务群众", "5月20日", "走访察意见", "허분선", None],
            [5, "葵花甸村", "西桥限行墩太窄，收割机过不去，得绕十里地。", "关系群众切身利益", "2014.5.21", "电话听意见", "匿名", "0430-3055512"],
            [6, "梨花坞", "선거 때만 얼굴이 보이고 평소에는 볼 수 없습니다.", "官僚主义", "2014.5.22", "定期收意见", None, None],
            [7, "稻香川村", "直补款晚了二十天，村里说不清原因。(问过两回，13800000104)", "关系群众切身利益", "2014-05-23", "电话听意见", "某先生", 13800000104],
            [8, "青沐镇", "镇里展板又换了一茬，花了多少钱应该说说。", "形式主义、奢靡之风", "5月26日", "意见箱", None, None],
        ],
    )
    page.foot(13, "填报人：苗美国　　审核人：滕国学　　联系电话：0430-3021739")
    return page


@workbook("雾泉镇/5月意见.xlsx", by_xlsxwriter)
def thirty_slips() -> Page:
    """Show the same words thirty times, from a box; day and channel merged down; 合计 first."""
    page = Page("意见", (6, 14, 14, 14, 48, 18))
    page.title(1, "原始意见汇总表")
    page.row(2, ("序号", "收集时间", "征求渠道", "被提意见单位", "原话", "四风类别"), HEAD)
    page.row(3, ("合计", None, None, None, "35条", None), MIDDLE)
    slips = [[number, None, None, "雾泉镇", BRIDGE, "联系服务群众"] for number in range(1, 31)]
    others = [
        [31, None, None, "新村", "自来水一天只来两个钟头。", "关系群众切身利益"],
        [32, None, None, "月牙泡村", "泡子边的垃圾清了一回又堆上了。", "形式主义"],
        [33, None, None, "风车岭村", "包村干部换了人，没跟大伙打个招呼。", "官僚主义"],
        [34, None, None, "雾泉镇", "公示栏玻璃反光，字小看不清。", "联系服务群众"],
        [35, None, None, "雾泉镇", "食堂剩饭剩菜一桶一桶倒。", "奢靡之风"],
    ]
    page.rows(4, [*slips, *others])
    page.span(Span(4, 2, 33, 2), "5月19日")
    page.span(Span(4, 3, 33, 3), "意见箱")
    page.span(Span(34, 2, 38, 2), "2014年5月27日")
    page.span(Span(34, 3, 38, 3), "入户走访")
    return page


@workbook("鹿鸣川镇/意见建议登记表（累计）.xlsx", by_libreoffice)
def sent_before() -> Page:
    """Show what was sent in April once more, with four new ones below; the same slip nine times now."""
    page = Page("登记表", (6, 16, 14, 18, 12, 12, 48, 14))
    page.title(1, "意见建议登记表")
    page.title(2, "填报单位：鹿鸣川镇　　　截至2014年5月31日（累计）", LINE)
    page.row(3, ("序号", "单位名称", "征求方式", "类别", "意见对象", "群体", "意见内容", "征集时间"), HEAD)
    fields = ("unit", "channel", "theme", "target", "group", "content", "day")
    before = [[row[field] for field in fields] for row in office.read_table(HERE / "reported.csv")]
    new = [
        ["鹿鸣川镇", "定期收意见", "联系服务群众", "领导班子", "基层群众", "卫生院晚上没有值班大夫。", "2014-04-28"],
        ["灵芝岭村", "走访察意见", "关系群众切身利益", "领导班子", "村干部", "菌棒原料一天一个价，希望镇里牵头订。", "2014-05-20"],
        ["鹿鸣川镇", "网络晒意见", "不担当不落实", "领导班子", "基层群众", "漫水桥五月底了还是没动静。", "2014-05-28"],
        ["鹿鸣川镇", "电话听意见", "官僚主义", "班子成员", "基层群众", "值班电话通了，接的人说不归他管。", "2014-05-29"],
    ]
    page.rows(4, [[number, *row] for number, row in enumerate([*before, *new], 1)])
    return page


@workbook("鸢尾镇意见台账.xlsx", by_openpyxl)
def counted_voices() -> Page:
    """Show voices as numbers, as text, with measure words and in full width; one way of asking that is none of the six."""
    page = Page("台账", (6, 16, 50, 18, 14, 10, 14))
    page.title(1, "鸢尾镇意见台账")
    page.row(2, ("序号", "被征求意见单位", "具体意见", "意见类别", "征求方式", "条数", "时间"), HEAD)
    page.rows(
        3,
        [
            [1, "鸢尾镇", "果园道路年年垫年年坏。", "关系群众切身利益", "走访察意见", "12条", date(2014, 5, 20)],
            [2, "鸢尾镇", "冷库收费比外地高一倍。", "关系群众切身利益", "座谈会", "约20条", date(2014, 5, 20)],
            [3, "苹果梨坡村", "修剪培训都在忙的时候办。", "形式主义", "问卷", "５", "5月21日"],
            [4, "芍药沟村", "卫生厕所改了三户就停了。", "不担当不落实", "电话", "3", "5月22日"],
            [5, "鸢尾镇", "保险理赔没有人来看。", "官僚主义", "托人带话", 1, "5月22日"],
            [6, "蒲公英甸村", "开会通知头天晚上十点才到。", "官僚主义", "微信", None, "5月23日"],
        ],
    )
    page.row(9, ["合计", None, None, None, None, "43条", None], MIDDLE)
    return page


@workbook("苇甸乡/征求意见.csv", by_csv("utf-8"))
def namesakes() -> Page:
    """Show CSV in UTF-8 without a mark; 新村 is the town's own, 雾泉镇新村 the other's."""
    page = Page(widths=(1,) * 6)
    page.row(1, ("序号", "被征求意见单位", "征集渠道", "问题性质", "诉求内容", "来访时间"))
    page.rows(
        2,
        [
            ["1", "新村", "来信", "关系群众切身利益", "自来水管从别的屯子过，人家一浇地我们就没水。", "2014/5/19"],
            ["2", "雾泉镇新村", "走访", "关系群众切身利益", "地界和我们苇甸的连着，排水一起修才行。", "2014/5/20"],
            ["3", "马哈鱼滩村", "走访", "联系服务群众", "강 건너 학교에 다니는 아이들 뻐스가 필요합니다.", "2014/5/21"],
            ["4", "苇甸乡", "民生热线", "官僚主义", "打了三回电话，“等通知”，没等着。", "2014/5/23"],
            ["5", "苇甸乡", "座谈会", "形式主义", "会上说得好，散会就完。\n希望写下来贴出去。", "2014/5/26"],
        ],
    )
    return page


@workbook("社工委/听取群众意见梳理汇总登记册.xls", by_xlwt)
def old_excel() -> Page:
    """Show an .xls with the unit merged down, telephones as numbers and 匿名 for a name."""
    page = Page("登记册", (6, 16, 44, 18, 14, 14, 12, 14, 24))
    page.title(1, "听取群众意见梳理汇总登记册")
    page.title(2, "填报单位：市社区党工委　　2014年5月", LINE)
    page.row(3, ("序号", "意见所涉单位", "意见和建议", "归类", "途径", "收集时间", "姓名", "手机", "住址"), HEAD)
    page.rows(
        4,
        [
            [1, None, "三单元的下水又返味了，四月就说过。", "关系群众切身利益", "走访", "2014-05-20", "鲜于连福", 13800000201, "听溪社区三号楼三单元"],
            [2, None, "棋牌室门口半夜停满车。", "关系群众切身利益", "电话", "2014-05-21", "匿名", None, None],
            [3, None, "活动室空调坏了两个月。", "联系服务群众", "意见箱", "2014-05-22", "匿名", None, None],
            [4, None, "周末值班有人了，这点挺好，再晚点关门更好。", "联系服务群众", "网络", "2014-05-24", "网友“溪水”", None, None],
            [5, None, "社区微信群发的通知一天十几条，没几条有用。", "形式主义", "微信", "2014-05-26", None, None, None],
        ],
    )
    page.span(Span(4, 2, 5, 2), "听溪社区")
    page.span(Span(6, 2, 8, 2), "桦林里社区党委")
    return page


@workbook("市总工会意见建议（4月）.xlsx", by_xlsxwriter)
def themes_and_a_wrong_month() -> Page:
    """Show two themes in a cell; 不担当、不落实 with its own comma; a title that says April over days in May."""
    page = Page("Sheet1", (6, 16, 46, 22, 14, 12, 14))
    page.title(1, "市总工会征求意见建议汇总表（4月）")
    page.title(2, "（43家基层工会、1049名职工）", LINE)
    page.row(3, ("序号", "被征求意见单位", "意见建议", "类别", "征求方式", "界别", "征求时间"), HEAD)
    page.rows(
        4,
        [
            [1, "市总工会", "困难职工救助标准定得早，物价涨了没调。", "官僚主义", "调查问卷", "职工", "2014年5月20日"],
            [2, "市总工会", "文体活动多，替职工说话少。", "形式主义；享乐主义", "调查问卷", "职工", "2014年5月20日"],
            [3, "市总工会", "欠薪的事转给人社局就算完，没有回头问。", "不担当、不落实", "走访", "局内职工", "2014年5月21日"],
            [4, "市总工会", "“职工在线”留言三天没人回。", "联系服务群众“最后一公里”", "微博", "职工", "2014年5月22日"],
        ],
    )
    return page


@workbook("征求意见情况（发改局）.xlsx", by_libreoffice)
def words_of_its_own() -> Page:
    """Show groups of people that the plan has no word for; spaces, full-width brackets and dates in the header."""
    page = Page("情况", (6, 18, 46, 16, 16, 14, 18))
    page.title(1, "征求意见情况统计")
    page.title(2, "发放征求意见表100余份", LINE)
    page.row(3, ("序 号", "被征求意见单位（全称）", "反 映 问 题", "四 风 类 别", "征求方式", "层　　面", "征　求　时　间"), HEAD)
    page.rows(
        4,
        [
            [1, "市发改局", "项目审批跑三个科室，没有一张流程图。", "官僚主义", "征求意见表", "服务对象", "２０１４．５．１９"],
            [2, "市发改局", "材料要得急，企业连夜赶，交上去没下文。", "形式主义", "征求意见表", "企业", "2014.5.19"],
            [3, "发改局", "局里周五下午学习常改成打扫卫生。", "形式主义", "征求意见表", "局内职工", "2014.5.20"],
            [4, "市发展和改革局", "包村来得勤，送的项目书看不懂。", "联系服务群众", "走访", "局包村", "2014.5.21"],
            [5, "市发展和改革局", "会签件压在一个科里半个月。", "不担当不落实", "征求意见表", "职能部门", "5月22日"],
        ],
    )
    return page
