"""One small file of each form of counts."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

TIDY = (
    b"state,area,condition,period,measure,sex,age,value,definition\n"
    b"KZ,,measles,2026-W05,cases,,,12,\n"
    b"KZ,KZ-75,measles,2026-W05,cases,f,0-4,3,\n"
    b"KZ,,measles,2026-W06,,,,NR,agreed-1\n"
)
WIDE = b"date,iso3,cases,deaths\n2026-01-01,KAZ,7,0\n2026-01-02,KAZ,0,0\n2026-01-03,KAZ,-2,0\n"
DHIS2 = (
    b'{"period":"2026W05","orgUnit":"KZ","dataValues":[{"dataElement":"measles","value":"12"},'
    b'{"dataElement":"measles_deaths","period":"2026W06","value":"0"},'
    b'{"dataElement":"measles","categoryOptionCombo":"f_0-4","value":"3","deleted":true}]}'
)
SDMX = (
    b"DATAFLOW,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n"
    b"X:Y(1.0),KAZ,MEASLES_DEATHS,_T,2026-W05,2,A\nX:Y(1.0),KAZ,MEASLES,F,2026-W06,,M\n"
)
WHO = (
    b"Date_reported,Country_code,Country,WHO_region,New_cases,Cumulative_cases,New_deaths,"
    b"Cumulative_deaths\n2026-01-04,KZ,Kazakhstan,EURO,5,5,,0\n2026-01-11,KZ,Kazakhstan,EURO,6,11,1,1\n"
)
JHU = (
    b"Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20\n"
    b"Hubei,China,30.9,112.2,444,444,549\nBeijing,China,40.1,116.4,14,22,20\n"
)
HEAD = ("state", "condition", "period", "value")


def xlsx(*rows: tuple[object, ...], head: tuple[str, ...] = HEAD) -> bytes:
    """The tidy form as a workbook."""
    book, data = Workbook(), BytesIO()
    for row in (head, *(rows or (("KZ", "measles", "2026-W05", 12),))):
        book.active.append(list(row))
    book.save(data)
    return data.getvalue()
