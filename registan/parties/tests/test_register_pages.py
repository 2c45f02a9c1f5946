"""Pages of States and Bodies: the day asked for, the order of events, what is to be verified."""

from __future__ import annotations

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("organisation")
VERIFY = {"ru": "требует проверки", "zh": "待核实", "en": "to be verified"}


def page(address: str) -> str:
    answer = Client().get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(
    ("lang", "said"),
    [("ru", "Состав до этого"), ("zh", "此前的状况"), ("en", "As it stood before this")],
)
def test_the_page_of_a_day_tells_the_order_of_events(lang: str, said: str) -> None:
    assert said in page(f"/{lang}/states/?on=2024-07-04")
    context = Client().get(f"/{lang}/states/?on=2024-07-04&before=1").context
    sizes = {type_.key: len(rows) for type_, rows, _ in context["groups"]}
    assert sizes == {"member": 9, "observer": 3, "dialogue_partner": 14}


def test_a_day_that_is_none_is_today() -> None:
    for address in ("?on=yesterday", "?on=2024-13-01", "?on=2024-07-04&before=x", "?before=-1"):
        assert page(f"/en/states/{address}")


def test_members_stand_in_the_order_of_the_language_with_shares_that_sum_to_100() -> None:
    russian, english = page("/ru/states/?on=2025-06-01"), page("/en/states/?on=2025-06-01")
    assert russian.index("Казахстан") < russian.index("Китайская Народная Республика")
    assert english.index("Republic of China".replace("Republic of ", "")) < english.index(
        "Kazakhstan"
    )
    assert "15,2 %" in russian
    assert "15.2 %" in english
    assert "100 %" in english
    assert "100 %" not in page("/en/states/?on=2024-12-31")  # only two shares are known


@pytest.mark.parametrize("lang", VERIFY)
def test_what_is_not_certain_is_shown_as_to_be_verified(lang: str) -> None:
    for address in ("states/", "states/SA/", "bodies/", "bodies/CHS/", "bodies/CHG/"):
        assert VERIFY[lang] in page(f"/{lang}/{address}"), address
    for address in ("bodies/SECRETARIAT/", "states/KZ/"):
        facts = page(f"/{lang}/{address}").split('<dl class="facts">')[1].split("</dl>")[0]
        assert VERIFY[lang] not in facts, address


def test_a_state_shows_three_dates_its_chairs_and_where_it_was_a_guest() -> None:
    armenia = page("/ru/states/AM/")
    assert "10 июля 2015" in armenia
    assert "16 апреля 2016" in armenia
    assert "Совет глав правительств" in page("/ru/states/PK/")
    turkmenistan = page("/zh/states/TM/")
    assert "主席国客人" in turkmenistan
    assert "无地位" in turkmenistan
    assert "не приглашается" in page("/ru/states/AF/")


@pytest.mark.parametrize(
    ("lang", "rhythm", "guest"),
    [("ru", "раз в год, октябрь", "Туркменистан"), ("zh", "每年一次，10月", "土库曼斯坦"),
     ("en", "once a year, October", "Turkmenistan")],
)  # fmt: skip
def test_a_body_shows_rhythm_chairs_meetings_and_guests_in_each_language(
    lang: str, rhythm: str, guest: str
) -> None:
    told = page(f"/{lang}/bodies/CHG/")
    assert rhythm in told
    assert guest in told
    assert "2024" in told


def test_the_decision_rule_is_that_of_the_organisation() -> None:
    bodies = page("/en/bodies/")
    assert "when no member objected" in bodies
    assert "majority" not in bodies
    assert "most members" not in bodies


def test_a_state_or_body_that_is_none_is_not_there() -> None:
    for address in ("states/XX/", "bodies/XX/", "states/kz/"):
        assert Client().get(f"/en/{address}").status_code == 404
