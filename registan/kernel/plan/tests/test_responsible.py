"""Responsible cells as printed -> names, roles, kinds, in three languages."""

from __future__ import annotations

import pytest

from registan.kernel.plan.known_names import KnownNames
from registan.kernel.plan.nominative import Case, nominative
from registan.kernel.plan.reading import ActorKind, Responsible, Role
from registan.kernel.plan.responsible import read_responsible, with_column

LEAD, SUPPORT = Role.LEAD, Role.SUPPORT


def read(cell: str, lang: str = "", known: tuple[str, ...] = ()) -> Responsible:
    names = KnownNames.of({name: name for name in known})
    return read_responsible([(cell.replace("⏎", "\n"), None)], lang=lang, known=names)


def names(cell: str, lang: str = "", known: tuple[str, ...] = ()) -> list[str]:
    return [actor.name for actor in read(cell, lang, known).actors]


LISTS = [
    ("Министерство цифровых технологий, Центральный банк",
     ["Министерство цифровых технологий", "Центральный банк"]),
    ("Министерство высшего образования, науки и инноваций, МИД",
     ["Министерство высшего образования, науки и инноваций", "МИД"]),
    ("Министерство экологии, охраны окружающей среды и изменения климата",
     ["Министерство экологии, охраны окружающей среды и изменения климата"]),
    ("Министерство культуры, информации, спорта и молодежной политики; Минюст",
     ["Министерство культуры, информации, спорта и молодежной политики", "Минюст"]),
    ("Министерство экономики, облисполкомы, НАН Беларуси",
     ["Министерство экономики", "облисполкомы", "НАН Беларуси"]),
    ("Секретариат ШОС и Исполком РАТС", ["Секретариат ШОС", "Исполком РАТС"]),
    ("Агентство по статистике и иные заинтересованные ведомства",
     ["Агентство по статистике", "иные заинтересованные ведомства"]),
    ("заинтересованные министерства⏎и ведомства", ["заинтересованные министерства и ведомства"]),
    ("Секретариат ШОС⏎Государства-члены", ["Секретариат ШОС", "Государства-члены"]),
    ("государственные органы и органы местного самоуправления",
     ["государственные органы", "органы местного самоуправления"]),
    ("外交部、商务部，海关总署", ["外交部", "商务部", "海关总署"]),
    ("工业和信息化部、国家发展和改革委员会", ["工业和信息化部", "国家发展和改革委员会"]),
    ("市经信局、市数⏎据局（市人工智⏎能局）", ["市经信局", "市数据局（市人工智能局）"]),
    ("省科技厅⏎省财政厅", ["省科技厅", "省财政厅"]),
    ("工业和信息化部 国家数据局", ["工业和信息化部", "国家数据局"]),
    ("省科技厅、工业和信息化厅", ["省科技厅", "省工业和信息化厅"]),
    ("杭州市、宁波市、绍兴市人民政府", ["杭州市人民政府", "宁波市人民政府", "绍兴市人民政府"]),
    ("一港五谷（鹿城区政府、龙湾区政府）", ["一港五谷（鹿城区政府、龙湾区政府）"]),
    ("各省、自治区、直辖市人民政府", ["各省、自治区、直辖市人民政府"]),
    ("人力资源社会保障部、共青团中央等按职责分工负责", ["人力资源社会保障部", "共青团中央"]),
    ("GSA, the Office of Government Information Services of the National Archives, and OMB",
     ["GSA", "Office of Government Information Services of the National Archives", "OMB"]),
    ("Innovation, Science and Economic Development Canada",
     ["Innovation, Science and Economic Development Canada"]),
    ("Ministry of Labour, Employment and Social Protection; National Bank",
     ["Ministry of Labour, Employment and Social Protection", "National Bank"]),
    ("CIO and Chief Data Officer Councils", ["CIO Council", "Chief Data Officer Council"]),
    ("SAOGI at OMB*", ["SAOGI at OMB"]),
    ("UNDP, WHO and UNICEF", ["UNDP", "WHO", "UNICEF"]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), LISTS)
