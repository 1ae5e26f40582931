"""Published elections of ranked ballots become readable, closed consultations."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from voting.models import Poll

WARD = '4 2\n7 1 2 0\n5 2 0\n3 3 4 0\n2 4 3 0\n1 0\n0\n"Amara"\n"Bo"\n"Chidi"\n"Dana"\n"Harbour Ward"\n'
ONE = WARD.replace("4 2\n", "4 1\n", 1).replace("3 3 4 0", "4 3 4 0")


@pytest.fixture
def imported(tmp_path, capsys):
    def go(text=WARD, name="ward.blt", *words):
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        call_command("import_rankings", str(file), "--day", "2007-05-03", *words)
        return Poll.objects.get()

    return go


@pytest.mark.django_db
def test_a_ward_is_counted_again_and_every_stage_can_be_read(imported, client, capsys):
    poll = imported(WARD, "ward.blt", "--place", "Glasgow")
    assert "By stv-scottish: Amara, Bo." in capsys.readouterr().out
    assert poll.consultation.title == "Harbour Ward, 2007"
    assert poll.head.turnout == 18
    page = client.get(poll.get_absolute_url()).content.decode()
    assert "Amara, Bo are elected." in page
    assert "Amara is elected with 7 votes." in page
    assert "The votes that Amara does not need pass on: Bo 0.99995" in page
    assert "the quota of 6" in page
    assert "Excluded at stage" in page
    assert client.get(poll.consultation.get_absolute_url()).status_code == 200
    assert client.get(poll.get_absolute_url()[:-1] + ".json").status_code == 200
    outcome = client.get(reverse("outcome", args=[poll.consultation.slug])).content.decode()
    assert "Amara, Bo are elected." in outcome


@pytest.mark.django_db
def test_for_one_seat_run_off_decides_and_schulze_stands_beside_it(imported, client):
    poll = imported(ONE)
    page = client.get(poll.get_absolute_url()).content.decode()
    assert "Instant run-off" in page
    assert "Schulze: everybody against everybody" in page
    assert page.count("it decides nothing here") == 1
    assert "more ballots naming it alone it would have won" in page


@pytest.mark.django_db
def test_the_page_is_read_in_the_readers_own_numbers(imported, client):
    poll = imported()
    with override("de"):
        page = client.get(poll.get_absolute_url(), headers={"accept-language": "de"})
    assert "0,99995" in page.content.decode()


@pytest.mark.django_db
def test_the_page_asks_no_more_questions_for_more_candidates(imported, client, tmp_path):
    asked = []
    small = imported()
    more = "\n".join(f'"Candidate {number}"' for number in range(1, 10))
    (tmp_path / "more.blt").write_text(f'9 2\n5 1 2 3 0\n4 9 8 0\n3 4 0\n0\n{more}\n"More"\n')
    lots = ("--lot", "seed")
    call_command("import_rankings", str(tmp_path / "more.blt"), "--day", "2008-05-03", *lots)
    for poll in (small, Poll.objects.latest("pk")):
        client.get(poll.get_absolute_url())
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(poll.get_absolute_url())
        asked.append(len(queries))
    assert asked[0] == asked[1]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        (WARD.replace("7 1", "7 9"), (), "ward.blt, line 2: There is no candidate 9."),
        (WARD, ("--day", "2999-01-01"), "The last day is not past"),
        (WARD, ("--day", "May"), "Write “May” as a day like 2007-05-03."),
        (WARD, ("--first-day", "2008-01-01"), "The last day is before the first."),
        (WARD, ("--rule", "guessing"), "There is no rule “guessing”."),
        ("2 1\n1 1 0\n1 2 0\n0\nA\nB\nT\n", (), "These are tied"),
    ],
)
def test_what_cannot_be_imported_is_refused_in_words_and_nothing_stays(
    imported, text, words, sentence
):
    with pytest.raises(CommandError, match=sentence):
        imported(text, "ward.blt", *words)
    assert not Poll.objects.exists()


@pytest.mark.django_db
def test_importing_an_election_twice_is_refused(imported, tmp_path):
    imported()
    with pytest.raises(CommandError, match="was imported before"):
        imported()
    assert Poll.objects.count() == 1
