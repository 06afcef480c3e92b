"""What each of the five sources asks for is stored, and printed back by a command line.

For each source the sample of its plan is built once; then a table, written by hand from the
source, is gone through line by line: what is asked, the command line that answers, and what
has to be printed. Where several words have to stand in one line of it, they are a tuple.
"""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from cli.main import main
from samples import build


class Fact(NamedTuple):
    """One line of a source's checklist: what is asked, where it is found, what is printed."""

    what: str
    command: str
    printed: tuple[str | tuple[str, ...], ...]
    status: int = 0


def figures(*said: tuple[str, str, str]) -> list[Fact]:
    """Return a fact for each figure: its unit, what it counts, its words with their qualifier."""
    return [
        Fact(f"{unit} {indicator}", f"figures --indicator {indicator}", ((unit, indicator, words),))
        for unit, indicator, words in said
    ]


#: The day on which each sample is asked.
DAYS = {
    "qzlx-city": date(2014, 3, 25),
    "province": date(2014, 5, 7),
    "qzlx-county": date(2014, 6, 20),
    "zch-district": date(2014, 3, 5),
    "qzlx-county-city": date(2014, 7, 2),
    "bwcx-2019": date(2019, 8, 25),
}

CITY = [
    *figures(
        ("栖江市", "参加活动单位", "89家"),
        ("栖江市", "县处级以上干部", "1293名"),
        ("栖江市", "镇、街道", "58个"),
        ("栖江市", "村、社区", "1014个"),
        ("栖江市", "基层党组织", "2.18万"),
        ("栖江市", "党员", "28.5万名"),
    ),
    Fact(
        "whom it is for",
        "plan show",
        (
            ("类别", "市级机关", "“镇、街道”", "“村、社区”", "非公有制经济组织", "社会组织"),
            ("领导小组副组长、办公室主任", "市委组织部部长"),
        ),
    ),
    Fact(
        "eight months, three of each unit",
        "plan show",
        (("开始", "2014-02-12"), ("结束", "2014-10-12"), ("每个单位至少几个月", "3")),
    ),
    Fact(
        "city bodies by the end of the month, towns about 15 March, villages in turn",
        "milestones --action 动员大会",
        (
            ("市审计局", "2014-02-28", "2014-02-21", "已完成"),
            ("市公路管理处", "2014-02-28", "逾期"),
            ("梧桐区", "2014-02-28", "2014-02-24", "已完成"),
            ("白鹭镇", "2014-03-15", "2014-03-13", "已完成"),
            ("南埠街道", "2014-03-15", "2014-03-24", "逾期完成"),
            ("柳浜村", "未到期"),
        ),
    ),
    Fact(
        "about 15 March has its days of grace",
        "milestones --action 动员大会 --unit 区财政局 --format csv",
        (("2014-03-15", "3月15日左右", "2014-03-20", "overdue"),),
    ),
    Fact(
        "bodies of districts are named in both clauses",
        "plan check",
        (("辖市（区）机关的动员期限", "3月15日左右 / 本月底之前"),),
        status=1,
    ),
    Fact(
        "three phases by their names",
        "plan show",
        ("学习教育、听取意见", "查摆问题、开展批评", "整改落实、建章立制"),
    ),
    Fact(
        "a leading body studies once, a unit exchanges once; then the steps of each phase",
        "milestones --unit 市审计局",
        (
            ("市审计局", "准备工作"),
            ("市审计局", "中心组学习会", "2014-03-05", "1", "已完成"),
            ("市审计局", "党员集中学习交流会", "2014-03-12", "已完成"),
            ("市审计局", "征求意见"),
            ("市审计局", "边学边查边改"),
            ("市审计局", "谈心谈话"),
            ("市审计局", "撰写对照检查材料"),
            ("市审计局", "专题民主生活会"),
            ("市审计局", "情况通报会"),
            ("市审计局", "制定整改方案"),
            ("市审计局", "专项整治"),
            ("市审计局", "正风肃纪"),
            ("市审计局", "建章立制"),
        ),
    ),
    Fact(
        "a branch studies once and holds its own meeting",
        "milestones --unit 柳浜村",
        (("支部专题学习会", "2014-03-18", "已完成"), ("柳浜村", "组织生活会")),
    ),
    Fact(
        "the six ways of asking and three channels",
        "status",
        (
            ("征求意见表", "3"),
            ("座谈会", "2"),
            ("现场体验", "4"),
            ("网上民调", "6"),
            ("随机走访", "5"),
            ("接访下访", "7"),
            ("政府网站", "2"),
            ("政务平台", "1"),
            ("政风热线", "8"),
        ),
    ),
    Fact(
        "what four departments sorted, and the five ways of finding",
        "rectify --format csv",
        (
            ("ZG-0013", "纪委梳理"),
            ("ZG-0008", "组织部门梳理"),
            ("ZG-0006", "审计梳理"),
            ("ZG-0010", "信访梳理"),
            ("ZG-0001", "群众提"),
            ("ZG-0002", "自己找"),
            ("ZG-0003", "上级点"),
            ("ZG-0004", "互相帮"),
            ("ZG-0005", "集体议"),
        ),
    ),
    *(
        Fact(f"special rectification of {word}", f"rectify --category {word}", ((number, said),))
        for word, number, said in (
            ("文山会海", "ZG-0001", "五个会"),
            ("检查评比泛滥", "ZG-0002", "三十二项"),
            ("行政审批改革不到位", "ZG-0003", "审批下放"),
            ("门难进脸难看事难办", "ZG-0004", "窗口午间"),
            ("违反财经纪律公款送礼", "ZG-0005", "土特产"),
            ("公款吃喝", "ZG-0006", "接待费"),
            ("奢侈浪费", "ZG-0007", "会议费"),
            ("超标配备公车", "ZG-0008", "两辆车"),
            ("多占办公用房", "ZG-0009", "办公室"),
            ("新建滥建楼堂馆所", "ZG-0010", "服务中心楼"),
            ("“三公”经费开支过大", "ZG-0011", "出国费用"),
            ("侵害群众利益行为", "ZG-0012", "过渡费"),
        )
    ),
    Fact(
        "each special rectification has a leader of the city in charge",
        "plan show",
        (("文山会海", "市委、市政府领导按照分工"), ("侵害群众利益行为", "市委、市政府领导")),
    ),
    Fact("a serious case is referred", "rectify --status 移交", (("ZG-0013", "移交"),)),
    Fact(
        "a referred item goes to no unit",
        "export rectification --for down --unit 区房屋征收中心 -o {out}",
        ("1 行",),
    ),
    Fact(
        "what units do of their own accord counts for itself",
        "activities --form 党员志愿服务",
        (("明德精密公司党支部", "周末义工", "党员义工365"),),
    ),
    Fact(
        "slogans and ways of the city",
        "plan show",
        (("载体和提法", "四查三提升", "五纵五横", "党员义工365", "三代三帮"),),
    ),
    *(
        Fact(f"it holds to {words}", "plan show", (words,))
        for words in (
            "不提过多口号",
            "不搞注重声势的活动排场",
            "不设定形式大于内容的量化考核指标",
            "不追求“盆景”选树",
            "防止借业务工作冲淡活动主题",
            "防止以全员参与掩盖重点对象",
            "防止以自选动作淡化规定动作",
            "防止以自我感觉代替群众对“四风”整治的评价",
            "分类指导、分层推进",
            "执法监管部门和窗口单位、服务行业",
        )
    ),
    Fact(
        "key bodies", "units --format csv", (("市审计局", "第二批,是,86"), ("梧桐区", "第二批,是,"))
    ),
]

