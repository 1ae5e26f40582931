#!/usr/bin/env python3
"""python3 dev.py run     set everything up and serve a demonstration city (--fresh: seed it anew)
python3 dev.py test    all tests, on SQLite and, where one answers, PostgreSQL (--long: full sizes)
python3 dev.py setup   install without serving        python3 dev.py check   lint, types, floors
python3 dev.py bench   measure (pages, live …)        python3 dev.py fmt     put the code in order
python3 dev.py words   refresh the catalogues of translations (see docs/translating.md)

Needs Python 3.11 or newer and nothing else. Steps that are done are skipped."""

import sys

if sys.version_info < (3, 11):
    sys.exit(f"Polyphony needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

import fcntl
import hashlib
import importlib.util
import os
import shutil
import socket
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
DATA = Path(os.environ.get("DATA_DIR") or HERE / "var").resolve()
ENV = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV)}
ENV["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
ENV.pop("PYTHONDONTWRITEBYTECODE", None)  # without compiled files every start is slow
ENV.setdefault("UV_SYSTEM_CERTS", "1")  # trust whom the machine trusts, as pip does
MANAGE = [PYTHON, "manage.py"]
BEGAN = time.monotonic()


def run(*args):
    if embedded := not ENV.get("DATABASE_URL"):
        ENV.setdefault("DEMO", "1")
        lock = hold_database()  # until the server takes it over
    if "--fresh" in args:
        if not embedded:
            sys.exit("--fresh starts the SQLite demonstration anew; it leaves DATABASE_URL alone.")
        set_database_aside()
    install("runtime")
    build()
    step("Preparing the database", *MANAGE, "migrate", "--verbosity=0")
    if ENV.get("DEMO") == "1":
        step("Seeding the demonstration", *MANAGE, "seed_demo")
        print("Sign in as citizen1@example.org or moderator@example.org: polyphony-demo")
    port = ENV.get("PORT", "8000")
    print(f"Ready after {time.monotonic() - BEGAN:.1f} s: http://127.0.0.1:{port}/", flush=True)
    if embedded:
        lock.close()
    # The server takes our place: its process id is the one you started, and signals reach it.
    os.chdir(HERE)
    os.execve(PYTHON, [str(PYTHON), "-m", "config.serve"], ENV)  # noqa: S606 - no shell wanted


def setup(*args):
    install("runtime")
    build()


def test(*args):
    long = "--long" in args
    oracles = ["oracles"] if long else []  # other people's counting libraries: a gigabyte
    install("runtime", "dev", "browser", *oracles, development=True)
    build()
    wanted = [arg for arg in args if arg != "--long"] or ["tests"]
    left_out = set() if long else {"long"}
    if not has_chromium():
        print("LEFT OUT: journeys in a browser. Install Chromium (Debian: apt install chromium).")
        left_out.add("journey")
    postgres = postgres_url()
    if postgres:
        print(f"Tests run on SQLite, then on PostgreSQL ({postgres}).", flush=True)
    else:
        print("LEFT OUT: PostgreSQL, because no server answers on 127.0.0.1:5432.", flush=True)
    shows(["npm", "test", "--silent"])
    # On every core; in the order they were collected, because journeys come last.
    spread = [f"--numprocesses={min(os.cpu_count() or 1, 4)}", "--dist=loadgroup"]
    command = [PYTHON, "-m", "pytest", *spread, "--no-loadscope-reorder", *wanted]
    ENV.pop("DATABASE_URL", None)
    shows([*command, *without(left_out)])
    if postgres:
        print("Now on PostgreSQL; journeys in a browser only with --long.", flush=True)
        ENV["DATABASE_URL"] = postgres
        shows([*command, "--create-db", *without({*left_out, *([] if long else ["journey"])})])


def check(*args):
    """Every check runs, also after one failed; all that failed are named at the end."""
    install("runtime", "dev", "browser", development=True)
    build()
    live = {"SECRET_KEY": "k" + hashlib.sha512(os.urandom(64)).hexdigest()}
    live |= {"ALLOWED_ORIGINS": "https://city.example.org", "DEMO": "0"}
    live |= {"EMAIL_URL": "smtp+tls://mail.example.org", "EMAIL_FROM": "city@example.org"}
    data = HERE / "build" / "check"
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    live |= {"TRUSTED_PROXIES": "127.0.0.1", "DATA_DIR": str(data)}
    templates = [str(path) for path in sorted((HERE / "frontend").rglob("*.html"))]
    checks = {
        "format": ["ruff", "format", "--check", "--quiet", "."],
        "lint": ["ruff", "check", "--quiet", "."],
        "templates": ["djade", "--check", "--target-version", "5.2", *templates],
        "floors": ["lint-imports", "--no-logo"],
        "types": ["mypy", "."],
        "frontend": ["npm", "run", "--silent", "check"],
        "migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
        "words": [*MANAGE, "words", "--check"],
        "deployment": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
    }
    failed = [name for name, command in checks.items() if not passes(name, command, live)]
    if failed:
        sys.exit(f"Not in order: {', '.join(failed)}.")


def fmt(*args):
    install("runtime", "dev", "browser", development=True)
    templates = [str(path) for path in sorted((HERE / "frontend").rglob("*.html"))]
    subprocess.run(["djade", "--target-version", "5.2", *templates], cwd=HERE, env=ENV)
    shows(["ruff", "check", "--fix", "--quiet", "."])
    shows(["ruff", "format", "--quiet", "."])
    shows(["npx", "biome", "check", "--write", "frontend"])


def bench(*args):
    install("runtime", "dev", *(["oracles"] if {"voting", "budgets", "rankings"} & {*args} else []))
    build()
    shows([PYTHON, "-m", "benchmarks", *args])


def words(*args):
    """`words`, `words --missing it`, `words --merge FILE.json --language it`."""
    install("runtime")
    shows([*MANAGE, "words", *args])


def install(*groups, development=False):
    """Python packages of these groups, besides those already here, and Node's."""
    if not (PYTHON.exists() and (VENV / "bin" / "pip").exists()):
        if not importlib.util.find_spec("ensurepip"):
            sys.exit("Python's venv module is missing. On Debian: apt install python3-venv")
        step("Making .venv", sys.executable, "-m", "venv", "--clear", VENV)
    if not node_is_new():
        groups += ("node",)
    noted = VENV / "groups"
    here = set(noted.read_text().split()) if noted.exists() else set()
    wanted = sorted(here.union(groups))
    locks = [HERE / "requirements" / f"{group}.txt" for group in wanted]
    tools = HERE / "requirements" / "tools.txt"
    with Unchanged(VENV / "stamp", tools, *locks) as unchanged:
        if not unchanged:
            pip = [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", tools]
            step("Fetching the installer", *pip)
            uv = ["uv", "pip", "sync", "--require-hashes", "--python", PYTHON, *locks]
            step(f"Installing Python packages ({', '.join(wanted)})", *uv)
            noted.write_text(" ".join(wanted))
    modules = HERE / "node_modules"
    lacking = development and not (modules / "typescript").exists()
    with Unchanged(modules / ".stamp", HERE / "package-lock.json") as unchanged:
        if not unchanged or lacking:
            omit = [] if development else ["--omit=dev"]
            step("Installing the frontend's packages", "npm", "ci", "--loglevel=error", *omit)


def build():
    """Styles, scripts and fonts, named by their content, where the server finds them."""
    sources = [path for path in (HERE / "frontend").rglob("*") if path.suffix not in IGNORED]
    locks = [HERE / "package-lock.json", VENV / "stamp"]
    with Unchanged(HERE / "build" / "stamp", *sorted(sources), *locks) as unchanged:
        if not unchanged:
            step("Building the frontend", "npm", "run", "--loglevel=error", "build")
            shutil.rmtree(HERE / "build" / "collected", ignore_errors=True)
            collect = ["collectstatic", "--noinput", "--verbosity=0"]
            unused = [f"--ignore={folder}" for folder in ("rest_framework", "tree_queries")]
            step("Collecting its files", *MANAGE, *collect, *unused)
    catalogues = sorted((HERE / "frontend" / "translations").rglob("*.po"))
    with Unchanged(HERE / "build" / "words", *catalogues, VENV / "stamp") as unchanged:
        if not unchanged:
            compiling = [PYTHON, "-m", "config.translating.catalogues"]
            step("Compiling the translations", *compiling)


IGNORED = {".py", ".pyc", ".html", ".md", ".po", ".mo"}


class Unchanged:
    """Whether the files are as they were when this block last went through to its end."""

    def __init__(self, stamp, *files):
        digest = hashlib.sha256(sys.version.encode())
        for path in filter(Path.is_file, files):
            digest.update(str(path).encode() + path.read_bytes())
        self.stamp, self.now = stamp, digest.hexdigest()

    def __enter__(self):
        return self.stamp.exists() and self.stamp.read_text() == self.now

    def __exit__(self, failure, *_):
        if not failure:
            self.stamp.write_text(self.now)


def step(label, *command):
    """Run quietly, and say how long it took; what it printed is shown only if it failed."""
    print(f"{label} … ", end="", flush=True)
    began = time.monotonic()
    words = [str(word) for word in command]
    done = subprocess.run(words, cwd=HERE, env=ENV, capture_output=True, text=True)
    print(f"{time.monotonic() - began:.1f} s", flush=True)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n{label} did not work; the reason stands above.")


def shows(command):
    """Run with everything it prints; end as it ends, when it fails."""
    done = subprocess.run([str(word) for word in command], cwd=HERE, env=ENV)
    if done.returncode:
        sys.exit(done.returncode)


def passes(name, command, more):
    began = time.monotonic()
    command = [str(word) for word in command]
    passed = not subprocess.run(command, cwd=HERE, env={**ENV, **more}).returncode
    print(f"{'ok' if passed else 'FAILED':6} {name} ({time.monotonic() - began:.1f} s)", flush=True)
    return passed


def without(marks):
    return ["-m", " and ".join(f"not {mark}" for mark in sorted(marks))] if marks else []


def node_is_new():
    """Whether Node 20.19 or newer and npm are at hand (ours count too)."""
    node, npm = (shutil.which(name, path=ENV["PATH"]) for name in ("node", "npm"))
    if not (node and npm):
        return False
    version = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    parts = version.strip().removeprefix("v").split(".")[:2]
    return all(part.isdigit() for part in parts) and [int(part) for part in parts] >= [20, 19]


def has_chromium():
    if shutil.which("chromium"):
        return True
    if os.geteuid() == 0 and shutil.which("apt-get"):
        step("Looking what Debian has", "apt-get", "update", "-qq")
        apt = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        step("Installing Chromium", *apt)
    return bool(shutil.which("chromium"))


def postgres_url():
    """TEST_DATABASE_URL, else the server on this machine, else nothing."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        return url
    try:
        socket.create_connection(("127.0.0.1", 5432), timeout=1).close()
    except OSError:
        return None
    # Losing the last commits in a crash is no loss for a test.
    # Each checkout has a name of its own, so that two may be tested at once.
    name = f"polyphony_{hashlib.sha256(str(HERE).encode()).hexdigest()[:8]}"
    return f"postgres://root@127.0.0.1:5432/{name}?options=-c%20synchronous_commit%3Doff"


def hold_database():
    """The lock of the SQLite file, which a running server holds: no two change it at once."""
    DATA.mkdir(parents=True, exist_ok=True)
    lock = (DATA / "serve.lock").open("a")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        sys.exit(f"A server already runs on {DATA}. Stop it first, or set DATA_DIR.")
    return lock


def set_database_aside():
    now = time.strftime("%Y-%m-%d-%H%M%S")
    for path in DATA.glob("polyphony.sqlite3*"):
        path.rename(DATA / f"before-{now}.{path.name}")


VERBS = {"run": run, "setup": setup, "test": test, "check": check, "fmt": fmt, "bench": bench}
VERBS["words"] = words

if __name__ == "__main__":
    verb, *rest = sys.argv[1:] or ["help"]
    if verb not in VERBS:
        sys.exit(__doc__ if verb not in ("help", "-h", "--help") else print(__doc__))
    try:
        VERBS[verb](*rest)
    except KeyboardInterrupt:
        sys.exit("\nStopped.")
