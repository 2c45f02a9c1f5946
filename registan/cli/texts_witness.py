"""What the commands of witnesses and mirrors say."""

from __future__ import annotations

TEXTS_WITNESS: dict[str, tuple[str, str, str]] = {
    "cli.help.witness": (
        "свидетель чужого журнала: создать, запустить",
        "见证方：建立、运行",
        "a witness of somebody's log: make it, run it",
    ),
    "cli.help.witness.init": (
        "создать папку свидетеля с ключами и показать строки для политики журнала",
        "建立见证方文件夹和密钥，并显示应写入日志策略的内容",
        "make a witness's folder with its keys, and show the lines for the log's policy",
    ),
    "cli.help.witness.serve": (
        "заверять контрольные точки журналов, которым доверяет свидетель",
        "会签所信任日志的检查点",
        "cosign checkpoints of the logs that the witness trusts",
    ),
    "cli.help.witness.folder": (
        "папка свидетеля или зеркала",
        "见证方或镜像的文件夹",
        "folder of the witness or mirror",
    ),
    "cli.help.witness.name": (
        "имя, под которым он заверяет: имя узла без пробелов",
        "会签所用名称：主机名，不含空格",
        "name to cosign under: a host name, without spaces",
    ),
    "cli.help.witness.policy": (
        "файл политики журнала: каким журналам доверять",
        "日志的策略文件：说明信任哪些日志",
        "policy file of the log: which logs to trust",
    ),
    "cli.help.witness.log": (
        "проверочный ключ журнала, которому доверять (можно несколько раз)",
        "所信任日志的验证密钥（可多次填写）",
        "verifier key of a log to trust (may be given several times)",
    ),
    "cli.help.witness.url": (
        "адрес, по которому журнал его найдёт",
        "日志访问该见证方的地址",
        "address where the log will find it",
    ),
    "cli.help.witness.port": (
        "порт; если не указан, 8470",
        "端口；省略时为8470",
        "port; 8470 unless named",
    ),
    "cli.witness.made": (
        "Свидетель создан: {folder}. Его проверочные ключи строками для политики журнала:",
        "见证方已建立：{folder}。其验证密钥如下，可直接写入日志策略：",
        "The witness is made: {folder}. Its verifier keys, as lines for the log's policy:",
    ),
    "cli.witness.there_already": (
        "В папке {folder} уже есть ключи свидетеля; они остались как были. Выберите другую папку.",
        "{folder}中已有见证方密钥，未作改动。请选择其他文件夹。",
        "There are a witness's keys in {folder} already, left as they are. Choose another folder.",
    ),
    "cli.witness.none_here": (
        "В папке {folder} свидетеля нет. Создайте его: registan witness init",
        "{folder}中没有见证方。请先建立：registan witness init",
        "There is no witness in {folder}. Make one: registan witness init",
    ),
    "cli.witness.in_use": (
        "С папкой {folder} уже работает другая программа. Остановите её.",
        "另一程序正在使用{folder}。请先停止该程序。",
        "Another program works in {folder}. Stop it first.",
    ),
    "cli.witness.malformed": (
        "Имя, ключ или файл политики записаны неверно ({code}). Сверьте их с тем, что прислал владелец "
        "журнала.",
        "名称、密钥或策略文件有误（{code}）。请与日志所有者提供的内容核对。",
        "The name, a key or the policy file is not written right ({code}). Compare with what the log's "
        "owner sent.",
    ),
    "cli.witness.damaged": (
        "Файл свидетеля повреждён, он ничего не заверяет: {why}. Восстановите папку из самой новой копии.",
        "见证方文件已损坏，停止会签：{why}。请用最新备份恢复该文件夹。",
        "A file of the witness is damaged, it cosigns nothing: {why}. Restore the folder from its newest "
        "copy.",
    ),
    "cli.witness.trusts_none": (
        "Свидетель пока не доверяет ни одному журналу. Впишите в {path} строку с его ключом: {line}",
        "该见证方尚未信任任何日志。请在{path}中写入一行密钥：{line}",
        "The witness trusts no log yet. Write a line with the log's key into {path}: {line}",
    ),
    "cli.witness.at": (
        "Свидетель {name} слушает: {address}",
        "见证方 {name} 正在监听：{address}",
        "Witness {name} listens: {address}",
    ),
}