PROVINCE = [
    *figures(
        ("岚江省", "省委常委会专题研究", "5次"),
        ("岚江省", "有活动联系点的省领导", "19名"),
        ("岚江省", "党员领导干部活动联系点", "5322个"),
        ("岚江省", "成立领导小组的省辖市", "16个"),
        ("岚江省", "成立领导小组的县（市、区）", "105个"),
        ("岚江省", "省委督导组", "16个"),
        ("岚江省", "督导组人员", "170人"),
        ("岚江省", "任第一组长的省级党员领导干部", "8名"),
        ("岚江省", "督导组督导", "820次"),
        ("岚江省", "督导组个别谈话", "12400余人次"),
        ("岚江省", "督导组座谈会", "462场"),
        ("岚江省", "督导组收集意见建议", "20800多条"),
        ("岚江省", "市县乡督导组", "1264个"),
        ("岚江省", "市县乡指导组", "11697个"),
        ("岚江省", "学习辅导材料", "5万余份"),
        ("栖川市", "帮学送学年老体弱党员", "5600多名"),
        ("栖川市", "帮学送学文化程度不高党员", "3800多名"),
        ("栖川市", "帮学送学流动党员", "1500多名"),
        ("岚江省", "先进事迹巡回报告", "20场"),
        ("岚江省", "警示教育资料", "17.3万余份"),
        ("岚江省", "先进事迹报告会", "2855场"),
        ("岚江省", "参观廉政警示教育", "30.4万余人次"),
        ("岚江省", "书记专题培训班", "639期"),
        ("岚江省", "培训基层党组织书记", "44900多人"),
        ("岚江省", "村级党组织集中学习", "103800多次"),
        ("岚江省", "上级负责人辅导报告", "40900多场"),
        ("岚江省", "先进介绍事迹", "31100余人次"),
        ("砚浦市", "热线电话", "11条"),
        ("砚浦市", "征求意见建议", "3.3万余条"),
        ("岚江省", "重点点评县（区）", "10个"),
        ("岚江省", "班子成员深入基层", "38500余人次"),
        ("岚江省", "座谈会", "11300多场"),
        ("岚江省", "走访群众", "232.4万余户"),
        ("岚江省", "征求意见建议", "75.6万余条"),
        ("岚江省", "市级班子“四风”意见建议", "3800多条"),
        ("岚江省", "县级班子“四风”意见建议", "21500多条"),
        ("岚江省", "暗访组", "8个"),
        ("岚江省", "暗访市", "16个"),
        ("岚江省", "暗访县（市、区）", "50个"),
        ("澜陵市", "公布的第一批整改任务", "39项"),
        ("岚江省", "通报查处", "1140人"),
        ("岚江省", "解决群众问题", "92400多个"),
    ),
    Fact(
        "a city's number is held in the province's",
        "figures --indicator 征求意见建议 --sums",
        (("征求意见建议", "不少于75.6万条", "1 个下级的数已含在内"),),
    ),
    Fact("one plan and eight more", "plan show", (("载体和提法", "四解决四推动", "1+8"),)),
    Fact(
        "nineteen leaders have a city and a county each",
        "contact-points --format csv",
        (("省领导", "樟陵市"),),
    ),
    Fact("no leader lacks one", "contact-points --missing", ("没有符合条件的记录",)),
    Fact(
        "supervision at three levels",
        "plan show",
        ("省委督导组", "市、县级", "指导组"),
    ),
    Fact(
        "five days and three discussions",
        "milestones --unit 澜陵市 --action 集中学习",
        (("澜陵市", "集中学习", "5", "5", "已完成"),),
    ),
    Fact(
        "three discussions",
        "milestones --unit 澜陵市 --action 专题研讨",
        (("澜陵市", "专题研讨", "3", "3", "已完成"),),
    ),
    Fact(
        "a month of 三严三实",
        "milestones --unit 澜陵市 --action 三严三实",
        (("澜陵市", "“三严三实”集中学习教育"),),
    ),
    Fact(
        "covert visits, exposed on television",
        "visits --format csv",
        (
            ("澜陵市", "2014-03-15", "暗访", "exposed", "省电视台"),
            ("栖川市", "2014-03-24", "点评"),
        ),
    ),
    Fact(
        "what groups hear stays apart from what units ask",
        "visits",
        ("督导组自己听到的，不计入各单位", ("省委暗访组", "2")),
    ),
    Fact("小四风", "plan show", (("专项整治", "吃喝风", "红包风", "赌博风", "走读风"),)),
    Fact("four special actions of a city", "plan show", ("正风肃纪", "为民服务", "除弊祛垢")),
    Fact(
        "1,602 of 1,660 weak branches have a first secretary",
        "weak-organisations --limit 1",
        (("1,660", "1,602", "96.5 %"),),
    ),
    Fact(
        "of 4,395 problems of the first batch 3,142 are done and 1,253 under way",
        "status --batch 第一批",
        (
            "整改事项 4395 件",
            ("整改完毕", "3142"),
            ("正积极整改中", "1253"),
            "3142 ÷ 4395 = 71.49%",
        ),
    ),
    Fact(
        "the first batch looks back",
        "milestones --action 回头看 --unit 省委办公厅",
        (("省委办公厅", "回头看"),),
    ),
    Fact(
        "groups of members whom teaching comes home to",
        "plan show",
        (("党员群体", "年老体弱党员", "文化程度不高党员", "流动党员"), ("覆盖方式", "帮学送学")),
    ),
]

