"""The gallery is for the people who build these pages, and nobody else."""

import re
from pathlib import Path

import pytest
from django.conf import settings

FRONTEND = Path(settings.BASE_DIR) / "frontend"


@pytest.mark.django_db
def test_builders_see_every_component(client, settings):
    settings.DEMO = True
    page = client.get("/dev/gallery/").content.decode()
    gallery = (FRONTEND / "pages/gallery/gallery.html").read_text()
    named = set(re.findall(r'"(components/[\w-]+/[\w-]+\.html)"', everything(gallery)))
    missing = {
        template
        for template in (str(path.relative_to(FRONTEND)) for path in components())
        if template not in named
    }
    assert missing == set()
    assert "Nobody has argued against yet." in page


@pytest.mark.django_db
def test_a_real_city_has_no_gallery(client, settings):
    settings.DEMO = settings.DEBUG = False
    assert client.get("/dev/gallery/").status_code == 404


def test_every_component_names_its_parameters_first():
    silent = [path.name for path in components() if not path.read_text().startswith("{%")]
    undocumented = [
        path.name
        for path in components()
        if not re.match(r"\{% comment %\}\n\S.{15,}", path.read_text())
    ]
    assert (silent, undocumented) == ([], [])


def test_every_style_is_loaded_by_one_of_the_two_sheets():
    sheets = (FRONTEND / "styles/main.css").read_text() + (FRONTEND / "styles/desk.css").read_text()
    styles = [*FRONTEND.glob("components/*/*.css"), *FRONTEND.glob("pages/*/*.css")]
    assert len(styles) > 40
    forgotten = [
        str(path.relative_to(FRONTEND))
        for path in styles
        if sheets.count(f'"../{path.relative_to(FRONTEND)}"') != 1
    ]
    assert forgotten == []


def components():
    return sorted(FRONTEND.glob("components/*/*.html"))


def everything(template):
    """A template with all it includes or extends, written out one after another."""
    seen, waiting = set(), set(re.findall(r'"([\w/.-]+\.html)"', template))
    text = template
    while waiting:
        name = waiting.pop()
        if name in seen or not (FRONTEND / name).exists():
            continue
        seen.add(name)
        content = (FRONTEND / name).read_text()
        text += content
        waiting |= set(re.findall(r'"([\w/.-]+\.html)"', content))
    return text
