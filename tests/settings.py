"""The real settings, but for what would only make tests slow or ask for a build."""

import atexit
import shutil
import tempfile

from config.settings import *  # noqa: F403 - everything else is as it runs
from config.settings import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
MEDIA_ROOT = tempfile.mkdtemp(prefix="polyphony-media-")
atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
