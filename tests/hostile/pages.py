"""A page as a browser takes it apart: its forms, what stands in them, and what could do harm."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

TYPED = {"text", "email", "url", "search", "password", "number", "date", "datetime-local", "hidden"}


@dataclass
class Form:
    """A form that is posted: where to, what stands in it, and which fields are typed into."""

    action: str
    values: dict[str, list[str]] = field(default_factory=dict)
    typed: list[str] = field(default_factory=list)
    hidden: set[str] = field(default_factory=set)
    required: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)  # typed, and of no kind but words
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Page(HTMLParser):
    """Everything a test asks about a page."""

    def __init__(self, html: str, address: str = "/"):
        super().__init__(convert_charrefs=True)
        self.address = address
        self.forms: list[Form] = []
        self.links: list[str] = []
        self.harm: list[str] = []
        self.hosts: list[str] = []
        self.ids: set[str] = set()
        self.errors: dict[str, str] = {}
        self._form: Form | None = None
        self._area: str | None = None
        self._select: str | None = None
        self._unchosen: dict[str, str] = {}
        self._error: str | None = None
        self._openings = {
            "form": self._open_form,
            "input": self._open_input,
            "button": self._open_button,
            "textarea": self._open_area,
            "select": self._open_select,
            "option": self._open_option,
        }
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        self._look_for_harm(tag, given)
        if "id" in given:
            self.ids.add(given["id"])
            if given["id"].endswith("_error"):
                self._error = given["id"].removesuffix("_error").removeprefix("id_")
                self.errors[self._error] = ""
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        opened = self._openings.get(tag)
        if opened:
            opened(given)

    def _look_for_harm(self, tag, given):
        if tag in {"iframe", "object", "embed", "base", "math", "svg:script"}:
            self.harm.append(tag)
        if tag == "script" and not given.get("src", "").startswith("/static/"):
            self.harm.append(f"script {given}")
        for name, value in given.items():
            if name.startswith("on") or name in {"style", "srcdoc", "formaction"}:
                self.harm.append(f"{tag} {name}")
            if name in {"href", "src", "action", "poster", "data"}:
                scheme = value.strip().lower().partition(":")[0]
                if scheme in {"javascript", "vbscript"} or value.lower().startswith("data:text"):
                    self.harm.append(f"{tag} {name}={value}")
            named_only = given.get("rel") in {"canonical", "alternate"}  # no browser fetches it
            if name in {"src", "srcset", "poster"} or (
                tag == "link" and name == "href" and not named_only
            ):
                self._note_host(value)

    def _note_host(self, value):
        """Other hosts only: feeds name our own pages by their whole address."""
        ours = value.startswith("http://testserver/")
        if (value.startswith("//") or "://" in value) and not ours:
            self.hosts.append(value)

    def _open_form(self, given):
        self._form = Form(given.get("action") or self.address)
        self._unchosen = {}
        if given.get("method", "get").lower() == "post":
            self.forms.append(self._form)

    def _open_input(self, given):
        if self._form is None or "name" not in given:
            return
        name, kind = given["name"], given.get("type", "text")
        if kind in {"radio", "checkbox"}:
            value = given.get("value", "on")
            if "checked" in given:
                self._form.values.setdefault(name, []).append(value)
            elif (kind == "radio" and value) or "required" in given:
                self._unchosen[name] = value
            return
        self._form.values[name] = [given.get("value", "")]
        if kind == "text":
            self._form.words.add(name)
        if kind == "hidden":
            self._form.hidden.add(name)
        if "required" in given:
            self._form.required.add(name)
        if kind in TYPED and name != "csrfmiddlewaretoken":
            self._form.typed.append(name)

    def _open_button(self, given):
        if self._form is not None and "name" in given:
            self._form.buttons.append((given["name"], given.get("value", "")))

    def _open_area(self, given):
        if self._form is not None and "name" in given:
            self._area = given["name"]
            self._form.words.add(self._area)
            if "required" in given:
                self._form.required.add(self._area)
            self._form.values[self._area] = [""]
            self._form.typed.append(self._area)

    def _open_select(self, given):
        self._select = given.get("name")

    def _open_option(self, given):
        if self._form is not None and self._select:
            if "selected" in given:
                self._form.values[self._select] = [given.get("value", "")]
            elif given.get("value"):
                self._unchosen.setdefault(self._select, given["value"])

    def handle_data(self, data):
        if self._area and self._form:
            self._form.values[self._area][0] += data
        if self._error:
            self.errors[self._error] += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self._area and self._form:
            self._form.values[self._area][0] = self._form.values[self._area][0].removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "form" and self._form:
            for name, value in self._unchosen.items():
                if not any(self._form.values.get(name, [])):
                    self._form.values[name] = [value]
            self._form = None
        elif tag == "p":
            self._error = None
