"""Organisers of the city read what was done with its roles; the database lets nobody change it."""

import pytest
from django.db import DatabaseError, connection, transaction

from consultations.actions import appoint as give_role
from consultations.models import Role
from frontend.pages.audit.words import in_words
from people.auditing import audit
from people.models import AuditRow
from tests.asking import asking
from tests.factories import a_person, a_place, appoint

pytestmark = pytest.mark.django_db

AUDIT = "/desk/audit/"


@pytest.fixture
def city():
    return a_place("Lindhaven")


@pytest.fixture
def olga(client, city):
    person = a_person("Olga")
    appoint(person, Role.ORGANISER, place=city)
    client.force_login(person)
    return person


def test_who_gave_which_role_to_whom_stands_there(client, olga, city):
    assert "Nothing has been done yet" in client.get(AUDIT).text
    give_role(by=olga, person=a_person("Bo"), role=Role.MODERATOR, scope=city)
    page = client.get(AUDIT).text
    assert "Gave Bo the role Moderator" in page
    assert ">Olga</td>" in page
    assert f'<a href="/places/{city.slug}/">Lindhaven</a>' in page


def test_filters_stand_in_the_address_and_older_rows_on_further_pages(client, olga):
    for number in range(55):
        audit(olga, "poll.made", f"poll.{number}", question=f"Question {number}?")
    audit(None, "role.given", "place.1", role="editor", person=0)
    audit(olga, "city.changed", "city.1", what="name, crest")
    first = client.get(f"{AUDIT}?about=poll").text
    assert "Question 54?" in first
    assert "Question 4?" not in first
    onward = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "about=poll" in onward
    assert "Question 4?" in client.get(onward).text
    others = client.get(f"{AUDIT}?about=role").text
    assert "The operator" in others
    assert "Changed the city: the name, the crest" in client.get(f"{AUDIT}?about=city").text
    assert "somebody who has left" in others
    assert "Nothing was done that fits" in client.get(f"{AUDIT}?who=Nobody").text
    assert "Nothing was done that fits" in client.get(f"{AUDIT}?to=2001-01-01").text
    assert "Question 54?" in client.get(f"{AUDIT}?from=2001-01-01&to=9999-12-31&who=olga").text
    for bad in ("from=2024-02-31", "to=%F0%9F%98%80", "about=zzz", "after=x", "after=" + "9" * 30):
        assert client.get(f"{AUDIT}?{bad}").status_code == 200


def test_a_page_of_rows_asks_as_much_as_one_row(client, olga, city):
    def asked():
        with asking() as queries:
            client.get(AUDIT)
        return len(queries)

    give_role(by=olga, person=a_person("Bo"), role=Role.MODERATOR, scope=city)
    one = asked()
    for _ in range(3):
        give_role(by=olga, person=a_person("Ewa"), role=Role.EDITOR, scope=city)
    assert asked() == one


def test_an_act_without_words_is_named_as_it_is():
    assert in_words("library.burnt", {}) == "library.burnt"
    assert in_words("role.given", {}) == "role.given"


@pytest.mark.parametrize(
    "change",
    [
        lambda: AuditRow.objects.update(act="nothing"),
        lambda: AuditRow.objects.update(person=a_person("Eve")),
        lambda: AuditRow.objects.update(facts={}),
        lambda: AuditRow.objects.update(facts={"role": "organiser", "person": 7}),
        lambda: AuditRow.objects.update(facts={"role": "editor", "person": 8}),
        lambda: AuditRow.objects.all().delete(),
        lambda: AuditRow.objects.filter(act="role.given").delete(),
        lambda: connection.cursor().execute("DELETE FROM people_auditrow"),
        lambda: connection.cursor().execute("UPDATE people_auditrow SET topic = 'x'"),
    ],
)
def test_the_database_refuses_to_change_or_delete_a_row(city, change):
    audit(a_person("Olga"), "role.given", "place.1", role="editor", person=7)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        change()
    assert AuditRow.objects.get().act == "role.given"


def test_an_account_that_goes_leaves_its_acts_behind():
    olga = a_person("Olga")
    audit(olga, "role.given", "place.1", role="editor")
    olga.delete()
    row = AuditRow.objects.get()
    assert (row.person, row.act) == (None, "role.given")
    assert row.facts == {"role": "editor"}


def test_a_row_may_forget_whom_it_was_about():
    audit(None, "role.given", "place.1", role="éditeur", person=7)
    row = AuditRow.objects.get()
    row.facts = row.facts | {"person": None}
    row.save()
    assert AuditRow.objects.get().facts == {"role": "éditeur", "person": None}
