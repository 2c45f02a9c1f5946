"""The page for a lawyer: what a proof file shows, what it does not, and how to have it checked."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str, str]] = {
    "ledger.explained": (
        "Что доказывает файл доказательства",
        "证明文件证明什么",
        "What a proof file proves",
    ),
    "ledger.explained.link": (
        "Что доказывает файл доказательства — для юриста",
        "证明文件证明什么（供法律人士参阅）",
        "What a proof file proves, for a lawyer",
    ),
    "ledger.explained.lede": (
        "Для того, кто должен оценить такой файл как доказательство: что из него следует, что не следует и "
        "как его проверит ваш собственный эксперт.",
        "供须评估此类文件证据价值者参阅：它能说明什么、不能说明什么，以及如何由您自己的专家核查。",
        "For whoever has to weigh such a file as evidence: what follows from it, what does not, and how your "
        "own expert checks it.",
    ),
    "ledger.explained.what": ("О чём речь", "基本概念", "What this is about"),
    "ledger.explained.what.text": (
        "Каждое действие государства или органа заносится в журнал под номером. В журнал попадает отпечаток: "
        "короткое число, вычисленное из содержания и случайной добавки. По отпечатку нельзя узнать "
        "содержание, а к другому содержанию он не подойдёт. Все отпечатки связаны в одно дерево; его вершину "
        "организация регулярно подписывает (это контрольная точка), а свидетели — программы, которые ведут "
        "сами государства, — подписывают её, только если прежние записи остались на своих местах.",
        "各国或各机构的每项行为都以编号载入日志。载入的是指纹：由内容和随机数算出的一串短数。从指纹不能得知内容，"
        "其他内容也不能与之相符。所有指纹连成一棵树；本组织定期签署树根（即检查点），见证方——由各国自行运行的"
        "程序——只有在原有记录均未变动时才予以联署。",
        "Every act of a State or Body is entered in a log under a number. What is entered is a fingerprint: "
        "a short figure worked out from the content and a random addition. Nobody can learn the content from "
        "it, and no other content fits it. All fingerprints are bound into one tree. The organisation signs "
        "its top at regular intervals (a checkpoint), and witnesses, programs that States run themselves, "
        "cosign it only if all earlier entries are still in their places.",
    ),
    "ledger.explained.shows": (
        "Что следует из верного файла",
        "有效文件能说明什么",
        "What a good file shows",
    ),
    "ledger.explained.shows.content": (
        "Под этим номером занесено именно это содержание: кто, от чьего имени, что и когда сделал, кому это "
        "адресовано. Ни слова в нём нельзя заменить.",
        "此编号下所载正是该内容：何人、代表谁、何时、做了何事、供谁知悉。一字不可更换。",
        "Exactly this content was entered under this number: who, for whom, what, when, addressed to whom. "
        "Not a word of it can be exchanged.",
    ),
    "ledger.explained.shows.unchanged": (
        "Запись и всё, что занесено до неё, не изменены и не удалены до времени контрольной точки.",
        "截至检查点签署之时，该记录及其之前的全部记录未被改动或删除。",
        "The entry, and everything entered before it, was neither changed nor taken out up to the time of "
        "the checkpoint.",
    ),
    "ledger.explained.shows.time": (
        "Запись существовала не позднее времени, которое поставил в подписи каждый свидетель по своим часам.",
        "该记录的存在不晚于各见证方按其自身时钟在签名中写明的时间。",
        "The entry existed no later than the time that each witness put into its signature by its own clock.",
    ),
    "ledger.explained.shows.signed": (
        "Организация связала себя этой историей: подписать вторую, отличную от неё, она не может, не оставив "
        "доказательства против себя.",
        "本组织已受此历史约束：若另签一份不同的历史，必将留下对己不利的证据。",
        "The organisation has bound itself to this history: it cannot sign a second, different one without "
        "leaving evidence against itself.",
    ),
    "ledger.explained.shows.witnessed": (
        "Названные свидетели видели ту же историю. Чтобы показать двум государствам разное, потребовалось бы "
        "согласие стольких свидетелей, сколько требует кворум.",
        "所列见证方看到的是同一历史。要向两国出示不同的历史，须有达到法定数的见证方参与。",
        "The witnesses named saw the same history. To show two States different ones, as many witnesses as "
        "the quorum asks for would have to take part.",
    ),
    "ledger.explained.not": (
        "Чего из него не следует",
        "它不能说明什么",
        "What it does not show",
    ),
    "ledger.explained.not.true": (
        "Что сказанное верно. Доказано, что это было сказано и занесено, а не что это соответствует фактам.",
        "所述内容属实。它证明曾如此陈述并载入，而非与事实相符。",
        "That what was said is true. It is proven that it was said and entered, not that it agrees with the "
        "facts.",
    ),
    "ledger.explained.not.person": (
        "Какой именно человек действовал. Занесены государство или орган и полномочия, под которыми вошли на "
        "сервер; действительны ли они по праву этого государства, журнал не решает.",
        "具体是哪一个人所为。所载为国家或机构以及登录服务器时所凭的授权；该授权依该国法律是否有效，日志不作判断。",
        "Which person acted. The State or Body is recorded, and the mandate under which someone signed in; "
        "whether it is valid under that State's own law, the log does not decide.",
    ),
    "ledger.explained.not.invented": (
        "Что сервер не был захвачен в ту минуту. Захваченный сервер мог занести действие от имени "
        "государства, если оно удостоверено только входом на сервер. Свидетели делают это видимым и "
        "неустранимым, но не невозможным. Если ведомство государства подписало действие своим ключом, сервер "
        "придумать его не мог: есть ли такая подпись, сказано на странице действия.",
        "服务器当时未被侵入。仅以登录服务器为认证的行为，被侵入的服务器可能冒一国之名载入。见证方能使其显露且无法抹去，"
        "但不能阻止。若该国机关以其自行保管的密钥签署，则服务器无法伪造；有无此种签名，见该行为的页面。",
        "That the server was not taken over at that moment. A server that was could enter an act of a State "
        "that is authorised by sign-in alone. The witnesses make that visible and indelible, not impossible. "
        "An act that the State's office signed with its own key the server could not invent; the page of the "
        "act says whether there is such a signature.",
    ),
    "ledger.explained.not.complete": (
        "Что вам показали всё. Файл доказывает одну запись; полноту своего ряда записей читатель проверяет "
        "отдельно (registan ledger stream-check).",
        "您已看到全部。文件只证明一条记录；序列是否完整，由读者另行核查（registan ledger stream-check）。",
        "That you were shown everything. The file proves one entry; whether a reader's stream of entries is "
        "complete is checked separately (registan ledger stream-check).",
    ),
    "ledger.explained.not.law": (
        "Как оценит её суд. Это решает право, применимое к делу; здесь описано только, что доказывает "
        "вычисление.",
        "法院将如何认定。此由适用的法律决定；此处仅说明计算所能证明的事项。",
        "What a court makes of it. That is for the law that applies; this page says only what the "
        "calculation proves.",
    ),
    "ledger.explained.offline": (
        "Как проверить без нас",
        "如何脱离本组织自行核查",
        "How to have it checked without us",
    ),
    "ledger.explained.offline.file": (
        "Передайте эксперту файл доказательства без изменений.",
        "将证明文件原样交给专家。",
        "Give your expert the proof file, unchanged.",
    ),
    "ledger.explained.offline.policy": (
        "Передайте ему политику доверия: ключи журнала и свидетелей и кворум. Возьмите её не только с этого "
        "сервера: сверьте с той, которую хранит ваше министерство или один из свидетелей.",
        "将信任策略（日志与见证方的密钥及法定数）一并交给专家。请勿仅从本服务器获取：应与贵国主管部门或任一见证方"
        "所存的策略核对。",
        "Give him the trust policy: the keys of the log and of the witnesses, and the quorum. Do not take it "
        "from this server alone: compare it with the one that your ministry or one of the witnesses keeps.",
    ),
    "ledger.explained.offline.program": (
        "Эксперт проверяет файл на машине без сети: командой registan ledger verify или любой другой "
        "программой, которая читает этот открытый формат. Формат описан до последнего байта, и такую "
        "программу можно написать заново.",
        "专家可在断网的机器上核查：使用命令 registan ledger verify，或任何能读取此开放格式的程序。格式说明"
        "精确到每个字节，可据以自行编写程序。",
        "The expert checks the file on a machine without a network: by registan ledger verify, or by any "
        "other program that reads this open format. The format is described to the last byte, so that such "
        "a program can be written anew.",
    ),
    "ledger.explained.offline.keep": (
        "Храните файл. Он останется проверяемым и тогда, когда этого сервера уже не будет.",
        "请保存文件。即使本服务器不复存在，仍可据以核查。",
        "Keep the file. It can still be checked when this server is no more.",
    ),
    "ledger.explained.closed": (
        "Действия, которые адресованы не всем",
        "非公开的行为",
        "Acts that are not addressed to everybody",
    ),
    "ledger.explained.closed.text": (
        "Кто не вправе видеть действие, скачает доказательство одного лишь места записи. Если действие позже "
        "откроют, можно убедиться, что открыто именно то, что было занесено тогда. Если содержание "
        "уничтожено по правилам хранения, отпечаток и его место остаются, и открытое ранее содержание "
        "по-прежнему можно сверить с ним.",
        "无权查看某项行为者，可下载仅证明其位置的文件。该行为日后公开时，可据以确认所公开的正是当时所载内容。内容若依"
        "保存规则销毁，指纹及其位置仍在，此前已公开的内容仍可与之核对。",
        "Whoever may not see an act can download a proof of its place alone. If the act is opened later, one "
        "can make sure that what is opened is what was entered then. If the content is shredded under the "
        "rules of retention, the fingerprint and its place remain, and content opened before can still be "
        "compared with it.",
    ),
    "ledger.explained.no": (
        "Если один из ответов — «нет»",
        "如果有一项答案为“否”",
        "If one of the answers is no",
    ),
    "ledger.explained.no.text": (
        "Каждый ответ получен отдельно, рядом сказано, что делать. Не выбрасывайте файл, который не "
        "сходится: подпись под двумя несовместимыми историями сама служит доказательством против того, кто "
        "её поставил.",
        "各项答案分别得出，并附有处理办法。请勿丢弃不符的文件：在两份互不相容的历史上的签名，本身就是对签署者不利的"
        "证据。",
        "Each answer is found on its own, and beside it stands what to do. Do not throw a file away that "
        "does not hold: a signature under two histories that exclude each other is itself evidence against "
        "whoever made it.",
    ),
}
