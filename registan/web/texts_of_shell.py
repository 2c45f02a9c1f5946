"""Sentences of the page shell."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "web.skip": ("Перейти к содержанию", "跳至正文", "Skip to content"),
    "web.nav": ("Основные разделы", "主要栏目", "Main sections"),
    "web.nav.plans": ("Планы", "计划", "Plans"),
    "web.nav.owed": ("Мои отчёты", "待报事项", "My reports"),
    "web.nav.health": ("Здоровье", "卫生", "Health"),
    "web.nav.states": ("Государства и органы", "国家和机构", "States and bodies"),
    "web.nav.search": ("Поиск", "搜索", "Search"),
    "web.nav.history": ("Журнал действий", "行为记录", "Record of acts"),
    "web.nav.ledger": ("Проверка записей", "核查记录", "Verification"),
    "web.nav.sign_in": ("Вход", "登录", "Sign in"),
    "web.languages": ("Язык", "语言", "Language"),
    "web.crumbs": ("Вы здесь", "当前位置", "You are here"),
    "web.illustrative": (
        "Иллюстративный пример. Планы, отчёты, числа и действия вымышлены и не являются документами "
        "организации.",
        "示例。计划、报告、数据和行为均为虚构，并非本组织文件。",
        "Illustrative example. Plans, reports, counts and acts are invented and are no documents of the "
        "organisation.",
    ),
    # Marks between pieces that a page puts together; Chinese has its own, of full width.
    "web.colon": (": ", "：", ": "),
    "web.semicolon": ("; ", "；", "; "),
    "web.stop": (". ", "。", ". "),
    "web.comma": (", ", "，", ", "),
    "web.list": (", ", "、", ", "),
    "web.day.hint": (
        "Например, 31 марта 2027 г. (2027-03-31).",
        "例如：2027年3月31日（2027-03-31）。",
        "For example, 31 March 2027 (2027-03-31).",
    ),
    "web.days": ("{start} — {end}", "{start}至{end}", "{start} to {end}"),
    "web.foot": ("Страница составлена {at}.", "页面生成时间：{at}", "Page made on {at}."),
    "web.broken": ("Сбой", "系统故障", "Something broke"),
    "web.refused": ("Это невозможно", "无法执行", "This is not possible"),
    "refusal.sign_in_first": (
        "Для этого нужно войти. Войдите и повторите.",
        "请先登录，然后重试。",
        "Sign in first, and then repeat.",
    ),
    "refusal.form_expired": (
        "Форма устарела: вы вошли заново или открыли её слишком давно. Ничего не записано. Откройте "
        "страницу ещё раз, вставьте свой текст и отправьте форму.",
        "表单已失效：您可能已重新登录，或页面打开时间过长。内容未被记录。请重新打开页面，粘贴您的文字后再提交。",
        "The form is out of date: you have signed in anew, or opened it too long ago. Nothing was recorded. "
        "Open the page again, put your text in and send the form.",
    ),
    "refusal.request_too_large": (
        "Отправлено больше, чем принимается: не более {largest} МиБ. Ничего не записано. Уменьшите файл "
        "или разделите его и повторите.",
        "提交的内容超出上限：不得超过{largest} MiB。内容未被记录。请缩小或拆分文件后再试。",
        "More was sent than is accepted: at most {largest} MiB. Nothing was recorded. Make the file smaller "
        "or split it, and repeat.",
    ),
    "refusal.request_unreadable": (
        "Форму не удалось прочитать: в ней больше полей, чем бывает на наших страницах, или она повреждена. "
        "Ничего не записано. Откройте страницу заново и повторите.",
        "无法读取表单：字段数量超出本系统页面，或表单已损坏。内容未被记录。请重新打开页面后再试。",
        "The form could not be read: it has more fields than any page here, or it is damaged. Nothing was "
        "recorded. Open the page again and repeat.",
    ),
    "refusal.broken": (
        "На нашей стороне произошёл сбой. Начатое действие не записано. Вернитесь назад и повторите; если "
        "сбой повторится, сообщите секретариату время и адрес страницы.",
        "系统发生故障，所执行的行为未被记录。请返回后重试；如再次出现，请将时间和页面地址告知秘书处。",
        "Something broke on our side. The act you began was not recorded. Go back and repeat; if it breaks "
        "again, tell the Secretariat the time and the address of the page.",
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
    "web.history.number": (
        "Запись № {n}: доказательство",
        "第{n}条记录：证明",
        "Entry No. {n}: its proof",
    ),
    "web.history.proof": ("доказательство", "证明", "proof"),
    "web.history.unnumbered": ("номер присваивается", "正在编号", "number to follow"),
    "web.entry_n": ("№ {n}", "第{n}号", "No. {n}"),
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
    "web.given_in.ru": ("дано по-русски", "原文为俄文", "given in Russian"),
    "web.given_in.zh": ("дано по-китайски", "原文为中文", "given in Chinese"),
    "web.given_in.en": ("дано по-английски", "原文为英文", "given in English"),
    "web.next": ("Далее", "继续", "Continue"),
    "web.change": ("изменить", "更改", "change"),
    "web.save": ("Сохранить", "保存", "Save"),
    "web.continue": ("Продолжить", "继续", "Continue"),
    "web.to_be_verified": ("требует проверки", "待核实", "to be verified"),
    "web.source": ("Источник", "来源", "Source"),
}