COUNTY = [
    *figures(
        ("海陵县", "基层党组织", "900多个"),
        ("海陵县", "党员", "16000余名"),
        ("海陵县", "征求意见建议", "18969条"),
        ("海陵县", "曝光处理“庸懒散”反面典型", "9批"),
        ("海陵县", "集体收入不足3万元的村", "20多个村"),
    ),
    Fact(
        "18,969 opinions, one by one or together",
        "status",
        ("征求意见 18969 条", ("入户走访", "11204"), ("热线电话", "1407")),
    ),
    Fact(
        "thirteen groups of the county and a joint one from above",
        "plan show",
        (("省、市", "省市委联合督导组"), "县委第一督导组", "县委第十三督导组"),
    ),
    Fact(
        "who sent a group",
        "visits --format csv",
        (("省市委联合督导组", "省、市", "海陵县委"), ("县委第三督导组", "盐滩镇", "praised")),
    ),
    Fact(
        "to the end of September, three months of each unit",
        "plan show",
        (("结束", "2014-09-30"), ("每个单位至少几个月", "3")),
    ),
    Fact(
        "a lecture does not count towards the three days; what was made up does",
        "milestones --why 县财政局 集中学习讨论",
        (
            "已完成，3/3",
            ("辅导报告", "不计入", "这3天不能用听辅导报告代替"),
            ("第二次集中学习讨论", "计入", "没有督导组参加", "2 人已补课"),
        ),
    ),
    Fact(
        "neither a film nor a place counts",
        "milestones --why 盐滩镇 集中学习讨论",
        (
            "1/3",
            ("专题教育片", "这3天不能用看专题教育片代替"),
            ("现场教学", "这3天不能用现场教学代替"),
        ),
    ),
    Fact(
        "secretaries lecture, and teaching comes home",
        "milestones --unit 盐滩镇",
        (
            ("书记讲党课", "2014-04-10", "已完成"),
            ("盐滩镇", "送学上门", "100", "100", "已完成"),
            ("苇子村", "党员集中轮训", "2014-04-20", "已完成"),
        ),
    ),
    Fact(
        "every one of a group of members is reached",
        "activities --coverage",
        (("年老体弱党员", "132", "132", "100.0", "送学上门"),),
    ),
    Fact(
        "five groups whom opinions are about",
        "opinions --format csv",
        (
            "领导班子和领导干部",
            "县直部门单位",
            "执法监管部门和窗口单位、服务行业",
            "镇、街道",
            "村、社区等基层组织",
        ),
    ),
    Fact(
        "three kinds of problem",
        "plan show",
        (
            ("问题类别", "形式主义", "关系群众切身利益", "联系服务群众不到位"),
            ("重点", "学习教育要“深”", "建章立制要“实”"),
        ),
    ),
    Fact("the three ways of listening mean channels", "opinions --channel 座谈会", ("表格代办",)),
    Fact(
        "materials pass from the first leader to the group to the office",
        "reviews --unit 县财政局 --steps",
        (
            ("领导班子对照检查材料", "一把手", "通过", "四条都有例子"),
            ("领导班子对照检查材料", "督导组", "退回", "没有剖析根源"),
        ),
    ),
    Fact(
        "one or two examples of each problem, four mirrors",
        "plan show",
        (("对照", "理论理想", "先辈先进", "三个摆进去"), ("每个问题举例", "1")),
    ),
    Fact(
        "of three pairs that have to talk one is left",
        "activities --pairs --unit 县财政局",
        (("县财政局", "班子成员与分管部门主要负责同志"),),
    ),
    Fact(
        "five things are talked through",
        "plan show",
        (
            ("谈透", "班子的问题", "个人的问题", "对方的问题"),
            "拟在会上批评的意见",
            "改进的措施",
        ),
    ),
    Fact(
        "a plan of putting right has goal, task, measures, person and day",
        "rectify show ZG-0002",
        (
            ("存在问题", "补贴申报表年年改"),
            ("整改目标", "定一张表用三年"),
            ("整改措施", "合并五张表"),
            ("责任人", "冉启明"),
            ("完成时限", "6月底前"),
        ),
    ),
    Fact(
        "at once, within a time, in the long run",
        "rectify --format csv",
        (("ZG-0001", "now"), ("ZG-0002", "limited"), ("ZG-0003", "long")),
    ),
    Fact("petitions have a leader", "rectify --kind 信访积案 --lead 方致远", (("ZG-0007",),)),
    Fact("services for people", "rectify --kind 为民实事", (("ZG-0008", "三个村吃水要买"),)),
    Fact("rules to be made or mended", "rectify --kind 制度建设", (("ZG-0009",),)),
    Fact("what the committee promised", "rectify --kind 公开承诺", (("ZG-0010",),)),
    Fact("special: slackness", "rectify --category 庸懒散", (("ZG-0004",),)),
    Fact("special: building trade", "rectify --category 建设领域环境秩序", (("ZG-0005",),)),
    Fact("special: markets", "rectify --category 市场秩序", (("ZG-0006",),)),
    Fact(
        "what was found is published, by phase",
        "activities --form 公示",
        (("征求意见公示",), ("查摆问题公示",)),
    ),
    Fact(
        "people appraise: 百名干部大家评",
        "milestones --unit 县财政局 --action 民主评议",
        (("民主评议", "2014-06-12", "已完成"),),
    ),
    Fact(
        "four 不放过",
        "plan show",
        ("查摆问题不聚焦", "自我剖析不深刻", "整改措施不到位", "群众不满意"),
    ),
    Fact(
        "a bad example is exposed, a good one praised",
        "visits --format csv",
        (("县政务服务中心", "暗访", "exposed", "县电视台"), ("盐滩镇", "县广播电台")),
    ),
    Fact(
        "each leader one body, one point, one meeting",
        "contact-points --missing",
        (("丰志刚", "基层联系点"), ("凌淑珍", "专题民主生活会／专题组织生活会")),
    ),
    Fact(
        "county bodies first, towns and villages in turn",
        "milestones --why 盐滩镇 动员大会",
        ("镇、街道和村、社区及其他基层组织要结合实际,依次推进",),
    ),
    Fact(
        "a unit goes on when its phase is whole",
        "ready 县财政局 3",
        (("材料审核", "领导班子对照检查材料", "等“一把手”审核，退回过1次"), "书记讲党课"),
        status=1,
    ),
    Fact(
        "weak branches are put in order",
        "weak-organisations",
        (("苇子村党支部", "柴守信"), ("2", "1", "50.0 %")),
    ),
]

