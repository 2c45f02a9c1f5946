"""Sentences of the page shell."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "web.skip": ("Перейти к содержанию", "跳至正文", "Skip to content"),
    "web.nav": ("Основные разделы", "主要栏目", "Main sections"),
    "web.nav.plans": ("Планы", "计划", "Plans"),
    "web.nav.owed": ("Мои отчёты", "待报事项", "My reports"),
    "web.nav.states": ("Государства и органы", "国家和机构", "States and bodies"),
    "web.nav.search": ("Поиск", "搜索", "Search"),
    "web.nav.history": ("Журнал действий", "行为记录", "Record of acts"),
    "web.nav.sign_in": ("Вход", "登录", "Sign in"),
    "web.languages": ("Язык", "语言", "Language"),
    "web.crumbs": ("Вы здесь", "当前位置", "You are here"),
    "web.illustrative": (
        "Иллюстративный пример. План, отчёты и действия вымышлены и не являются документами организации.",
        "示例。计划、报告和行为均为虚构，并非本组织文件。",
        "Illustrative example. The plan, the reports and the acts are invented and are no documents of the "
        "organisation.",
    ),
    "web.foot": ("Страница составлена", "页面生成时间：", "Page made on"),
    "web.refused": ("Это невозможно", "无法执行", "This is not possible"),
    "refusal.sign_in_first": (
        "Для этого нужно войти. Войдите и повторите.",
        "请先登录，然后重试。",
        "Sign in first, and then repeat.",
    ),
    "web.typed": ("Что вы написали", "您填写的内容", "What you typed"),
    "web.typed.hint": (
        "Ничего не записано. Скопируйте ваш текст отсюда, чтобы он не пропал.",
        "内容未被记录。请从此处复制您的文字，以免丢失。",
        "Nothing was recorded. Copy your text from here so that it is not lost.",
    ),
    "web.to_square": ("На главную страницу", "返回首页", "To the front page"),
    "web.errors": ("Исправьте, пожалуйста", "请更正以下内容", "Please correct"),
    "web.history": ("История", "历史记录", "History"),
    "web.history.unnumbered": ("номер присваивается", "正在编号", "number to follow"),
    "web.history.none": ("Записей пока нет.", "尚无记录。", "No entries yet."),
    "web.confirm": (
        "Вы действуете от имени: {party}",
        "您即将代表{party}行事",
        "You are about to act for {party}",
    ),
    "web.confirm.mandate": ("Полномочия", "授权", "Mandate"),
    "web.confirm.back": ("Вернуться и исправить", "返回修改", "Go back and correct"),
    "web.sealed": (
        "Записано под № {number}. {sentence}",
        "已记录，编号{number}。{sentence}",
        "Recorded as entry No. {number}. {sentence}",
    ),
    "web.all": ("Все", "全部", "All"),
    "web.apply": ("Показать", "显示", "Show"),
    "web.clear": ("Сбросить", "清除", "Clear"),
    "web.next": ("Далее", "继续", "Continue"),
    "web.change": ("изменить", "更改", "change"),
    "web.save": ("Сохранить", "保存", "Save"),
    "web.continue": ("Продолжить", "继续", "Continue"),
    "web.to_be_verified": ("требует проверки", "待核实", "to be verified"),
    "web.source": ("Источник", "来源", "Source"),
}
