"""Settings: embedded by default (SQLite, one process); DATABASE_URL and REDIS_URL scale it out.

Everything comes from the environment; the table in README names each variable.
"""

from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config import environment, logs
from people.tongues import KNOWN

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(environment.text("DATA_DIR") or BASE_DIR / "var").resolve()

DEBUG = environment.flag("DEBUG")
PORT = environment.number("PORT", 8000)
LISTEN = environment.text("LISTEN", "127.0.0.1")
SITE_NAME = environment.text("SITE_NAME", "Lindhaven")
"""The city's name until `manage.py start_city` was told it."""
CITY_REREAD_SECONDS = 5.0
"""For so long a process believes what it knows of name, colour and crest."""
SECRET_KEY = environment.secret_key(DATA_DIR)

# Where people may come from: whole origins, so that another port of the same host stays outside.
ALLOWED_ORIGINS = environment.words("ALLOWED_ORIGINS") or [
    f"http://127.0.0.1:{PORT}",
    f"http://localhost:{PORT}",
]
ALLOWED_HOSTS = sorted({urlsplit(origin).hostname or "" for origin in ALLOWED_ORIGINS})
CSRF_TRUSTED_ORIGINS = ALLOWED_ORIGINS
HTTPS = all(origin.startswith("https://") for origin in ALLOWED_ORIGINS)
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
TRUSTED_PROXIES = environment.words("TRUSTED_PROXIES")

DEMO = environment.flag("DEMO")
if DEMO and not LOOPBACK.issuperset(ALLOWED_HOSTS):
    raise ImproperlyConfigured(
        "DEMO=1 gives everybody known passwords, so it is refused unless every ALLOWED_ORIGINS "
        "entry is 127.0.0.1 or localhost."
    )

# ---- Parts, from the top floor down ---------------------------------------------------------
INSTALLED_APPS = [
    "config.apps.ConfigConfig",
    "frontend",
    "voting",
    "discussions",
    "proposals",
    "consultations",
    "people",
    "live",
    "intake",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "rest_framework",
    "drf_spectacular",
    "tree_queries",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "intake.middleware.ProxyMiddleware",
    "config.logs.RequestMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "frontend.languages.LanguageMiddleware",
    "intake.middleware.DoorMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "frontend.languages.PersonsLanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "people.sessions.LastUsedMiddleware",
    "frontend.middleware.WriteLimitMiddleware",
    "frontend.middleware.RefusalMiddleware",
    "frontend.middleware.DeskDoorMiddleware",
    "frontend.middleware.PersonalPagesMiddleware",
]

ROOT_URLCONF = "config.urls"
ASGI_APPLICATION = "config.asgi.application"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "frontend"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "frontend.context.site",
            ],
        },
    },
]

# ---- Database, cache, live, jobs -------------------------------------------------------------
DATABASE_URL = environment.text("DATABASE_URL")
DATABASES = {"default": environment.database(DATABASE_URL, DATA_DIR)}
EMBEDDED = not DATABASE_URL
"""One process does everything: pages, sockets, clock and jobs."""

REDIS_URL = environment.text("REDIS_URL")
if REDIS_URL:
    CHANNEL_LAYERS = {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            # None, because a default read time-out ends idle consumers.
            "CONFIG": {"hosts": [{"address": REDIS_URL, "socket_timeout": None}]},
        }
    }
else:
    CHANNEL_LAYERS = {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}

LIVE = {
    "frame_bytes": environment.number("LIVE_FRAME_BYTES", 4096),
    "topics_per_socket": environment.number("LIVE_TOPICS_PER_SOCKET", 20),
    "sockets_per_person": environment.number("LIVE_SOCKETS_PER_PERSON", 10),
    "sockets_per_address": environment.number("LIVE_SOCKETS_PER_ADDRESS", 30),
    "messages": environment.number("LIVE_MESSAGES", 10),
    "messages_seconds": environment.number("LIVE_MESSAGES_SECONDS", 10),
    "bad_frames": environment.number("LIVE_BAD_FRAMES", 3),
    "tick_ms": environment.number("LIVE_TICK_MS", 250),
    "beat_seconds": environment.number("LIVE_BEAT_SECONDS", 25),
    "reread_ms": environment.number("LIVE_REREAD_MS", 1000),
    "stuck_seconds": environment.number("LIVE_STUCK_SECONDS", 30),
    "rows_per_frame": environment.number("LIVE_ROWS_PER_FRAME", 200),
    "goodbye_ms": environment.number("LIVE_GOODBYE_MS", 30_000),
}
"""The limits of `live.limits.Limits`; benches raise some, fault tests lower some."""

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        # allauth counts tries to sign in here, beside people.limits; beyond this many a third is
        # forgotten at random, and Django's own 300 would let a flood wash its own count away.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "mail"],
    }
}

JOBS_SILENT_SECONDS = environment.number("JOBS_SILENT_SECONDS", 35)
"""A worker that said nothing for so long is taken for dead, and its job is taken up again."""