DISTRICT = [
    *(
        fact._replace(command=f"--campaign zch-district {fact.command}")
        for fact in figures(
            ("兰亭区", "筹备座谈会", "5次"),
            ("兰亭区", "专题调研", "6次"),
            ("兰亭区", "情况汇报会", "4次"),
            ("兰亭区", "区处两级领导干部联系点", "600个"),
            ("兰亭区", "下派年轻干部", "46名"),
            ("兰亭区", "党员工作室", "20个"),
        )
    ),
    Fact("they are none of the campaign's own", "figures", ("没有符合条件的记录",)),
    Fact("nothing is owed", "--campaign zch-district milestones", ("没有符合条件的记录",)),
    Fact(
        "no report is missed",
        "--campaign zch-district submissions --period 2013-11",
        ("没有符合条件的记录",),
    ),
    Fact(
        "three organs lead",
        "--campaign zch-district plan show",
        (("牵头部门", "区委组织部", "区委宣传部", "区纪委"), "六个一", "三议一承诺", "三个认真"),
    ),
    Fact(
        "the group was formed early in November, and met on the 20th",
        "--campaign zch-district activities",
        (("2013-11-04", "筹备工作小组成立"), ("2013-11-20", "筹备工作小组第一次会")),
    ),
    Fact(
        "five ways of asking",
        "--campaign zch-district status",
        ("调查问卷", "座谈会", "上门走访", "热线", "年底民主生活会"),
    ),
    Fact(
        "whom it looks at most",
        "--campaign zch-district opinions --target 处级以上领导机关",
        ("办公室大了一截",),
    ),
    Fact(
        "at once: rooms and cars",
        "--campaign zch-district rectify --kind 立行立改",
        (("ZG-0001", "三间办公室超过面积", "已完成"),),
    ),
    Fact(
        "what is not put right goes on under its number and counts once",
        "status",
        ("整改事项 3 件", "其中从 zch-district 结转来 3 件"),
    ),
    Fact(
        "and not twice",
        "--campaign zch-district status",
        ("整改事项 1 件", "另有 3 件已结转到 standard"),
    ),
    Fact(
        "with the campaign that it came from",
        "rectify --carried-from zch-district --format csv",
        (
            ("ZG-0002", "standard", "zch-district"),
            ("ZG-0003", "standard", "zch-district"),
            ("ZG-0004", "standard", "zch-district"),
        ),
    ),
    Fact("its step is told", "rectify show ZG-0002", (("2014-03-03", "结转"),)),
]

