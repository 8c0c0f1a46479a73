"""Declared numbers against their items, in the grammars that news lists things in. Places and people are invented."""

import pytest

from annotator.lexicon import table
from tests.checks.kin import comforted, confirmed, errors, raised

WRONG = (
    "专项整治围绕[[三方面]]展开：[[一是清理占道经营，二是规范停车秩序，三是修补破损路面，四是增设便民座椅]]。",
    "今年新建学校[[4所]]，分别为[[城东小学、城西小学、柳湖中学、望江中学以及星光幼儿园]]。",
    "评委会选出[[五部]]作品：[[《山那边》《渔火》《九月，十月》《归途》]]。",
    "方案提出[[三条]]路径。[[①优化审批流程；②压缩办理时限；③推行容缺受理；④开展跟踪回访]]。",
    "选拔分为[[四个]]环节：[[首先，网上报名；其次，现场实操；最后，面谈]]。",
    "协会今年要办好[[两件]]事：[[（一）建成老年食堂；（二）开通助餐热线；（三）组织入户义诊]]。",
    "会议确定了[[四项]]任务。\n[[第一，抓好春灌用水。各站要提前检修闸门。]]\n[[第二，备足化肥农药。]]\n[[第三，组织农机手培训。]]\n记者将继续关注。",
    "赛事设[[马拉松、半程马拉松、迷你跑和亲子跑]][[三个]]组别，起点设在市民广场。",
    "获得一等奖的[[三名]]同学是[[林晓、周启明、何田、许一诺]]。",
    "这[[5个]]村（[[前进村、红旗村、东风村、团结村]]）将率先通上天然气。",
    "此次调整涉及[[2路、5路、11路、18路、26路]]等[[4条]]公交线路。",
    "他提出[[三点]]建议。[[其一，合并同类窗口。其二，延长周末服务时间。其三，公开办件进度。其四，设立投诉专线。]]",
    "全年共办[[三场]]音乐会：[[3月8日的“春之声”、6月1日的“童声飞扬”、9月10日的“师恩难忘”、12月31日的新年音乐会]]。",
    "入选的[[七个]]项目为：[[1．智慧水务；2．数字乡村；3．冷链物流；4．农机共享；5．河道治理；6．文旅云]]。",
    "馆内推出[[“六个一”]]服务：[[一张清单、一个窗口、一次告知、一条热线、一套流程]]。",
    "县里列出[[三张]]清单：[[问题清单、责任清单、整改清单及销号清单]]。",
)

NOUNS = (
    "受台风影响，[[青浦、丰和、岭下、石塘]][[五县（区）]]停课。",
    "工程惠及[[南丰、北平、东安、长宁]][[三市]]。",
)

RIGHT = (
    "工作组由[[住建、水务、电力、燃气和通信]][[五个]]部门组成。",
    "年内开工的[[3座]]桥梁分别是[[临江大桥、云岭大桥、白鹤大桥]]。",
    "问卷涉及[[三个]]方面：[[一是出行，二是就医，三是养老]]。",
    "[[两家]]单位——[[市档案馆与市方志馆]]——共同承办本次展览。",
    "[[《琴》《棋》《书》《画》]][[四部]]短剧连演三晚。",
    "新规主要有[[四点]]变化。[[一是缩短期限；二是降低门槛；三是简化材料；四是扩大范围]]。",
)

APART = (
    "他把“复盘、改进、再练、再战”八个字贴在墙上。",
    "老人、妇女、儿童5人被困。",
    "县里在城关、东乡、西乡各建了2个驿站。",
    "活动分三个阶段：3月动员、4月至6月实施；7月之后总结。",
    "该校有三个校区，东校区设文学院、史学院、法学院、商学院。",
    "会议讨论了两个文件：《关于加强防汛、抗旱和山洪预警工作的通知》和《责任清单》。",
    "三名嫌疑人交代，他们先后在仓库、码头、车站、货场作案。",
    "专家组由3名中医、2名西医、4名护士组成。",
    "她夺得两枚金牌，分别在自由泳、蝶泳、混合泳中刷新个人最好成绩。",
    "馆里展出五幅作品，包括油画、水彩等。",
    "三个县——青县、安县（含高新区、空港区）、林县——同时开工。",
    "一是压实责任，二是严格执法。会议强调，要围绕三个重点持续发力。",
    "改革分两步走：第一步，三年内打基础；第二步，五年内见成效，第三方机构全程评估。",
    "面向教师、医生两类人群开设心理、营养、康复三门课程。",
    "近三年，公司在上海、深圳、武汉、成都设立了研发中心。",
    "县域内有两个国家级开发区，主导产业包括新材料、生物医药、食品加工、装备制造。",
    "全市共有12个县区：平江、沙河、东山等县（区）已完成春播。",
    "三部门联合发文，从准入、定价、结算、监管四方面作出规定：一是放宽准入，二是规范定价，三是统一结算，四是加强监管。",
    "救援队出动3台车辆：消防车2台、救护车1台。",
    "图书馆开放三个时段：上午9时至11时、下午2时至5时、晚7时至9时。",
)


@pytest.mark.parametrize("marked", [*WRONG, *NOUNS])
def test_a_list_of_another_length_is_raised(marked: str) -> None:
    assert raised("enumeration", marked)
    assert not comforted("enumeration", marked)


@pytest.mark.parametrize("marked", RIGHT)
def test_a_list_of_that_length_is_confirmed(marked: str) -> None:
    assert confirmed("enumeration", marked)


@pytest.mark.parametrize("text", APART)
def test_what_only_looks_like_a_list_is_left_alone(text: str) -> None:
    assert errors(text) == []


@pytest.mark.parametrize("entry", table("lists.toml")["shown"])
def test_the_words_of_the_lexicon_are_those_of_its_sentences(entry: str) -> None:
    marked = table("lists.toml")["shown"][entry]
    assert raised("enumeration", marked) or confirmed("enumeration", marked)


def test_a_list_with_two_readings_comforts_nobody() -> None:
    for number in ("3", "4"):
        assert not errors(f"中心设有{number}个部，即综合部、培训部、研究和评估部。")
    assert not comforted("enumeration", "中心设有[[4个]]部，即[[综合部、培训部、研究和评估部]]。")
