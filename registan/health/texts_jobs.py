"""What the jobs of health are called on the page of jobs."""

from __future__ import annotations

TEXTS_JOBS: dict[str, tuple[str, str, str]] = {
    "job.health.screen_counts": (
        "Поиск сигналов в рядах",
        "在各序列中查找信号",
        "Screening the series for signals",
    ),
    "job.health.try_methods": (
        "Проверка предложенных методов на прошлых данных",
        "用历史数据检验拟议方法",
        "Trying proposed methods on the past",
    ),
    "job.health.compute_scenario": ("Расчёт сценария", "计算情景", "Computing a scenario"),
    "job.health.compute_forgotten_scenarios": (
        "Расчёт сценариев, оставшихся без расчёта",
        "计算遗漏的情景",
        "Computing scenarios that were left over",
    ),
    "job.health.follow_silences": (
        "Напоминания о неподтверждённых уведомлениях",
        "提醒尚未确认的通报",
        "Reminding of notifications not confirmed yet",
    ),
}
