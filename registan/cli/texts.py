"""Sentences of the command line."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "cli.help.registan": (
        "Registan: рабочее место многосторонней организации.",
        "Registan：多边组织的工作平台。",
        "Registan: the software on which a multilateral organisation works.",
    ),
    "cli.help.message_lang": (
        "язык сообщений",
        "提示信息的语言",
        "language of messages",
    ),
    "cli.progress": (
        "{what}{far}: {seconds} с",
        "{what}{far}：{seconds}秒",
        "{what}{far}: {seconds} s",
    ),
    "cli.no_such_file": (
        "Нет такого файла или папки: {path}. Проверьте путь.",
        "文件或文件夹不存在：{path}。请核对路径。",
        "No such file or folder: {path}. Check the path.",
    ),
    "cli.is_a_folder": (
        "{path} — папка, а нужен файл.",
        "{path}是文件夹，此处需要文件。",
        "{path} is a folder; a file is needed.",
    ),
    "cli.is_no_folder": (
        "{path} — не папка. Укажите папку.",
        "{path}不是文件夹。请指定文件夹。",
        "{path} is no folder. Name a folder.",
    ),
    "cli.no_access": (
        "Нет доступа к {path}. Дайте права этому пользователю или выберите другую папку в REGISTAN_VAR.",
        "无权访问{path}。请授予当前用户权限，或通过 REGISTAN_VAR 选择其他文件夹。",
        "No access to {path}. Give this user the right, or choose another folder in REGISTAN_VAR.",
    ),
    "cli.help.example": ("пример", "示例", "the worked example"),
    "cli.help.example.load": (
        "загрузить иллюстративный пример, если его ещё нет",
        "加载示例（如尚未加载）",
        "load the illustrative example, unless it is there",
    ),
    "cli.example.loading": ("Загружается пример", "正在加载示例", "Loading the example"),
    "cli.example.loaded": (
        "Пример загружен: мер — {measures}, раундов отчётов — {rounds}.",
        "示例已加载：{measures}项措施，{rounds}轮报告。",
        "Example loaded: {measures} measures, {rounds} rounds of reports.",
    ),
    "cli.example.there": (
        "Пример уже загружен.",
        "示例已存在。",
        "The example is loaded already.",
    ),
}