COUNTY_CITY = [
    *figures(
        ("汀洲市", "乡（镇）", "7个"),
        ("汀洲市", "村（社区）", "81个"),
        ("汀洲市", "非公有制企业和社会组织", "3561个"),
        ("汀洲市", "基层党员群众", "6731名"),
        ("汀洲市", "征求意见", "9045条"),
        ("汀洲市", "梳理亟待解决的问题", "20件"),
        ("汀洲市", "集中专项整治行动", "3次"),
        ("汀洲市", "推进会上交流的单位", "6个"),
        ("汀洲市", "州推进会上交流的单位", "5个"),
        ("芦花镇", "村（社区）", "9个"),
        ("芦花镇", "非公有制企业和社会组织", "77个"),
        ("芦花镇", "基层党员群众", "1058名"),
        ("芦花镇", "送学覆盖流动党员、老党员", "288名"),
        ("芦花镇", "朝鲜语学习资料", "800余份"),
        ("芦花镇", "征求意见箱", "12个"),
        ("芦花镇", "公开承诺", "6项"),
        ("芦花镇", "管理服务队伍中的机关党员", "36名"),
        ("芦花镇", "管理服务队伍中的村干部", "56名"),
        ("芦花镇", "管理服务队伍中的党员中心户", "95名"),
        ("芦花镇", "集中办公的部门", "6个"),
        ("芦花镇", "入村代办事项", "50余件"),
        ("芦花镇", "农村党员创业服务团队", "12人"),
        ("芦花镇", "农村党员实用人才库", "50人"),
        ("芦花镇", "结对帮扶", "60对"),
        ("市公安局", "包保企业的民警", "200名"),
        ("市公安局", "包保企业", "150个"),
        ("市总工会", "征求意见的基层工会", "43家"),
        ("市总工会", "征求意见的职工", "1049名"),
        ("市总工会", "职工生活救助站", "6家"),
        ("市总工会", "员工诉求中心", "3家"),
        ("市发展和改革局", "征求意见小组", "5个"),
        ("市发展和改革局", "发放征求意见表", "100余份"),
        ("市发展和改革局", "包保困难家庭", "9户"),
        ("市发展和改革局", "专项整治查找问题的方面", "10个"),
        ("市发展和改革局", "专项整治查找问题", "25个"),
        ("市发展和改革局", "专项整治措施", "11条"),
    ),
    Fact(
        "a town's number is held in the city's",
        "figures --indicator 村（社区） --sums",
        (("村（社区）", "81个", "1 个下级的数已含在内"),),
    ),
    Fact(
        "9,045 opinions in six ways",
        "status",
        (
            "征求意见 9045 条",
            ("走访察意见", "3108"),
            ("定期收意见", "2316"),
            ("测评找意见", "1487"),
            ("电话听意见", "905"),
            ("来信看意见", "642"),
            ("网络晒意见", "587"),
        ),
    ),
    Fact(
        "four starts of phase two, on time and late, by name",
        "milestones --action 启动第二环节",
        (
            ("汀洲市委", "2014-05-16", "2014-05-16", "已完成"),
            ("市公安局", "2014-05-31", "2014-05-28", "已完成"),
            ("市总工会", "2014-05-31", "2014-06-05", "逾期完成"),
            ("市发展和改革局", "2014-05-31", "逾期"),
            ("市社区党工委", "2014-05-31", "2014-05-30", "已完成"),
            ("芦花镇", "2014-06-20", "2014-06-12", "已完成"),
            ("榆林社区党委", "2014-06-20", "2014-06-24", "逾期完成"),
            ("石磨村", "2014-06-30", "2014-06-30", "已完成"),
            ("金穗米业党支部", "2014-06-30", "逾期"),
        ),
    ),
    Fact(
        "the short name means the same body",
        "units show 社工委",
        (("市社区党工委",), ("社工委",)),
    ),
    Fact(
        "looking back comes before phase two",
        "ready 市发展和改革局 2",
        (("回头看", "第一环节回头看"),),
        status=1,
    ),
    Fact("a unit that has all goes on", "ready 芦花镇 2", ("可以转入",)),
    Fact(
        "every Monday and Wednesday, every month",
        "milestones --unit 芦花镇 --format csv",
        (
            ("百姓说事日", "2014-05-12", "done"),
            ("百姓说事日", "2014-05-19", "overdue"),
            ("入村代办", "2014-05-14", "done"),
            ("每月定期包办", "2014-05-31", "overdue"),
        ),
    ),
    Fact(
        "a theme each month",
        "milestones --unit 社工委 --action 主题服务月 --format csv",
        (("主题服务月", "2014-05-31", "2014-05-20", "done"),),
    ),
    Fact(
        "twenty to be put right at once",
        "status --kind 立行立改",
        ("整改事项 20 件", ("已完成", "13")),
    ),
    Fact(
        "three special actions",
        "rectify --kind 专项整治",
        ("形象工程", "数字工程", "豆腐渣工程"),
    ),
    Fact("and who leads them", "plan show", (("豆腐渣工程", "市级", "市发改局"),)),
    Fact(
        "six promises, of which one is late",
        "rectify --kind 公开承诺 --overdue",
        (("ZG-0024", "修通石磨村到镇里的路", "22"),),
    ),
    Fact("late promises cost everything", "plan show", ("一票否决", "“一把手”是直接责任人")),
    Fact("the head of each unit", "units show 市总工会", (("主要负责人", "卞淑云"),)),
    Fact(
        "members who are old or away are reached",
        "activities --coverage",
        (("流动党员", "180", "180", "邮寄送学"), ("老党员", "108", "108", "网络送学")),
    ),
    Fact("Hangul is found", "opinions --search 오가야", (("石磨村", "여러 번 오가야 한다"),)),
    Fact("and names a unit", "units show 돌절구촌", ("石磨村",)),
    Fact(
        "slogans of the city",
        "plan show",
        ("双服务、双促进", "联乡包村助企帮户", "载体措施明确"),
    ),
    Fact("the prefecture's group comments", "visits", (("州委第三督导组", "汀洲市委", "点评"),)),
]

