"""Why an operator would turn a knob: one sentence for each `REGISTAN_*` variable.

The English one is the knob's own `why` (registan/config/settings.py); a test holds the two together.
"""

from __future__ import annotations

TEXTS_SETTINGS: dict[str, tuple[str, str, str]] = {
    "cli.setting.REGISTAN_VAR": (
        "Папка для всего, что записывает эта установка.",
        "本系统写入的全部内容所在的文件夹。",
        "Folder of everything this installation writes.",
    ),
    "cli.setting.REGISTAN_DEMO": (
        "Вход одним нажатием за участников примера; недопустимо при настоящих данных.",
        "一键以示例人员登录；存有真实数据时切勿启用。",
        "One click signs in as one of the cast; never with real data.",
    ),
    "cli.setting.REGISTAN_DEBUG": (
        "Страницы ошибок с исходным текстом; только для разработчиков.",
        "错误页面显示源代码；仅供维护人员使用。",
        "Error pages with the source; for maintainers only.",
    ),
    "cli.setting.REGISTAN_PROFILE": (
        "Папка с профилем организации.",
        "组织配置所在的文件夹。",
        "Folder of the organisation's profile.",
    ),
    "cli.setting.REGISTAN_SECRET_KEY": (
        "Подписывает сеансы; если не задан, хранится в папке установки.",
        "用于签署会话；未设置时保存在 var 文件夹中。",
        "Signs sessions; kept in the var folder when not given.",
    ),
    "cli.setting.REGISTAN_SITE_URL": (
        "Адрес, на который ссылаются письма и ленты.",
        "信函和订阅源所链接的地址。",
        "Address that letters and feeds link to.",
    ),
    "cli.setting.REGISTAN_HOSTS": (
        "Имена узла, на которые отвечает сервер, через запятую.",
        "服务器应答的主机名，以逗号分隔。",
        "Host names this server answers to, by comma.",
    ),
    "cli.setting.REGISTAN_DATABASE_URL": (
        "postgresql://… переносит всю систему на PostgreSQL.",
        "postgresql://… 将整个系统改用 PostgreSQL。",
        "postgresql://… moves the whole product to PostgreSQL.",
    ),
    "cli.setting.REGISTAN_SESSION_HOURS": (
        "Через сколько часов должностное лицо входит заново.",
        "官员须重新登录的间隔小时数。",
        "Hours after which an Official signs in again.",
    ),
    "cli.setting.REGISTAN_TIME_ZONE": (
        "Часовой пояс местопребывания: для дат и времени; если не задан, берётся из профиля.",
        "总部所在时区，用于日期和时刻；未设置时取自档案。",
        "Zone of the seat, for days and clock times; the profile's when not given.",
    ),
    "cli.setting.REGISTAN_UPLOAD_MIB": (
        "Наибольший размер загружаемого файла, МиБ.",
        "官员可上传的最大文件（MiB）。",
        "Largest file an Official may upload, in MiB.",
    ),
    "cli.setting.REGISTAN_EXECUTOR": (
        "Где выполняются большие расчёты: local (процессы этой машины) или планировщик Dask (tcp://…).",
        "大型计算的运行位置：local（本机进程），或 Dask 调度器（tcp://…）。",
        "Where heavy computing runs: local (processes of this machine), or a Dask scheduler (tcp://…).",
    ),
    "cli.setting.REGISTAN_EXECUTOR_PROCESSES": (
        "Наибольшее число процессов одного местного расчёта; 0 означает по одному на ядро.",
        "一次本机计算最多使用的进程数；0 表示每个处理器核心一个。",
        "Most processes of one local computation; 0: one a core.",
    ),
    "cli.setting.REGISTAN_MAIL": (
        "Куда идут письма: file (var/mail), smtp или none (только в журнале исходящих).",
        "信函去向：file（var/mail）、smtp 或 none（仅留存于发件箱）。",
        "Where letters go: file (var/mail), smtp, or none (kept in the outbox only).",
    ),
    "cli.setting.REGISTAN_SMTP_HOST": ("Почтовый сервер.", "邮件服务器。", "Mail server."),
    "cli.setting.REGISTAN_SMTP_PORT": (
        "Порт почтового сервера.",
        "邮件服务器端口。",
        "Port of the mail server.",
    ),
    "cli.setting.REGISTAN_SMTP_USER": (
        "Имя на почтовом сервере.",
        "邮件服务器用户名。",
        "Name at the mail server.",
    ),
    "cli.setting.REGISTAN_SMTP_PASSWORD": (
        "Пароль на почтовом сервере.",
        "邮件服务器密码。",
        "Password at the mail server.",
    ),
    "cli.setting.REGISTAN_SMTP_TLS": (
        "STARTTLS с почтовым сервером (не на порту 465).",
        "与邮件服务器使用 STARTTLS（端口465除外）。",
        "STARTTLS with the mail server (not on port 465).",
    ),
    "cli.setting.REGISTAN_MAIL_FROM": ("Отправитель писем.", "信函发件人。", "Sender of letters."),
    "cli.setting.REGISTAN_LOG_LEVEL": (
        "DEBUG, INFO, WARNING или ERROR.",
        "DEBUG、INFO、WARNING 或 ERROR。",
        "DEBUG, INFO, WARNING or ERROR.",
    ),
    "cli.setting.REGISTAN_LEDGER_ORIGIN": (
        "Имя журнала, навсегда: имя узла организации и путь.",
        "日志名称，一经确定不再更改：本组织的主机名加路径。",
        "Name of the log, for ever: a host name of the organisation and a path.",
    ),
    "cli.setting.REGISTAN_LEDGER_KEYS": (
        "Папка собственных ключей журнала.",
        "日志自身密钥所在文件夹。",
        "Folder of the log's own keys.",
    ),
    "cli.setting.REGISTAN_LEDGER_LAST_SIGNED": (
        "Вторая память подписывающей программы; лучше на другом диске, чем база данных.",
        "签署程序的第二份记录，最好与数据库不在同一磁盘。",
        "The signer's second memory; best on another disk than the database.",
    ),
    "cli.setting.REGISTAN_LEDGER_POLICY": (
        "Каких свидетелей опрашивать и сколько подписей необходимо.",
        "询问哪些见证方，需要多少会签。",
        "Which witnesses are asked and how many must cosign.",
    ),
    "cli.setting.REGISTAN_LEDGER_SECONDS": (
        "Секунд между двумя контрольными точками.",
        "两个检查点之间的秒数。",
        "Seconds between two checkpoints.",
    ),
    "cli.setting.REGISTAN_LEDGER_CYCLE_MINUTES": (
        "За сколько минут журнал перечитывается целиком; 0: сам не перечитывается.",
        "每隔多少分钟将日志通读复核一遍；0 表示不自动复核。",
        "Minutes in which the whole ledger is read again; 0: not by itself.",
    ),
}
