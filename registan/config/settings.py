"""The one settings file. Every knob is a `REGISTAN_*` variable (docs/reference/settings.md)."""

from __future__ import annotations

import secrets
from pathlib import Path

from registan.config.environment import (
    BASE,
    BadSetting,
    database,
    flag,
    number,
    seat_zone,
    text,
    var_folder,
)

VAR = var_folder()

DEMO = flag(
    "REGISTAN_DEMO",
    default=False,
    why="One click signs in as one of the cast; never with real data.",
)
DEBUG = flag(
    "REGISTAN_DEBUG", default=False, why="Error pages with the source; for maintainers only."
)
PROFILE = Path(
    text(
        "REGISTAN_PROFILE", str(BASE / "profiles" / "sco"), "Folder of the organisation's profile."
    )
)


def _secret_key() -> str:
    given = text(
        "REGISTAN_SECRET_KEY", "", "Signs sessions; kept in the var folder when not given."
    )
    if given:
        return given
    path = VAR / "secret_key"
    try:
        return path.read_text(encoding="ascii")
    except FileNotFoundError:
        VAR.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
        return path.read_text(encoding="ascii")


SECRET_KEY = _secret_key()
SITE_URL = text(
    "REGISTAN_SITE_URL", "http://127.0.0.1:8000", "Address that letters and feeds link to."
)
ALLOWED_HOSTS = text(
    "REGISTAN_HOSTS", "127.0.0.1,localhost", "Host names this server answers to, by comma."
).split(",")
HTTPS = SITE_URL.startswith("https://")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if HTTPS else []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "registan.web",  # before allauth: its pages in our shell
    "allauth",
    "allauth.account",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "registan.jobs",
    "registan.ledger",
    "registan.search",
    "registan.parties",
    "registan.api",
    "registan.plans",
    "registan.health",
    "registan.square",
]

MIDDLEWARE = [
    "registan.parties.gate.PageGate",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "registan.web.languages.LanguageMiddleware",
    "registan.web.security.ContentSecurityPolicy",
    "registan.web.refusal_pages.SizeMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "registan.parties.middleware.ViewerMiddleware",
    "registan.web.refusal_pages.RefusalMiddleware",
]

ROOT_URLCONF = "registan.config.urls"
WSGI_APPLICATION = "registan.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "registan.web.shell.page_shell",
            ],
            "builtins": ["registan.web.templatetags.registan"],
        },
    }
]

DATABASES = {
    "default": database(
        text("REGISTAN_DATABASE_URL", "", "postgresql://… moves the whole product to PostgreSQL."),
        VAR,
    )
}
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "registan_cache",
    }
}

AUTH_USER_MODEL = "parties.Official"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "registan.parties.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, or after its hours
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "square"
ACCOUNT_LOGOUT_REDIRECT_URL = "square"
CSRF_FAILURE_VIEW = "registan.web.refusal_pages.form_expired"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = (
    number("REGISTAN_SESSION_HOURS", 12, "Hours after which an Official signs in again.") * 3600
)
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("zh-hans", "中文"), ("en", "English")]
USE_I18N = True
FORMAT_MODULE_PATH = "registan.web.formats"
USE_TZ = True
TIME_ZONE = text(
    "REGISTAN_TIME_ZONE",
    "",
    "Zone of the seat, for days and clock times; the profile's when not given.",
) or seat_zone(PROFILE)

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = VAR / "files"
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 2**20
UPLOAD_LIMIT = (
    number("REGISTAN_UPLOAD_MIB", 20, "Largest file an Official may upload, in MiB.") * 2**20
)
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT + 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "heavy"]}}

EXECUTOR = text(
    "REGISTAN_EXECUTOR",
    "local",
    "Where heavy computing runs: local (processes of this machine), or a Dask scheduler (tcp://…).",
)
if EXECUTOR != "local" and not EXECUTOR.startswith(("tcp://", "tls://")):
    raise BadSetting(f"REGISTAN_EXECUTOR is {EXECUTOR!r}; write local, or tcp://host:8786.")
EXECUTOR_PROCESSES = number(
    "REGISTAN_EXECUTOR_PROCESSES", 0, "Most processes of one local computation; 0: one a core."
)
if EXECUTOR_PROCESSES < 0:
    raise BadSetting(f"REGISTAN_EXECUTOR_PROCESSES is {EXECUTOR_PROCESSES}; write 0 or more.")

MAIL_BACKEND = text(
    "REGISTAN_MAIL",
    "file",
    "Where letters go: file (var/mail), smtp, or none (kept in the outbox only).",
)
EMAIL_BACKEND = {
    "file": "django.core.mail.backends.filebased.EmailBackend",
    "smtp": "django.core.mail.backends.smtp.EmailBackend",
    "none": "django.core.mail.backends.dummy.EmailBackend",
}.get(MAIL_BACKEND, "")
if not EMAIL_BACKEND:
    raise BadSetting(f"REGISTAN_MAIL is {MAIL_BACKEND!r}; write file, smtp or none.")
EMAIL_FILE_PATH = VAR / "mail"
EMAIL_HOST = text("REGISTAN_SMTP_HOST", "localhost", "Mail server.")
EMAIL_PORT = number("REGISTAN_SMTP_PORT", 587, "Port of the mail server.")
EMAIL_HOST_USER = text("REGISTAN_SMTP_USER", "", "Name at the mail server.")
EMAIL_HOST_PASSWORD = text("REGISTAN_SMTP_PASSWORD", "", "Password at the mail server.")
# On port 465 the connection is encrypted from its first byte; STARTTLS would hang there.
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_USE_TLS = (
    flag("REGISTAN_SMTP_TLS", default=True, why="STARTTLS with the mail server (not on port 465).")
    and not EMAIL_USE_SSL
)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = text("REGISTAN_MAIL_FROM", "registan@localhost", "Sender of letters.")

LEDGER_ORIGIN = text(
    "REGISTAN_LEDGER_ORIGIN",
    "ledger.localhost/registan",
    "Name of the log, for ever: a host name of the organisation and a path.",
)
LEDGER_KEYS = Path(
    text("REGISTAN_LEDGER_KEYS", "", "Folder of the log's own keys.") or VAR / "ledger" / "keys"
)
LEDGER_LAST_SIGNED = Path(
    text(
        "REGISTAN_LEDGER_LAST_SIGNED",
        "",
        "The signer's second memory; best on another disk than the database.",
    )
    or VAR / "ledger" / "last-signed"
)
LEDGER_POLICY = Path(
    text(
        "REGISTAN_LEDGER_POLICY",
        "",
        "Which witnesses are asked and how many must cosign.",
    )
    or VAR / "ledger" / "policy"
)
LEDGER_SECONDS = number("REGISTAN_LEDGER_SECONDS", 1, "Seconds between two checkpoints.")
LEDGER_CYCLE_MINUTES = number(
    "REGISTAN_LEDGER_CYCLE_MINUTES",
    15,
    "Minutes in which the whole ledger is read again; 0: not by itself.",
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {
        "handlers": ["console"],
        "level": text("REGISTAN_LOG_LEVEL", "WARNING", "DEBUG, INFO, WARNING or ERROR."),
    },
}
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008"]