EDUCATION = [
    *figures(
        ("省水利厅", "检视问题", "37个"),
        ("省水利厅", "已解决问题", "近30个"),
        ("岭川大学", "为民办实事", "12件"),
    ),
    Fact(
        "four measures side by side, without phases",
        "milestones --unit 省水利厅",
        (
            ("学习教育：集中学习研讨", "7", "7", "已完成"),
            ("调查研究：书记讲专题党课", "2019-08-03", "2019-07-25", "已完成"),
            ("检视问题：检视问题清单", "2019-08-31"),
            ("整改落实：专题民主生活会", "2019-08-31"),
        ),
    ),
    Fact(
        "a lecture is no study",
        "milestones --why 岭川大学 学习教育",
        ("5/7", ("校长讲党课", "讲党课不算集中学习研讨")),
    ),
    Fact(
        "a branch's day each month",
        "milestones --action 主题党日 --format csv",
        (("2019-07-31", "2019-07-26", "done"), ("2019-08-31", "due_soon")),
    ),
    Fact("eight special rectifications", "rectify --category 侵害群众利益", (("ZG-0002",),)),
    Fact("without phases", "plan show", ("不划阶段、不分环节",)),
]

SOURCES = {
    "qzlx-city": CITY,
    "province": PROVINCE,
    "qzlx-county": COUNTY,
    "zch-district": DISTRICT,
    "qzlx-county-city": COUNTY_CITY,
    "bwcx-2019": EDUCATION,
}
FACTS = [(source, fact) for source, facts in SOURCES.items() for fact in facts]

