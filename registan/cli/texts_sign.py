"""What `registan sign` says."""

from __future__ import annotations

TEXTS_SIGN: dict[str, tuple[str, str, str]] = {
    "cli.help.sign": (
        "ключ ведомства и его подпись под действием, которое обязывает государство",
        "机关密钥，及其对约束本国之行为的签名",
        "the key of an office, and its signature under an act that binds the State",
    ),
    "cli.help.sign.init": (
        "создать ключ под парольной фразой и показать проверочный ключ",
        "建立由口令保护的密钥，并显示验证密钥",
        "make a key under a passphrase, and show its verifier key",
    ),
    "cli.help.sign.show": (
        "показать проверочный ключ; парольная фраза не нужна",
        "显示验证密钥，无需口令",
        "show the verifier key; needs no passphrase",
    ),
    "cli.help.sign.change": (
        "сменить парольную фразу; ключ остаётся тем же",
        "更换口令，密钥不变",
        "change the passphrase; the key stays the same",
    ),
    "cli.help.sign.file": (
        "показать заявление целиком и подписать его; сеть не нужна",
        "完整显示声明并签名，无需联网",
        "show a statement in full and sign it; needs no network",
    ),
    "cli.help.sign.name": (
        "имя ведомства: имя узла без пробелов",
        "机关名称：主机名，不含空格",
        "name of the office: a host name without spaces",
    ),
    "cli.help.sign.keyfile": ("файл ключа", "密钥文件", "the key file"),
    "cli.help.sign.what": (
        "заявление, скачанное со страницы подтверждения",
        "从确认页面下载的声明文件",
        "the statement, as downloaded from the page of confirmation",
    ),
    "cli.help.sign.passphrase": (
        "файл с парольной фразой; иначе она будет спрошена",
        "含口令的文件；未指定则将询问",
        "a file with the passphrase; otherwise it is asked for",
    ),
    "cli.sign.ask": ("Парольная фраза ключа:", "密钥口令：", "Passphrase of the key:"),
    "cli.sign.ask_new": ("Новая парольная фраза:", "新口令：", "New passphrase:"),
    "cli.sign.ask_again": ("Ещё раз:", "再次输入：", "Once more:"),
    "cli.sign.made": (
        "Ключ создан: {path}. Храните копию файла и парольную фразу раздельно. Проверочный ключ для сайта:",
        "密钥已建立：{path}。请将文件副本与口令分开保管。提交给网站的验证密钥：",
        "The key is made: {path}. Keep a copy of it apart from the passphrase. Verifier key for the site:",
    ),
    "cli.sign.changed": (
        "Парольная фраза сменена. Прежние копии файла открываются прежней фразой. Ключ: {key}",
        "口令已更换。文件的旧副本仍以旧口令开启。密钥：{key}",
        "The passphrase is changed. Older copies of the file open with the older one. Key: {key}",
    ),
    "cli.sign.signed": (
        "Подписано ключом {name} ({id}). Загрузите на странице подтверждения файл {path}.",
        "已用密钥{name}（{id}）签名。请在确认页面上传文件{path}。",
        "Signed with the key {name} ({id}). Upload the file {path} on the page of confirmation.",
    ),
    "cli.sign.there_already": (
        "Файл {path} уже есть; поверх ключа ничего не пишется. Укажите другой файл.",
        "文件{path}已存在；不得覆盖密钥。请另行指定文件。",
        "The file {path} is there already, and nothing is written over a key. Name another file.",
    ),
    "cli.sign.not_there": ("Файла {path} нет.", "没有文件{path}。", "There is no file {path}."),
    "cli.sign.bad_name": (
        "Имя «{name}» не годится: нужно имя узла без пробелов и знака «+».",
        "名称“{name}”不可用：须为主机名，不含空格和“+”。",
        "The name {name} cannot be used: give a host name without spaces and plus signs.",
    ),
    "cli.sign.no_key": (
        "Файл {path} не является файлом ключа или повреждён. Возьмите его копию.",
        "文件{path}不是密钥文件，或已损坏。请使用其副本。",
        "The file {path} is no key file, or it is damaged. Take its copy.",
    ),
    "cli.sign.no_statement": (
        "Файл {path} не является заявлением о действии. Скачайте его со страницы подтверждения ещё раз.",
        "文件{path}不是行为声明。请从确认页面重新下载。",
        "The file {path} is no statement of an act. Download it again from the page of confirmation.",
    ),
    "cli.sign.wrong_passphrase": (
        "Парольная фраза не подходит к {path}. Ничего не подписано.",
        "口令与{path}不符。未作任何签名。",
        "The passphrase does not open {path}. Nothing was signed.",
    ),
    "cli.sign.open_to_others": (
        "Файл ключа {path} могут прочесть и другие. Оставьте доступ только владельцу (0600) и повторите.",
        "其他人也能读取密钥文件{path}。请仅保留所有者权限（0600）后重试。",
        "Others can read the key file {path}. Leave it to its owner alone (0600), then repeat.",
    ),
    "cli.sign.not_twice": (
        "Фразы различаются. Ключ не создан.",
        "两次输入不一致。未作更改。",
        "The two differ. Nothing was made.",
    ),
    "cli.sign.too_short": (
        "Парольная фраза короче {shortest} знаков. Возьмите длиннее, например четыре слова.",
        "口令少于{shortest}个字符。请使用更长的口令，例如四个词。",
        "The passphrase is shorter than {shortest} characters. Take a longer one, such as four words.",
    ),
}