def test_it_splits_a_list_and_leaves_commas_inside_names(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected


ROLES = [
    ("Секретариат ШОС совместно с государствами-членами",
     [("Секретариат ШОС", LEAD), ("государства-члены", SUPPORT)]),
    ("Секретариат ШОС (совместно с центральными (национальными) банками государств-членов)",
     [("Секретариат ШОС", LEAD), ("центральные (национальные) банки государств-членов", SUPPORT)]),
    ("МИД совместно с Минфином, Минэкономики и национальными координаторами",
     [("МИД", LEAD), ("Минфин", SUPPORT), ("Минэкономики", SUPPORT),
      ("национальные координаторы", SUPPORT)]),
    ("Минздрав при участии заинтересованных министерств и ведомств, Секретариата ШОС",
     [("Минздрав", LEAD), ("заинтересованные министерства и ведомства", SUPPORT),
      ("Секретариат ШОС", SUPPORT)]),
    ("Совместно с Деловым советом ШОС", [("Деловой совет ШОС", SUPPORT)]),
    ("Ответственный исполнитель: Минтранс; соисполнители: Минфин, Минэкономики",
     [("Минтранс", LEAD), ("Минфин", SUPPORT), ("Минэкономики", SUPPORT)]),
    ("Минцифры (соисполнитель), Минфин (ответственный исполнитель)",
     [("Минфин", LEAD), ("Минцифры", SUPPORT)]),
    ("省发展改革委牵头，省工业和信息化厅按职责分工负责",
     [("省发展改革委", LEAD), ("省工业和信息化厅", SUPPORT)]),
    ("牵头单位：教育部；配合单位：科技部、财政部",
     [("教育部", LEAD), ("科技部", SUPPORT), ("财政部", SUPPORT)]),
    ("上合组织秘书处会同各成员国", [("上合组织秘书处", LEAD), ("各成员国", SUPPORT)]),
    ("GSA with CDO Council and ICSP", [("GSA", LEAD), ("CDO Council", SUPPORT), ("ICSP", SUPPORT)]),
    ("Lead: Ministry of Transport; Support: Ministry of Finance, Customs Committee",
     [("Ministry of Transport", LEAD), ("Ministry of Finance", SUPPORT),
      ("Customs Committee", SUPPORT)]),
    ("Led by the Ministry of Energy with support from regional governments",
     [("Ministry of Energy", LEAD), ("regional governments", SUPPORT)]),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "expected"), ROLES)
def test_it_reads_who_leads_and_who_supports(cell: str, expected: list[tuple[str, Role]]) -> None:
    assert [(actor.name, actor.role) for actor in read(cell).actors] == expected


KINDS = [
    ("государства-члены", ActorKind.ALL_MEMBERS),
    ("Государства — члены ШОС", ActorKind.ALL_MEMBERS),
    ("заинтересованные государства-члены", ActorKind.INTERESTED_MEMBERS),
    ("центральные (национальные) банки государств-членов", ActorKind.GROUP),
    ("заинтересованные министерства и ведомства", ActorKind.GROUP),
    ("республиканские органы исполнительной власти", ActorKind.GROUP),
    ("Секретариат ШОС", ActorKind.NAME),
    ("Национальный банк", ActorKind.NAME),
    ("各成员国", ActorKind.ALL_MEMBERS),
    ("有关成员国", ActorKind.INTERESTED_MEMBERS),
    ("各有关单位", ActorKind.GROUP),
    ("上合组织成员国主管部门", ActorKind.GROUP),
    ("国家卫生健康委", ActorKind.NAME),
    ("Member States", ActorKind.ALL_MEMBERS),
    ("interested Member States", ActorKind.INTERESTED_MEMBERS),
    ("all agencies", ActorKind.GROUP),
    ("central (national) banks of the Member States", ActorKind.GROUP),
    ("National Bank", ActorKind.NAME),
]


@pytest.mark.parametrize(("cell", "kind"), KINDS)
def test_a_group_is_told_from_a_name_and_never_expanded(cell: str, kind: ActorKind) -> None:
    assert [(actor.name, actor.kind) for actor in read(cell).actors] == [(cell, kind)]


@pytest.mark.parametrize(
    ("cell", "note"),
    [
        ("МИД (созыв)", "convenes"),
        ("Минздрав (свод)", "sums_up"),
        ("иные организации (по согласованию)", "by_agreement"),
    ],
)
def test_a_role_in_brackets_stands_beside_the_name(cell: str, note: str) -> None:
    (actor,) = read(cell).actors
    assert (actor.name, actor.notes) == (cell.split(" (")[0], (note,))


PERSONS = [
    "Иванов И.И.", "И. И. Иванов", "Иванов Иван Иванович", "Каримов Азиз Шухрат ўғли",
    "г-н Каримов", "张三局长", "李明同志", "J. Smith", "Mr. John Smith", "Dr. Jane Doe",
]  # fmt: skip


