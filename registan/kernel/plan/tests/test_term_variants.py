"""Terms as they are really typed: cases, abbreviations, wrong letters, broken lines, lists, ranges.

A line: words | from | to | recurrence | flags, read in a plan of the year 2026.
"""

from __future__ import annotations

from datetime import date

import pytest

from registan.kernel.plan.reading import Period
from registan.kernel.plan.term import read_term

PERIOD = Period(date(2026, 1, 1), date(2026, 12, 31))
RUSSIAN = """
до конца 2026 | | 2026-12-31 | once |
до конца 2026 г. | | 2026-12-31 | once |
до конца года | | 2026-12-31 | once |
не позднее 31 марта 2026 | | 2026-03-31 | once |
не позднее декабря 2026 года | | 2026-12-31 | once |
к 1 марта | | 2026-03-01 | once |
к 1 марта 2027 г. | | 2027-03-01 | once |
во II полугодии | 2026-07-01 | 2026-12-31 | once |
во II полугодии 2027 г. | 2027-07-01 | 2027-12-31 | once |
во втором полугодии 2027 года | 2027-07-01 | 2027-12-31 | once |
1-е полугодие | 2026-01-01 | 2026-06-30 | once |
1-ое полугодие 2027 | 2027-01-01 | 2027-06-30 | once |
1 полугодие 2026 г. | 2026-01-01 | 2026-06-30 | once |
до 2027 года включительно | | 2027-12-31 | once |
до 31 декабря 2027 года включительно | | 2027-12-31 | once |
2025 год – I полугодие 2026 | 2025-01-01 | 2026-06-30 | once |
2025 год – I полугодие 2026 года | 2025-01-01 | 2026-06-30 | once |
весь период | | | permanent |
в течение всего периода | | | permanent |
в течение всего срока реализации Плана | | | permanent |
в течение 2026–2027 гг. | 2026-01-01 | 2027-12-31 | once |
в течение 2026 года | 2026-01-01 | 2026-12-31 | once |
в течение года | 2026-01-01 | 2026-12-31 | once |
В течение всего года | 2026-01-01 | 2026-12-31 | once |
III кв. 2026 г. | 2026-07-01 | 2026-09-30 | once |
3 кв. 2026 | 2026-07-01 | 2026-09-30 | once |
IІІ квартал 2026 г. | 2026-07-01 | 2026-09-30 | once |
ІІ квартал 2026 г. | 2026-04-01 | 2026-06-30 | once |
Ш квартал 2026 г. | 2026-07-01 | 2026-09-30 | once |
1У квартал 2026 г. | 2026-10-01 | 2026-12-31 | once |
IУ квартал 2026 г. | 2026-10-01 | 2026-12-31 | once |
ІV квартал 2026 г. | 2026-10-01 | 2026-12-31 | once |
III-IV кварталы 2026 г. | 2026-07-01 | 2026-12-31 | once |
III – IV кварталы | 2026-07-01 | 2026-12-31 | once |
I и II кварталы 2026 г. | 2026-01-01 | 2026-06-30 | once |
первый квартал 2026 года | 2026-01-01 | 2026-03-31 | once |
4-й квартал 2026 года | 2026-10-01 | 2026-12-31 | once |
в I квартале 2027 г. | 2027-01-01 | 2027-03-31 | once |
до IV квартала 2026 г. | | 2026-12-31 | once |
до конца I квартала 2026 года | | 2026-03-31 | once |
янв. 2026 г. | 2026-01-01 | 2026-01-31 | once |
сент. 2026 г. | 2026-09-01 | 2026-09-30 | once |
февр. 2026 г. | 2026-02-01 | 2026-02-28 | once |
в марте 2026 года | 2026-03-01 | 2026-03-31 | once |
Март-апрель 2026г. | 2026-03-01 | 2026-04-30 | once |
март-апрель 2026 года | 2026-03-01 | 2026-04-30 | once |
март – апрель 2026 г. | 2026-03-01 | 2026-04-30 | once |
декабрь 2026г. | 2026-12-01 | 2026-12-31 | once |
до 01 июня 2026г. | | 2026-06-01 | once |
до 1 июня 2 0 2 5 г. | | 2025-06-01 | once |
2 0 2 5 г. | 2025-01-01 | 2025-12-31 | once |
2025 -⏎2027⏎годы | 2025-01-01 | 2027-12-31 | once |
2025—⏎2027 гг. | 2025-01-01 | 2027-12-31 | once |
2025–27 гг. | 2025-01-01 | 2027-12-31 | once |
2025/2026 гг. | 2025-01-01 | 2026-12-31 | once |
с 2026 по 2028 годы | 2026-01-01 | 2028-12-31 | once |
с 2026 г. по 2028 г. | 2026-01-01 | 2028-12-31 | once |
с 2026 года | 2026-01-01 | | once |
с 2025 года на постоянной основе | 2025-01-01 | | permanent |
постоянно, начиная с 2026 года | 2026-01-01 | | permanent |
постоянно до 2030 года | | 2030-12-31 | permanent |
на 2026 год | 2026-01-01 | 2026-12-31 | once |
2026, 2027, 2028 годы | 2026-01-01 | 2028-12-31 | once | several_dates
2026 и 2028 годы | 2026-01-01 | 2028-12-31 | once |
июнь, декабрь 2026 г. | 2026-06-01 | 2026-12-31 | once | several_dates
апрель; июнь | 2026-04-01 | 2026-06-30 | once | several_dates
до 1 апреля, до 1 июля 2026 г. | | 2026-07-01 | once | several_dates
до 15.03.2026, до 15.09.2026 | | 2026-09-15 | once | several_dates
15-20 мая 2026 года | 2026-05-15 | 2026-05-20 | once |
с 1 по 15 марта 2026 года | 2026-03-01 | 2026-03-15 | once |
с 1 по 15 марта | 2026-03-01 | 2026-03-15 | once |
1 раз в квартал | | | quarterly |
1 раз в полугодие | | | semiannually |
2 раза в год | | | semiannually |
раз в год | | | annually |
1 раз в год | | | annually |
не реже одного раза в год | | | annually |
не реже 1 раза в квартал | | | quarterly |
не менее двух раз в год | | | semiannually |
один раз в полгода | | | semiannually |
один раз в месяц | | | monthly |
ежемесячно, до 5 числа | | | monthly |
ежеквартально до 10 числа | | | quarterly |
ежеквартально⏎(до 10 числа месяца, следующего за отчетным периодом) | | | quarterly |
раз в полугодие, до 10 июля и 10 января | | | semiannually |
1 раз в полугодие⏎(к 15 июня и 15 декабря) | | | semiannually |
ежегодно, до 1 марта 2027 г. | | | annually |
ежегодно, не позднее 20 января | | | annually |
ежегодно к 1 декабря | | | annually |
ежегодно, IV квартал | | | annually |
ежегодно в мае | | | annually |
ежегодно до 2030 г. включительно | | 2030-12-31 | annually |
2026-2030 гг. (ежегодно) | 2026-01-01 | 2030-12-31 | annually |
2026 – 2030 гг.,⏎ежеквартально | 2026-01-01 | 2030-12-31 | quarterly |
2026-2030 годы, постоянно | 2026-01-01 | 2030-12-31 | permanent |
постоянно в течение 2026 года | 2026-01-01 | 2026-12-31 | permanent |
постоянно, 2026–2030 годы | 2026-01-01 | 2030-12-31 | permanent |
по мере необходимости | | | unknown |
по мере поступления | | | unknown |
по мере готовности | | | unknown |
по мере поступления обращений | | | unknown |
по отдельному плану | | | unknown |
по отдельному графику | | | unknown |
по согласованию | | | unknown |
по запросу | | | unknown |
согласно утвержденному графику | | | unknown |
в соответствии с планом-графиком | | | unknown |
в установленные сроки | | | unknown |
в месячный срок | | | unknown | relative
в трехмесячный срок | | | unknown | relative
в трёхмесячный срок со дня подписания | | | unknown | relative
в 10-дневный срок | | | unknown | relative
в течение 10 рабочих дней | | | unknown | relative
в течение месяца | | | unknown | relative
в течение трех месяцев со дня вступления в силу | | | unknown | relative
через 6 месяцев после подписания | | | unknown | relative
не позднее 30 дней после проведения заседания | | | unknown | relative
немедленно | | | unknown |
2026 г.* | 2026-01-01 | 2026-12-31 | once |
2026 год¹ | 2026-01-01 | 2026-12-31 | once |
до 1 июня 2026 г.¹⁾ | | 2026-06-01 | once |
до 1 июня 2026 г. 1) | | 2026-06-01 | once |
31.12.2026 | | 2026-12-31 | once |
31.12.26 | | 2026-12-31 | once |
31.12.2026 г. | | 2026-12-31 | once |
до 31.12.2026г. | | 2026-12-31 | once |
до 25.12. | | 2026-12-25 | once |
до 25.12 | | 2026-12-25 | once |
01.02.2026-30.06.2026 | 2026-02-01 | 2026-06-30 | once |
с 01.02.2026 по 30.06.2026 | 2026-02-01 | 2026-06-30 | once |
12.2026 | 2026-12-01 | 2026-12-31 | once |
2026-12-31 | | 2026-12-31 | once |
2026-12-31 00:00:00 | | 2026-12-31 | once |
31/12/2026 | | 2026-12-31 | once |
«31» декабря 2026 г. | | 2026-12-31 | once |
"1" марта 2026 года | | 2026-03-01 | once |
январь–июнь 2026 года | 2026-01-01 | 2026-06-30 | once |
январь 2026 года – декабрь 2028 года | 2026-01-01 | 2028-12-31 | once |
январь 2026 г. - 31 декабря 2028 г. | 2026-01-01 | 2028-12-31 | once |
9 месяцев 2026 года | 2026-01-01 | 2026-09-30 | once |
первая половина 2026 года | 2026-01-01 | 2026-06-30 | once |
вторая декада марта 2026 г. | 2026-03-01 | 2026-03-31 | once |
весна 2026 года | 2026-03-01 | 2026-05-31 | once |
весной 2026 года | 2026-03-01 | 2026-05-31 | once |
начало 2027 года | | 2027-03-31 | once | vague_part_of_year
конец 2026 года | | 2026-12-31 | once |
в конце 2026 года | | 2026-12-31 | once |
не ранее 2027 года | 2027-01-01 | | once |
после 2027 года | | | unknown |
2026 год, далее – постоянно | 2026-01-01 | | permanent |
2026 г. и далее ежегодно | 2026-01-01 | | annually |
декабрь 2026 г., далее ежеквартально | 2026-12-01 | | quarterly |
I квартал 2026 г., далее на постоянной основе | 2026-01-01 | | permanent |
первый раз в 2026 году, далее раз в два года | 2026-01-01 | | permanent | every_n_months
срок – до 1 сентября 2026 г. | | 2026-09-01 | once |
доклад – 1 раз в полугодие, начиная с 2026 г. | 2026-01-01 | | semiannually |
Срок: 1 июля 2026 года | | 2026-07-01 | once |
доклад до 1 февраля 2027 г., далее – раз в полгода | 2027-02-01 | | semiannually |
по итогам года | | | annually |
по итогам 2026 года | | | unknown |
по окончании отчетного периода | | | unknown |
по завершении проекта | | | unknown |
- | | | unknown |
бессрочно | | | permanent |
на регулярной основе | | | unknown | regularly
ЕЖЕГОДНО | | | annually |
Ежегодно, до 1 мая | | | annually |
до 15 января следующего года | | 2027-01-15 | once |
август месяц | 2026-08-01 | 2026-08-31 | once |
август м-ц | 2026-08-01 | 2026-08-31 | once |
мамыр | | | unknown |
"""
CHINESE = """
每年底前 | | | annually |
每年年底前 | | | annually |
每年12月底前 | | | annually |
每年6月、12月 | | | annually |
2026年上半年 | 2026-01-01 | 2026-06-30 | once |
2026年上半年前 | | 2026-06-30 | once |
2026年第三季度 | 2026-07-01 | 2026-09-30 | once |
2026年三季度前 | | 2026-09-30 | once |
2026年二季度末 | 2026-04-01 | 2026-06-30 | once |
2026年第一、二季度 | 2026-01-01 | 2026-06-30 | once |
2026年6月、12月 | 2026-06-01 | 2026-12-31 | once | several_dates
2026年6月和12月 | 2026-06-01 | 2026-12-31 | once | several_dates
2026年6月30日前 | | 2026-06-30 | once |
2026年6月30日之前 | | 2026-06-30 | once |
2026年6月30日 | | 2026-06-30 | once |
2026.6.30 | | 2026-06-30 | once |
2026.06.30前 | | 2026-06-30 | once |
2026/6/30 | | 2026-06-30 | once |
2026-06-30 | | 2026-06-30 | once |
2026.12 | | 2026-12-31 | once |
2026.9 | | 2026-09-30 | once |
2026/12 | | 2026-12-31 | once |
2026-12 | | 2026-12-31 | once |
分阶段实施 | | | unknown |
分步实施 | | | unknown |
2027年12月底前完成并持续推进 | | 2027-12-31 | once | then_permanent
2027年底前完成，并长期坚持 | | 2027-12-31 | once | then_permanent
2026年12月底前取得阶段性成效，持续推进 | | 2026-12-31 | once | then_permanent
立即启动，持续推进 | | | permanent |
即日起至2026年12月 | | 2026-12-31 | once |
即日起 | | | unknown |
2026年1月起 | 2026-01-01 | | once |
2026年起 | 2026-01-01 | | once |
自2026年7月1日起施行 | 2026-07-01 | | once |
从2026年起每年 | 2026-01-01 | | annually |
2026年开始，每年一次 | 2026-01-01 | | annually |
2026－2028年 | 2026-01-01 | 2028-12-31 | once |
2026~2028年 | 2026-01-01 | 2028-12-31 | once |
2026～2028年 | 2026-01-01 | 2028-12-31 | once |
2026年至2028年 | 2026-01-01 | 2028-12-31 | once |
2026、2027年 | 2026-01-01 | 2027-12-31 | once | several_dates
2026年—2030年，持续推进 | 2026-01-01 | 2030-12-31 | permanent |
2026—2030年每年 | 2026-01-01 | 2030-12-31 | annually |
2026年1-12月 | 2026-01-01 | 2026-12-31 | once |
2026年1月-12月 | 2026-01-01 | 2026-12-31 | once |
1—12月 | 2026-01-01 | 2026-12-31 | once |
6月底前 | | 2026-06-30 | once |
6 月 底 前 | | 2026-06-30 | once |
2026 年 6 月底 | | 2026-06-30 | once |
2026年⏎12月⏎底前 | | 2026-12-31 | once |
20⏎26年12月 | | 2026-12-31 | once |
12月31日前 | | 2026-12-31 | once |
12月中旬 | | 2026-12-31 | once |
2026年12月上旬 | | 2026-12-31 | once |
二〇二六年底前 | | 2026-12-31 | once |
二○二六年十二月底前 | | 2026-12-31 | once |
2026年底 | | 2026-12-31 | once |
2026年年底前 | | 2026-12-31 | once |
2026年末前 | | 2026-12-31 | once |
2026年内 | 2026-01-01 | 2026-12-31 | once |
2026年全年 | 2026-01-01 | 2026-12-31 | once |
2026年度 | 2026-01-01 | 2026-12-31 | once |
2026年 | 2026-01-01 | 2026-12-31 | once |
年底前 | | 2026-12-31 | once |
今年底前 | | 2026-12-31 | once |
本年度 | 2026-01-01 | 2026-12-31 | once |
全年推进 | 2026-01-01 | 2026-12-31 | once |
全年持续推进 | | | permanent |
每季度末 | | | quarterly |
每季度一次 | | | quarterly |
每季度首月10日前 | | | quarterly |
每月底前 | | | monthly |
每月5日前 | | | monthly |
按月 | | | monthly |
每年1月底前 | | | annually |
每年第一季度 | | | annually |
每年一次 | | | annually |
每年度 | | | annually |
年度 | | | annually |
半年 | | | semiannually |
每半年一次 | | | semiannually |
持续 | | | permanent |
常年 | | | permanent |
长期任务 | | | permanent |
持续开展 | | | permanent |
定期开展 | | | unknown | regularly
适时开展 | | | unknown |
按计划推进 | | | unknown |
按上级部署 | | | unknown |
根据工作需要 | | | unknown |
待定 | | | unknown |
2025-2027 | 2025-01-01 | 2027-12-31 | once |
到2027年底 | | 2027-12-31 | once |
至2027年 | | 2027-12-31 | once |
截至2027年底 | | 2027-12-31 | once |
2027年前 | | 2027-12-31 | once |
2027年6月前 | | 2027-06-30 | once | before_month
“十五五”末 | | 2030-12-31 | once | five_year_plan
“十五五”时期 | 2026-01-01 | 2030-12-31 | once | five_year_plan
2026年3季度 | 2026-07-01 | 2026-09-30 | once |
第四季度 | 2026-10-01 | 2026-12-31 | once |
四季度前 | | 2026-12-31 | once |
下半年 | 2026-07-01 | 2026-12-31 | once |
下半年完成 | 2026-07-01 | 2026-12-31 | once |
2026年春季 | 2026-03-01 | 2026-05-31 | once |
文件印发后3个月内 | | | unknown | relative
自发布之日起30日内 | | | unknown | relative
/ | | | unknown |
2026年9月前启动，2027年12月底前完成 | | 2027-12-31 | once | before_month several_dates
2026年6月启动，2026年12月完成 | 2026-06-01 | 2026-12-31 | once | several_dates
2026年Q3 | 2026-07-01 | 2026-09-30 | once |
2026年12月* | | 2026-12-31 | once |
2026.03-2026.12 | 2026-03-01 | 2026-12-31 | once |
2026.3—12 | 2026-03-01 | 2026-12-31 | once |
2026年3月1日—2026年5月31日 | 2026-03-01 | 2026-05-31 | once |
12月底前，并持续推进 | | 2026-12-31 | once | then_permanent
"""
ENGLISH = """
Q3 2026 | 2026-07-01 | 2026-09-30 | once |
2026 Q3 | 2026-07-01 | 2026-09-30 | once |
Q3/2026 | 2026-07-01 | 2026-09-30 | once |
Q1 & Q2 2026 | 2026-01-01 | 2026-06-30 | once |
Q4 FY2026 | 2026-07-01 | 2026-09-30 | once | fiscal_year
by Q3 2026 | | 2026-09-30 | once |
end of Q2 2026 | | 2026-06-30 | once |
third quarter of 2026 | 2026-07-01 | 2026-09-30 | once |
H1 2027 | 2027-01-01 | 2027-06-30 | once |
first half of 2027 | 2027-01-01 | 2027-06-30 | once |
second half 2027 | 2027-07-01 | 2027-12-31 | once |
end of 2026 | | 2026-12-31 | once |
end 2026 | | 2026-12-31 | once |
end-2026 | | 2026-12-31 | once |
By end 2026 | | 2026-12-31 | once |
mid-2027 | | 2027-06-30 | once | vague_part_of_year
By mid 2027 | | 2027-06-30 | once | vague_part_of_year
By late 2027 | | 2027-12-31 | once | vague_part_of_year
no later than 31 March 2026 | | 2026-03-31 | once |
not later than March 31, 2026 | | 2026-03-31 | once |
from 2026 onwards | 2026-01-01 | | once |
2026 onward | 2026-01-01 | | once |
From January 2026 | 2026-01-01 | | once |
Starting in 2026 | 2026-01-01 | | once |
FY2026/27 | | 2027-03-31 | once | fiscal_year
FY 2026-27 | | 2027-03-31 | once | fiscal_year
FY26 | | 2026-09-30 | once | fiscal_year
By the end of fiscal year 2026-27 | | 2027-03-31 | once | fiscal_year
within 12 months | | | unknown | relative
Within twelve months of adoption | | | unknown | relative
Within 90 days | | | unknown | relative
30 days after approval | | | unknown | relative
6 months | | | unknown | relative
2026-12-31 | | 2026-12-31 | once |
13/04/2026 | | 2026-04-13 | once |
04/13/2026 | | 2026-04-13 | once |
1/2/2026 | | 2026-02-01 | once | day_or_month
31 Dec 2026 | | 2026-12-31 | once |
Dec. 31, 2026 | | 2026-12-31 | once |
31-Dec-2026 | | 2026-12-31 | once |
31-Dec-26 | | 2026-12-31 | once |
Dec-26 | | 2026-12-31 | once |
Sept 2026 | | 2026-09-30 | once |
December 2026 | | 2026-12-31 | once |
By December 31st, 2026 | | 2026-12-31 | once |
by the 31st of December 2026 | | 2026-12-31 | once |
December 31, 2026* | | 2026-12-31 | once |
December 31, 2026 (revised) | | 2026-12-31 | once |
by end of December 2026 | | 2026-12-31 | once |
end of December 2026 | | 2026-12-31 | once |
By the end of the year | | 2026-12-31 | once |
April 2026, October 2027 | 2026-04-01 | 2027-10-31 | once | several_dates
June and December 2026 | 2026-06-01 | 2026-12-31 | once | several_dates
January to June 2026 | 2026-01-01 | 2026-06-30 | once |
January 2026 - December 2028 | 2026-01-01 | 2028-12-31 | once |
Jan 2026–Dec 2028 | 2026-01-01 | 2028-12-31 | once |
from January 1, 2026 to December 31, 2028 | 2026-01-01 | 2028-12-31 | once |
2026–2028 | 2026-01-01 | 2028-12-31 | once |
2026 - 2028 | 2026-01-01 | 2028-12-31 | once |
2026 and 2027 | 2026-01-01 | 2027-12-31 | once | several_dates
2026 | 2026-01-01 | 2026-12-31 | once |
during 2026 | 2026-01-01 | 2026-12-31 | once |
in 2026 | 2026-01-01 | 2026-12-31 | once |
Until 2030 | | 2030-12-31 | once |
Ongoing until 2030 | | 2030-12-31 | permanent |
Ongoing from 2026 | 2026-01-01 | | permanent |
Ongoing, 2026-2030 | 2026-01-01 | 2030-12-31 | permanent |
Ongoing to March 2027 | | 2027-03-31 | permanent |
Ongoing; report annually | | | annually |
on-going | | | permanent |
Continuous | | | permanent |
Throughout the period | | | permanent |
Throughout implementation | | | permanent |
Throughout 2026 | 2026-01-01 | 2026-12-31 | once |
On a rolling basis | | | permanent |
As needed | | | unknown | regularly
TBD | | | unknown |
To be determined | | | unknown |
N/A | | | unknown |
Upon adoption | | | unknown |
twice a year | | | semiannually |
twice yearly | | | semiannually |
Semi-annually | | | semiannually |
Every six months | | | semiannually |
Bi-annually | | | semiannually | twice_or_every_second_year
Biennially | | | permanent | every_n_months
every two years | | | permanent | every_n_months
every 18 months | | | permanent | every_n_months
once per quarter | | | quarterly |
each quarter | | | quarterly |
Quarterly, starting Q2 2026 | 2026-04-01 | | quarterly |
Quarterly from April 2026 | 2026-04-01 | | quarterly |
Annually starting in 2026 | 2026-01-01 | | annually |
annual | | | annually |
Each year by 31 March | | | annually |
Every March | | | annually |
Every September | | | annually |
By 1 September each year | | | annually |
annually, in May | | | annually |
Annually (December) | | | annually |
Annually through 2030 | | 2030-12-31 | annually |
monthly from May 2026 | 2026-05-01 | | monthly |
Spring 2026 | | 2026-05-31 | once |
Summer 2026 | | 2026-08-31 | once |
Winter 2026-27 | | 2026-12-31 | once | winter
By autumn 2026 | | 2026-11-30 | once |
Completed December 2025 | | 2025-12-31 | once |
Start: January 2026; End: December 2026 | 2026-01-01 | 2026-12-31 | once |
Start date: 1 March 2026. End date: 30 June 2026 | 2026-03-01 | 2026-06-30 | once |
Phase 1: June 2026; Phase 2: June 2027 | 2026-06-01 | 2027-06-30 | once | several_dates
Draft by March 2026; final by June 2026 | | 2026-06-30 | once | several_dates
immediately | | | unknown |
Short term (1-2 years) | | | unknown | relative
short-term | | | unknown |
March | | 2026-03-31 | once |
by 1 March | | 2026-03-01 | once |
30 June | | 2026-06-30 | once |
"""
LINES = [
    (lang, line)
    for lang, lines in (("ru", RUSSIAN), ("zh", CHINESE), ("en", ENGLISH))
    for line in lines.strip().splitlines()
]


@pytest.mark.parametrize(("lang", "line"), LINES)
def test_it_reads_a_term_however_it_is_typed(lang: str, line: str) -> None:
    words, start, end, recurrence, flags = (part.strip() for part in line.split("|"))
    term = read_term(words.replace("⏎", "\n"), period=PERIOD, lang=lang)
    read = (str(term.start or ""), str(term.end or ""), str(term.recurrence), " ".join(term.flags))
    assert read == (start, end, recurrence, flags)


@pytest.mark.parametrize(
    "words",
    ["апрель 2027 г., октябрь 2028 г.", "2027年4月、2028年10月", "April 2027, October 2028"],
)
def test_months_in_a_row_begin_with_the_first_in_every_language(words: str) -> None:
    term = read_term(words, period=PERIOD)
    assert (term.start, term.end) == (date(2027, 4, 1), date(2028, 10, 31))
    assert [str(point.start) for point in term.milestones] == ["2027-04-01", "2028-10-01"]
