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
    "cli.help.mirror": (
        "зеркало чужого журнала: хранить все записи, проверять, заверять, показывать",
        "镜像：保存日志的全部条目，核查、会签并提供查阅",
        "a mirror of somebody's log: hold all entries, check, cosign, serve",
    ),
    "cli.help.mirror.url": (
        "адрес, под которым опубликован журнал",
        "日志公布的网址",
        "address under which the log is published",
    ),
    "cli.help.mirror.once": (
        "взять новое один раз и завершить работу",
        "只获取一次新内容，然后结束",
        "take what is new once, and end",
    ),
    "cli.help.mirror.seconds": (
        "секунд между двумя обращениями; если не указано, 2",
        "两次查看之间的秒数；省略时为2",
        "seconds between two looks; 2 unless named",
    ),
    "cli.mirror.at": (
        "Зеркало {name} слушает: {address}",
        "镜像 {name} 正在监听：{address}",
        "Mirror {name} listens: {address}",
    ),
    "cli.mirror.holds": (
        "Записей: {size}, новых: {new}. Всё проверено.",
        "已有{size}条，新增{new}条，均已核查。",
        "{size} {size|entry|entries} held, {new} of them new; all checked.",
    ),
    "cli.mirror.whole": (
        "Зеркало журнала {origin} цело: записей — {size}.",
        "日志 {origin} 的镜像完整，共{size}条。",
        "The mirror of {origin} is whole: {size} {size|entry|entries}.",
    ),
    "cli.mirror.unreachable": (
        "Журнал не отвечает: {why}. Зеркало попробует снова.",
        "日志没有应答：{why}。镜像将重试。",
        "The log does not answer: {why}. The mirror will try again.",
    ),
    "cli.mirror.inconsistent": (
        "То, что отдаёт журнал, не сходится с его подписью: {path}, запись {index}. Ничего не принято и не "
        "заверено. Сообщите владельцу журнала.",
        "日志提供的内容与其签名不符：{path}，条目{index}。未接受，也未会签。请告知日志所有者。",
        "What the log serves does not fit its signature: {path}, entry {index}. Nothing was taken or "
        "cosigned. Tell the owner of the log.",
    ),
    "cli.mirror.damaged": (
        "Повреждено то, что хранит само зеркало: {why}. Дождитесь новой контрольной точки журнала: зеркало "
        "возьмёт всё заново.",
        "镜像自身保存的内容已损坏：{why}。请等待日志的新检查点，届时镜像会重新获取全部内容。",
        "What the mirror itself holds is damaged: {why}. Wait for the log's next checkpoint: the mirror "
        "will then take everything again.",
    ),
    "cli.mirror.no_room": (
        "Записать не удалось: {why}. Ничего не принято и не заверено; зеркало попробует снова. Проверьте, "
        "есть ли место на диске.",
        "无法写入：{why}。未接受，也未会签；镜像将重试。请检查磁盘空间。",
        "Writing failed: {why}. Nothing was taken or cosigned; the mirror will try again. See whether the "
        "disk has room.",
    ),
    "cli.mirror.two_histories": (
        "ТРЕВОГА. Журнал подписал две разные истории. Доказательство: {path}. Передайте этот файл другим "
        "участникам. Зеркало больше ничего не заверяет и показывает то, что хранило.",
        "警报：日志签署了两份不同的历史。证据见{path}。请将此文件转交其他各方。镜像不再会签，仍提供已保存的内容。",
        "ALARM. The log signed two different histories. The proof: {path}. Give this file to the other "
        "parties. The mirror cosigns no more, and serves what it held.",
    ),
    "cli.mirror.no_address": (
        "{url} — не адрес. Он начинается с {begins}",
        "{url} 不是网址。网址应以 {begins} 开头",
        "{url} is no address. It begins with {begins}",
    ),
    "cli.mirror.not_one_log": (
        "Зеркало следит за одним журналом; в файле {path} должен быть назван один.",
        "一个镜像只跟踪一个日志；{path}中应恰好写明一个日志。",
        "A mirror follows one log; {path} must name exactly one.",
    ),
}