# ---- People -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["people.signing_in.PasswordBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name")},
    },
    {"NAME": "people.signing_in.NotThePublishedPassword"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 60 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False  # it would tell who has an account already
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 30 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True
ACCOUNT_ADAPTER = "people.signing_in.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "people.account_forms.SignInForm",
    "signup": "people.account_forms.SignUpForm",
    "add_email": "people.account_forms.AddAddressForm",
    "change_email": "people.account_forms.OtherAddressForm",
    "change_password": "people.account_forms.ChangePasswordForm",
    "set_password": "people.account_forms.SetPasswordForm",
    "reset_password": "people.account_forms.ForgottenForm",
    "reset_password_from_key": "people.account_forms.NewPasswordForm",
    "confirm_email_verification_code": "people.account_forms.ConfirmAddressForm",
    "confirm_password_reset_code": "people.account_forms.ConfirmResetForm",
    "reauthenticate": "people.account_forms.AskAgainForm",
}
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = SITE_NAME
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute off
MFA_ADAPTER = "people.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "people.account_forms.SecondFactorForm",
    "reauthenticate": "people.account_forms.SecondFactorAgainForm",
    "activate_totp": "people.account_forms.ActivateAppForm",
    "deactivate_totp": "people.account_forms.DeactivateAppForm",
    "add_webauthn": "people.account_forms.AddPasskeyForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
if DEMO:  # everybody who tries the demonstration comes from the same loopback address
    ACCOUNT_RATE_LIMITS = {
        "login": "1000/m/ip",
        "login_failed": "100/m/ip,5/300s/key",
        "signup": "200/m/ip",
        "reset_password": "100/m/ip,5/m/key",
    }
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"

WRITES_A_MINUTE = environment.number("WRITES_A_MINUTE", 600)
"""What one person, or one address without an account, may write in a minute."""
LIMITS = {
    action: environment.limit(f"LIMIT_{action.upper().replace('-', '_')}", most)
    for action, most in {
        "sign-in": "2000/m" if DEMO else "60/10m",
        "sign-in-account": "2000/m" if DEMO else "20/10m",
        "sign-up": "500/m" if DEMO else "40/h",
        "reset": "200/m" if DEMO else "30/h",
        "propose": "1000/m" if DEMO else "60/h",
        "point": "1000/m" if DEMO else "300/h",
        "picture": "1000/m" if DEMO else "60/h",
        "try-mail": "10/h",
    }.items()
}
"""Acts with a narrower limit: signed in, for one account; otherwise for a /24 or /64 of addresses."""
TOWN_HALLS = environment.words("TOWN_HALLS")
"""Networks (198.51.100.0/24) whose addresses are shared by many people: not limited together."""

# ---- Mail: never sent from a request; people.mail writes a job, the worker sends ----------------
EMAIL_BACKEND = "people.mail.QueuedBackend"
EMAIL_SERVER = environment.email(environment.text("EMAIL_URL"))
EMAIL_FILES = DATA_DIR / "mail"
DIGEST_HOUR = environment.number("DIGEST_HOUR", 7)
"""The city's hour at which digests are written: every day, and on Mondays the weekly ones."""
DEFAULT_FROM_EMAIL = environment.text("EMAIL_FROM", "participation@localhost")

# ---- API --------------------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "people.tokens.TokenAuthentication",
        "people.tokens.SignedInAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_PARSER_CLASSES": ["intake.parsers.GuardedJSONParser"],
    "DEFAULT_RENDERER_CLASSES": [
        "rest_framework.renderers.JSONRenderer",
        "frontend.pages.api_face.renderers.PlainPageRenderer",
    ],
    "DEFAULT_PAGINATION_CLASS": "people.paging.NewestFirst",
    "EXCEPTION_HANDLER": "people.api_errors.answer_for",
    "DEFAULT_THROTTLE_CLASSES": ["people.limits.WriteThrottle"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Polyphony",
    "DESCRIPTION": "Cities and citizens write policy together.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "people.openapi.say_how_it_refuses",
    ],
    "ENUM_NAME_OVERRIDES": {
        "ParticipantKindEnum": "people.models.Kind",
        "PhaseKindEnum": "consultations.models.Phase.Kind",
        "AnswerKindEnum": "proposals.models.Answer.Kind",
        "PollKindEnum": "voting.models.Poll.Kind",
        "PointKindEnum": "discussions.models.Point.Kind",
        "DecisionKindEnum": "discussions.models.Decision.Kind",
        "ReactionEnum": "discussions.models.Reaction.Value",
    },
}

# ---- Words, time, files -----------------------------------------------------------------------
LANGUAGES = environment.languages(environment.text("LANGUAGE_CODE", "en"), KNOWN)
LANGUAGE_CODE = LANGUAGES[0][0]
TIME_ZONE = environment.text("TIME_ZONE", "Europe/Brussels")
USE_TZ = True
USE_I18N = True
LOCALE_PATHS = [BASE_DIR / "frontend" / "translations"]

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "build" / "collected"
STATICFILES_DIRS = [BASE_DIR / "build" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "media"
TAKES_FILES = (
    r"/(?:api/v1/pictures|desk/city|proposals/[^/]+/versions/new"
    r"|consultations/[^/]+/proposals/new/pictures)/$"
)
"""Where files may be sent to (`intake.middleware`); to anywhere else only forms without."""
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
REPORTS_AN_HOUR = environment.number("REPORTS_AN_HOUR", 20)
"""From one address; a town hall that shares one may need more."""

DATA_LICENCE = environment.text("DATA_LICENCE", "https://creativecommons.org/licenses/by/4.0/")
"""Under which the city gives its data to everybody: an address, written into every file."""

# ---- Security ----------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "people.sessions"
SESSION_COOKIE_NAME = "__Host-session" if HTTPS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "frontend.pages.errors.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
if HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

LOG_LEVEL = environment.text("LOG_LEVEL", "INFO")
LOGGING = logs.configuration(LOG_LEVEL)