_MADE: dict[str, Path] = {}


@pytest.fixture(scope="module", autouse=True)
def environment() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAMPAIGN_LANG", "zh")
        patch.setenv("CAMPAIGN_TODAY", "2014-05-16")
        yield


@pytest.fixture
def ledger(source: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sample's ledger; each is built once."""
    if source not in _MADE:
        _MADE[source] = build.build(source, tmp_path_factory.mktemp(source))
    return _MADE[source]


def typed(ledger: Path, words: list[str], day: date) -> tuple[int, str]:
    said = io.StringIO()
    os.environ["CAMPAIGN_TODAY"] = day.isoformat()
    with redirect_stdout(said), redirect_stderr(said):
        status = main(["--ledger", str(ledger), *words])
    return status, said.getvalue()


def found(wanted: str | tuple[str, ...], lines: list[str]) -> bool:
    """Tell whether a line has all the words, in their order."""
    words = (wanted,) if isinstance(wanted, str) else wanted
    return any(_in_order(words, line) for line in lines)


def _in_order(words: tuple[str, ...], line: str) -> bool:
    at = 0
    for word in words:
        at = line.find(word, at)
        if at < 0:
            return False
        at += len(word)
    return True


@pytest.mark.parametrize(
    ("source", "fact"), FACTS, ids=[f"{source}: {fact.what}" for source, fact in FACTS]
)
def test_what_a_source_says_is_printed_back(
    source: str, fact: Fact, ledger: Path, tmp_path: Path
) -> None:
    words = [word.format(out=tmp_path / "out.xlsx") for word in fact.command.split()]
    status, said = typed(ledger, words, DAYS[source])
    assert status == fact.status, said
    lines = said.splitlines()
    assert [wanted for wanted in fact.printed if not found(wanted, lines)] == [], said


@pytest.mark.parametrize("source", ["qzlx-county-city"])
def test_a_number_that_is_not_the_sources_is_not_printed(source: str, ledger: Path) -> None:
    """The table would not pass whatever was printed."""
    status, said = typed(ledger, ["figures", "--indicator", "征求意见箱"], DAYS[source])
    assert status == 0
    assert not found(("芦花镇", "征求意见箱", "13个"), said.splitlines())


@pytest.mark.parametrize("source", ["province"])
def test_all_of_sixteen_cities_and_a_hundred_and_five_counties_have_a_group(
    source: str, ledger: Path
) -> None:
    asked = ["milestones", "--action", "成立领导小组", "--format", "csv"]
    _, said = typed(ledger, asked, DAYS[source])
    rows = said.splitlines()[1:]
    assert len(rows) == 121
    assert all(",done," in row for row in rows)


@pytest.mark.parametrize("source", ["province"])
def test_nineteen_leaders_keep_two_contact_points_each(source: str, ledger: Path) -> None:
    _, said = typed(ledger, ["contact-points", "--format", "csv"], DAYS[source])
    assert len(said.splitlines()[1:]) == 19


@pytest.mark.parametrize("source", ["qzlx-county-city"])
def test_required_actions_stand_before_what_units_choose(source: str, ledger: Path) -> None:
    _, said = typed(ledger, ["milestones", "--unit", "芦花镇", "--format", "csv"], DAYS[source])
    kinds = [row.split(",")[4] for row in said.splitlines()[1:] if ",芦花镇," in row]
    assert {"required", "elective"} == set(kinds)
    assert kinds == sorted(kinds, reverse=True)
