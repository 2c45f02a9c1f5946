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
    "cli.example.key": (
        "Пример ключа ведомства и пароль к нему рядом: {path}",
        "示例部门密钥，口令文件在同一文件夹：{path}",
        "An office's key of the example, its passphrase beside it: {path}",
    ),
    "cli.example.there": (
        "Пример уже загружен.",
        "示例已存在。",
        "The example is loaded already.",
    ),
    "cli.help.profile": ("профиль организации", "组织配置", "the organisation as data"),
    "cli.help.profile.load": (
        "проверить папку профиля и загрузить её",
        "检查并加载配置文件夹",
        "check a folder and load it",
    ),
    "cli.help.setup": (
        "подготовить базу данных, файлы и профиль",
        "准备数据库、文件和配置",
        "prepare database, files and profile",
    ),
    "cli.setup.no_write": (
        "Нет права записи в {path}. Дайте его этому пользователю или выберите другую папку в REGISTAN_VAR.",
        "无权写入{path}。请授予当前用户写入权限，或通过 REGISTAN_VAR 选择其他文件夹。",
        "No write access to {path}. Give it to this user, or choose another folder in REGISTAN_VAR.",
    ),
    "cli.help.serve": (
        "запустить сервер и исполнителя заданий",
        "启动服务器和任务执行程序",
        "run the server and the worker",
    ),
    "cli.help.serve.host": ("адрес, на котором слушать", "监听地址", "address to listen on"),
    "cli.help.serve.port": ("порт", "端口", "port"),
    "cli.help.serve.setup": (
        "сначала подготовить, чего не хватает",
        "先准备缺少的内容",
        "first set up whatever is missing",
    ),
    "cli.help.serve.no_worker": (
        "без исполнителя заданий",
        "不启动任务执行程序",
        "without the worker",
    ),
    "cli.serve.port_taken": (
        "Порт {port} занят. Закройте другую программу или выберите другой порт: make run PORT={other} "
        "(registan serve --port {other})",
        "端口{port}已被占用。请关闭占用程序，或选择其他端口：make run PORT={other}"
        "（registan serve --port {other}）",
        "Port {port} is taken. Stop the other program or choose another port: make run PORT={other} "
        "(registan serve --port {other})",
    ),
    "cli.serve.port_forbidden": (
        "Этому пользователю нельзя слушать порт {port}. Выберите порт выше 1023.",
        "当前用户无权使用端口{port}。请选择大于1023的端口。",
        "This user may not listen on port {port}. Choose a port above 1023.",
    ),
    "cli.serve.at": (
        "Registan работает: {address}",
        "Registan 已启动：{address}",
        "Registan is running: {address}",
    ),
    "cli.serve.cast": (
        "Вход одним нажатием за любого участника примера: {address}",
        "一键以示例中的任一人员登录：{address}",
        "Sign in with one click as any of the cast: {address}",
    ),
    "cli.serve.stop": (
        "Остановить: Ctrl-C.",
        "按 Ctrl-C 停止。",
        "Stop with Ctrl-C.",
    ),
    "cli.help.work": (
        "исполнять задания, расписания и рассылку",
        "执行任务、定时安排和发信",
        "run queued jobs, schedules and letters",
    ),
    "cli.help.search": ("поиск", "搜索", "search"),
    "cli.help.search.rebuild": (
        "составить указатель поиска заново из записей",
        "根据记录重建搜索索引",
        "make the search index anew from the records",
    ),
    "cli.search.rebuilding": ("Составляется указатель", "正在重建索引", "Making the index"),
    "cli.search.rebuilt": (
        "Указатель составлен: {n} {n|объект|объекта|объектов} за {seconds} с.",
        "索引已重建：{n}项，用时{seconds}秒。",
        "The index is made: {n} {n|thing|things} in {seconds} s.",
    ),
    "cli.help.plans": ("планы", "计划", "plans"),
    "cli.help.plans.read": (
        "прочитать таблицу плана без базы данных",
        "读取计划表格（不需要数据库）",
        "read a plan table without a database",
    ),
    "cli.help.plans.lang": (
        "язык таблицы; без него определяется по тексту",
        "表格的语文；省略时按文字判断",
        "language of the table; told from the text when absent",
    ),
    "cli.help.plans.report": (
        "составить сводный доклад по раунду",
        "编制一轮报告的综合报告",
        "write the consolidated report of a round",
    ),
    "cli.plans.reading": ("Читается {file}", "正在读取{file}", "Reading {file}"),
    "cli.plans.read": (
        "Прочитано мер: {n} (язык: {language}).",
        "已读取{n}项措施（语文：{language}）。",
        "{n} {n|measure|measures} read (language: {language}).",
    ),
    "cli.plans.no_round": (
        "Нет плана {plan} или его раунда {round}. Список планов — на странице «Планы».",
        "没有计划 {plan} 或其第{round}轮。计划列表见“计划”页面。",
        "There is no plan {plan} or no round {round} of it. The page “Plans” lists them.",
    ),
    "cli.plans.writing": ("Составляется {file}", "正在编制{file}", "Writing {file}"),
    "cli.plans.written": (
        "Доклад записан: {file} (мер — {measures}, {kib} КиБ).",
        "报告已写入：{file}（{measures}项措施，{kib} KiB）。",
        "Report written: {file} ({measures} measures, {kib} KiB).",
    ),
    "cli.help.official": ("должностные лица", "官员", "officials"),
    "cli.help.official.enrol": (
        "завести учётную запись с первыми полномочиями",
        "开设账户并授予首项授权",
        "open an account with its first mandate",
    ),
    "cli.help.official.name": ("должность, как её показывать", "显示的职务", "office, as shown"),
    "cli.help.official.state": ("ключ государства", "国家代码", "key of the State"),
    "cli.help.official.body": ("ключ органа", "机构代码", "key of the Body"),
    "cli.official.password": ("Пароль:", "密码：", "Password:"),
    "cli.help.settings": (
        "показать все настройки",
        "显示全部设置",
        "show every setting",
    ),
    "cli.help.version": ("показать версию", "显示版本", "show the version"),
    "cli.help.help": ("показать эту справку", "显示本帮助", "show this help"),
    "cli.usage.usage": ("Как писать:", "用法：", "usage:"),
    "cli.usage.arguments": ("Что указать", "参数", "arguments"),
    "cli.usage.options": ("Необязательное", "选项", "options"),
    "cli.usage.commands": ("Команды", "命令", "commands"),
    "cli.usage.help": (
        "Справка: {program} --help",
        "帮助：{program} --help",
        "Help: {program} --help",
    ),
    "cli.usage.missing": ("Не указано: {names}.", "缺少：{names}。", "Missing: {names}."),
    "cli.usage.one_of": (
        "Укажите одно из: {names}.",
        "请指定其中之一：{names}。",
        "Name one of these: {names}.",
    ),
    "cli.usage.not_together": (
        "{names} с другим параметром не сочетается: оставьте один.",
        "{names} 不能与另一选项并用，请只保留一个。",
        "{names} does not go with the other option; keep one of them.",
    ),
    "cli.usage.unknown": (
        "Такого параметра нет: {names}.",
        "没有这样的参数：{names}。",
        "There is no such option: {names}.",
    ),
    "cli.usage.not_a_choice": (
        "{names}: значения {value} нет. Есть: {choices}.",
        "{names}：没有{value}。可选：{choices}。",
        "{names}: there is no {value}. There are: {choices}.",
    ),
    "cli.usage.not_a_number": (
        "{names}: {value} — не число.",
        "{names}：{value}不是数字。",
        "{names}: {value} is no number.",
    ),
    "cli.usage.no_value": (
        "После {names} нужно значение.",
        "{names} 之后需要填写值。",
        "A value must follow {names}.",
    ),
    "cli.usage.wrong": (
        "Команда написана неверно ({why}).",
        "命令书写有误（{why}）。",
        "The command is not written right ({why}).",
    ),
    "cli.system_refused": (
        "Система отказала: {path} ({reason}).",
        "系统拒绝：{path}（{reason}）。",
        "The system refused: {path} ({reason}).",
    ),
    "cli.profile.loading": (
        "Загружается профиль {folder}",
        "正在加载配置{folder}",
        "Loading the profile {folder}",
    ),
    "cli.profile.loaded": (
        "Профиль {profile} загружен: таблиц — {tables}, строк — {rows}.",
        "配置 {profile} 已加载：{tables}个表，{rows}行。",
        "Profile {profile} loaded: {tables} tables, {rows} rows.",
    ),
    "cli.profile.refused": (
        "Профиль не загружен: {n} {n|ошибка|ошибки|ошибок}. Исправьте и повторите.",
        "配置未加载：共{n}处错误。请改正后重试。",
        "The profile was not loaded: {n} {n|mistake|mistakes}. Correct and repeat.",
    ),
    "cli.database.away": (
        "База данных недоступна ({reason}). Проверьте REGISTAN_DATABASE_URL и то, что сервер базы "
        "данных работает.",
        "无法连接数据库（{reason}）。请检查 REGISTAN_DATABASE_URL，并确认数据库服务器正在运行。",
        "The database cannot be reached ({reason}). Check REGISTAN_DATABASE_URL, and that the database "
        "server is running.",
    ),
    "cli.database.not_set_up": (
        "Установка не подготовлена. Выполните: registan setup",
        "系统尚未准备就绪。请运行：registan setup",
        "This installation is not set up. Run: registan setup",
    ),
    "cli.setup.preparing": (
        "Готовятся таблицы и файлы",
        "正在准备数据表和文件",
        "Preparing tables and files",
    ),
    "cli.setup.done": (
        "Готово: таблицы ({database}) и файлы в {folder}.",
        "已就绪：数据表（{database}）及{folder}中的文件。",
        "Ready: tables ({database}) and files in {folder}.",
    ),
    "cli.setup.profile_there": (
        "Профиль {profile} уже загружен; новый загружает команда registan profile load.",
        "配置 {profile} 已加载；如需更换，请运行 registan profile load。",
        "Profile {profile} is loaded already; registan profile load brings in another.",
    ),
    "cli.serve.host_unknown": (
        "Адреса {host} на этой машине нет. Укажите другой: --host 127.0.0.1",
        "本机没有地址{host}。请另行指定：--host 127.0.0.1",
        "This machine has no address {host}. Name another: --host 127.0.0.1",
    ),
    "cli.serve.port_impossible": (
        "Порта {port} не бывает. Выберите от 1 до 65535.",
        "不存在端口{port}。请选择1至65535之间的端口。",
        "There is no port {port}. Choose one from 1 to 65535.",
    ),
    "cli.serve.name.web": ("веб-сервер", "网页服务器", "web server"),
    "cli.serve.name.ledger": ("хранитель журнала", "日志守护程序", "keeper of the ledger"),
    "cli.serve.name.witness": ("свидетель журнала", "日志见证方", "witness of the log"),
    "cli.serve.name.heavy": (
        "исполнитель расчётов",
        "计算任务执行程序",
        "worker for computations",
    ),
    "cli.serve.name.work": ("исполнитель заданий", "任务执行程序", "worker"),
    "cli.serve.restarting": (
        "Внезапно завершился {name}; новый запуск через {seconds} с.",
        "{name}意外退出，{seconds}秒后重新启动。",
        "The {name} has ended unexpectedly; it is started again in {seconds} s.",
    ),
    "cli.serve.restarting_often": (
        "Снова и снова завершается {name} ({times}-й раз подряд): причина — в сообщениях выше, и пока она не "
        "устранена, это повторится. Новый запуск через {seconds} с.",
        "{name}反复退出（连续第{times}次）：原因见上方信息，原因未消除前会再次退出。{seconds}秒后重新启动。",
        "The {name} keeps ending ({times} times in a row): the messages above say why, and until that is "
        "mended it will end again. It is started again in {seconds} s.",
    ),
    "cli.serve.no_start": (
        "{name}: запуск не удался. Причина — в сообщениях выше.",
        "{name}未能启动。原因见上方信息。",
        "The {name} could not be started. The reason stands above.",
    ),
    "cli.serve.stopped": ("Registan остановлен.", "Registan 已停止。", "Registan has stopped."),
    "cli.help.work.poll": (
        "секунд между двумя проверками очереди",
        "两次查看队列之间的秒数",
        "seconds between two looks",
    ),
    "cli.help.work.beat": (
        "секунд между двумя отметками о работе",
        "两次心跳之间的秒数",
        "seconds between heartbeats",
    ),
    "cli.help.work.patience": (
        "секунд молчания, после которых задание передаётся другому исполнителю",
        "执行程序静默多少秒后将其任务转交他人",
        "seconds of silence after which a worker's job is given to another",
    ),
    "cli.help.work.attempts": (
        "число попыток, после которых задание считается невыполненным",
        "任务判定失败前的尝试次数",
        "attempts after which a job has failed",
    ),
    "cli.help.work.lane": (
        "какие задания брать: лёгкие (письма, поиск), тяжёлые (расчёты) или все",
        "执行哪类任务：轻（信件、搜索）、重（计算）或全部",
        "which jobs it takes: light ones (letters, search), heavy ones (computations) or all",
    ),
    "cli.help.work.nice": (
        "насколько уступать другим процессам, от 0 до 19",
        "对其他进程让步的程度，0至19",
        "how far it steps back for other processes, 0 to 19",
    ),
    "cli.help.work.once": (
        "остановиться, когда очередь пуста",
        "队列为空时停止",
        "stop when nothing is ready",
    ),
    "cli.plans.looked_at": (
        "Посмотрите сами: {n} {n|место|места|мест}, названы выше.",
        "请人工核对上列{n}处。",
        "Look at the {n} {n|place|places} named above.",
    ),
    "cli.plans.too_large": (
        "В файле {mib} МиБ; читаются файлы до {most} МиБ. Удалите из него рисунки и сохраните заново.",
        "文件为{mib} MiB，最大可读取{most} MiB。请删除其中的图片后重新保存。",
        "The file has {mib} MiB; files up to {most} MiB are read. Take the pictures out and save it "
        "again.",
    ),
    "cli.official.no_party": (
        "В профиле нет государства или органа «{party}». Есть: {known}.",
        "配置中没有国家或机构“{party}”。可选：{known}。",
        "The profile has no State or Body “{party}”. There are: {known}.",
    ),
    "cli.official.bad_password": (
        "Пароль не принят. {reasons}",
        "密码不符合要求。{reasons}",
        "The password was not accepted. {reasons}",
    ),
    "cli.help.official.username": (
        "имя для входа",
        "登录用户名",
        "name to sign in with",
    ),
    "cli.help.official.office": (
        "обычные полномочия: {known}",
        "通常的职权：{known}",
        "a usual set of powers: {known}",
    ),
    "cli.help.official.language": ("язык писем", "信函语文", "language of letters"),
    "cli.help.official.email": ("адрес для писем", "电子邮箱", "address for letters"),
    "cli.official.enrolled": (
        "Учётная запись {username} открыта; полномочия от имени: {party} ({office}).",
        "已开立账户{username}，授权代表{party}行事（{office}）。",
        "Account {username} opened, with a mandate to act for {party} ({office}).",
    ),
    "cli.help.file": (
        "файл DOCX, XLSX, CSV или HTML",
        "DOCX、XLSX、CSV 或 HTML 文件",
        "a DOCX, XLSX, CSV or HTML file",
    ),
    "cli.help.plans.format": (
        "table — таблица для чтения, jsonl — один объект на меру",
        "table：供阅读的表格；jsonl：每项措施一个对象",
        "table to be read, jsonl for one object per measure",
    ),
    "cli.help.profile.folder": ("папка профиля", "配置文件夹", "the profile's folder"),
    "cli.help.plans.plan": ("ключ плана", "计划代码", "key of the plan"),
    "cli.help.plans.round": ("номер раунда", "轮次编号", "number of the round"),
    "cli.help.plans.report_lang": ("язык доклада", "报告语文", "language of the report"),
    "cli.help.plans.report_format": ("вид файла", "文件格式", "kind of file"),
    "cli.help.plans.out": ("куда записать", "输出文件", "file to write"),
    "cli.settings.line": (
        "{why} (по умолчанию: {default})",
        "{why}（默认值：{default}）",
        "{why} (default: {default})",
    ),
    "cli.settings.none": ("не задано", "未设置", "not set"),
    "cli.settings.hidden": ("задано, не показывается", "已设置，不予显示", "set, not shown"),
    "cli.column.number": ("№", "序号", "No."),
    "cli.column.text": ("Мера", "措施", "Measure"),
    "cli.column.result": ("Результат", "成果", "Result"),
    "cli.column.term": ("Срок", "时限", "Term"),
    "cli.column.responsible": ("Исполнители", "责任方", "Responsible"),
    "cli.recurrence.monthly": ("ежемесячно", "每月", "monthly"),
    "cli.recurrence.quarterly": ("ежеквартально", "每季度", "quarterly"),
    "cli.recurrence.semiannually": ("раз в полугодие", "每半年", "twice a year"),
    "cli.recurrence.annually": ("ежегодно", "每年", "annually"),
    "cli.recurrence.permanent": ("постоянно", "长期", "permanent"),
    "cli.recurrence.unknown": ("не распознан", "无法识别", "not understood"),
}