@pytest.mark.parametrize("cell", PERSONS)
def test_it_keeps_no_name_of_a_person(cell: str) -> None:
    assert (read(cell).actors, read(cell).flags) == ((), ("person_name",))


def test_a_person_is_refused_even_where_the_column_names_only_persons() -> None:
    known = with_column(KnownNames({}), {"Иванов И.И.", "Секретариат ШОС"})
    found = read_responsible([("Иванов И.И.", None)], known=known, lang="ru")
    assert (found.actors, found.flags) == ((), ("person_name",))


def test_an_institution_named_after_someone_is_no_person() -> None:
    cell = "Институт им. В. И. Ленина"
    assert names(cell) == [cell]


def test_a_known_name_with_commas_is_one_name() -> None:
    name = "Отдел торговли, Пекин, Шанхай"
    assert names(f"{name}, МИД", "ru", (name,)) == [name, "МИД"]
    assert len(names(f"{name}, МИД", "ru")) == 4


def test_names_alone_in_a_cell_of_the_column_are_known() -> None:
    cells = {"Комитет «Дружба» и партнёры", "Фонд развития и торговли", "МИД"}
    known = with_column(KnownNames({}), cells)
    assert "МИД" in known
    assert "Фонд развития и торговли" not in known


def test_others_are_meant_wherever_the_word_for_them_stands() -> None:
    found = read("省财政厅、水利厅等按职责分工负责，各市人民政府落实", "zh")
    assert [actor.name for actor in found.actors] == ["省财政厅", "省水利厅", "各市人民政府"]
    assert "and_others" in found.flags


def test_an_obligation_is_no_name() -> None:
    found = read("Required for all agencies", "en")
    assert (found.actors, found.flags, found.raw) == (
        (), ("obligation",), "Required for all agencies",
    )  # fmt: skip


@pytest.mark.parametrize("cell", ["", "-", "—", "无", "n/a", "нет"])
def test_an_empty_cell_names_nobody(cell: str) -> None:
    assert read(cell).actors == ()


def test_columns_give_the_role_and_lead_comes_first() -> None:
    cells = [("财政部、商务部", Role.SUPPORT), ("外交部", Role.LEAD)]
    found = read_responsible(cells, lang="zh")
    assert [(actor.name, actor.role) for actor in found.actors] == [
        ("外交部", LEAD), ("财政部", SUPPORT), ("商务部", SUPPORT),
    ]  # fmt: skip
    assert found.raw == "财政部、商务部；外交部"


INSTRUMENTAL = [
    ("государствами-членами", "государства-члены"),
    ("заинтересованными государствами-членами", "заинтересованные государства-члены"),
    ("центральными (национальными) банками государств-членов",
     "центральные (национальные) банки государств-членов"),
    ("Исполнительным комитетом РАТС ШОС", "Исполнительный комитет РАТС ШОС"),
    ("Деловым советом ШОС", "Деловой совет ШОС"),
    ("Межбанковским объединением ШОС", "Межбанковское объединение ШОС"),
    ("Экспертной рабочей группой", "Экспертная рабочая группа"),
    ("Всемирной организацией здравоохранения", "Всемирная организация здравоохранения"),
    ("Китайской Народной Республикой", "Китайская Народная Республика"),
    ("Республикой Узбекистан", "Республика Узбекистан"),
    ("Узбекистаном", "Узбекистан"),
    ("Роспотребнадзором", "Роспотребнадзор"),
    ("государствами-наблюдателями и партнерами по диалогу",
     "государства-наблюдатели и партнеры по диалогу"),
    ("МИД", "МИД"),
    ("Росатом", "Росатом"),
]  # fmt: skip
GENITIVE = [
    ("заинтересованных государств-членов", "заинтересованные государства-члены"),
    ("Министерства финансов", "Министерство финансов"),
    ("рабочей группы", "рабочая группа"),
    ("Народного банка", "Народный банк"),
    ("деловых кругов", "деловые круги"),
]


@pytest.mark.parametrize(("oblique", "plain"), INSTRUMENTAL)
def test_the_instrumental_goes_back_to_the_nominative(oblique: str, plain: str) -> None:
    assert nominative(oblique) == plain


@pytest.mark.parametrize(("oblique", "plain"), GENITIVE)
def test_the_genitive_goes_back_to_the_nominative(oblique: str, plain: str) -> None:
    assert nominative(oblique, Case.GENITIVE) == plain
