"""What letters say, to whom, in which language; and that they end when somebody says so."""

import re
import socket
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone, translation
from django_tasks_db.models import DBTaskResult

from discussions.actions import decide, post_point
from intake.errors import BadInput
from people import posting
from people.actions import mark_notices_read
from people.digests import write_digests
from people.following import follow
from people.letter_choices import choice_of, choose_letters, person_of, stop_address, stop_token
from people.mail import write_letter
from people.models import Letter, LetterChoice, Notice
from people.tokens import make_token
from proposals.actions import publish_answer, submit_proposal
from proposals.actions.hiding import hide_proposal
from tests.factories import (
    a_person,
    a_place,
    a_proposal,
    an_open_consultation,
    appoint,
    house_rules,
)
from tests.people.postbox import html_of, words_of
from tests.working import run_jobs

pytestmark = pytest.mark.django_db

INSULT = "zanzibar"


@pytest.fixture
def amara():
    return a_person("Amara")


@pytest.fixture
def proposal(amara):
    return a_proposal(author=amara)


def answered(proposal, because="Nine trees are ordered."):
    ilse = a_person("Ilse")
    appoint(ilse, "evaluator", place=proposal.consultation.place)
    return publish_answer(person=ilse, proposal=proposal, kind="will", because=because)


def replied(proposal, words="Who sweeps?"):
    point = post_point(person=proposal.author, proposal=proposal, kind="for", body="Shade!")
    chidi = a_person("Chidi Eze")
    return post_point(person=chidi, proposal=proposal, kind="for", body=words, parent=point)


def hide(item):
    bo = a_person("Bo")
    appoint(bo, "moderator", place=item.proposal.consultation.place)
    clause = house_rules(4).clauses.get(number=4)
    return decide(person=bo, item=item, kind="hide", clause=clause, facts="It insults.")


def send_all():
    for key in posting.due_letters(timezone.now()):
        posting.send(key)


def digest_of(person, digest="daily"):
    choose_letters(person=person, digest=digest)
    LetterChoice.objects.update(since=timezone.now() - timedelta(days=9))
    write_digests(digest, timezone.now())


# ---- At once -------------------------------------------------------------------------------------


def test_an_answer_to_her_proposal_is_mailed_to_amara_at_once_and_to_others_not(
    postbox, amara, proposal
):
    dana = a_person("Dana")
    follow(dana, proposal.topic)
    answered(proposal)
    run_jobs()
    send_all()
    [message] = postbox.messages()
    assert postbox.addresses == [amara.email]
    assert message["Subject"].strip() == "The city has answered “Shade for the square”"
    for body in (words_of(message), html_of(message)):
        assert "The city has answered “Shade for the square”" in body
        assert "Nine trees are ordered." in body
        assert f"http://127.0.0.1:8000/proposals/{proposal.pk}/#answer" in body
    assert "Dana" not in postbox.received[0]


def test_a_reply_is_mailed_with_its_words_and_the_name_of_its_author(postbox, proposal):
    replied(proposal)
    send_all()
    [message] = postbox.messages()
    assert (
        message["Subject"].strip()
        == "Chidi Eze replied to what you wrote about “Shade for the square”"
    )
    assert "Chidi Eze: “Who sweeps?”" in words_of(message)


def test_a_letter_at_once_has_a_job_after_the_commit(proposal, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        replied(proposal)
    letter = Letter.objects.get()
    assert letter.key == f"notice.{Notice.objects.get().pk}"
    assert [job.args_kwargs["args"] for job in DBTaskResult.objects.filter(queue_name="mail")] == [
        [letter.key]
    ]


def test_an_answer_written_twice_is_one_letter(postbox, proposal):
    reply = replied(proposal)
    post_point(
        person=reply.author, proposal=proposal, kind="for", body=reply.body, parent=reply.parent
    )
    send_all()
    assert len(postbox.received) == 1


def test_what_was_read_meanwhile_needs_no_letter(postbox, amara, proposal):
    answered(proposal)
    mark_notices_read(person=amara, up_to=10**9)
    send_all()
    assert postbox.received == []
    assert not Letter.objects.exists()


def test_who_wants_nothing_at_once_finds_it_in_the_digest(postbox, amara, proposal):
    choose_letters(person=amara, at_once=False)
    replied(proposal)
    assert not Letter.objects.exists()
    digest_of(amara)
    send_all()
    [message] = postbox.messages()
    assert "Who sweeps?" in words_of(message)


def test_a_letter_on_its_way_turns_into_the_digest_when_she_changes_her_mind(
    postbox, amara, proposal
):
    replied(proposal)
    choose_letters(person=amara, at_once=False)
    send_all()
    assert postbox.received == []
    digest_of(amara)
    send_all()
    assert len(postbox.received) == 1


def test_what_was_mailed_at_once_is_in_no_digest(postbox, amara, proposal):
    replied(proposal)
    send_all()
    digest_of(amara)
    send_all()
    assert len(postbox.received) == 1


# ---- Digests -------------------------------------------------------------------------------------


def a_digest_of_two_matters(dana):
    consultation = an_open_consultation(place=a_place())
    taps = a_proposal("Taps in the park", consultation=consultation)
    for topic in (consultation.topic, taps.topic):
        follow(dana, topic)
    submit_proposal(
        person=a_person("Amara"),
        consultation=consultation,
        title="Shade for the square",
        body="Forty plane trees.",
    )
    answered(taps, because="Nine taps are ordered.")
    run_jobs()
    return consultation, taps


def test_a_digest_is_grouped_by_matter_the_newest_first_with_the_words_themselves(postbox):
    dana = a_person("Dana")
    a_digest_of_two_matters(dana)
    digest_of(dana)
    Letter.objects.filter(kind="notice").delete()
    send_all()
    [message] = postbox.messages()
    assert message["Subject"].strip() == "Lindhaven: what is new in 2 matters"
    words = words_of(message)
    order = [
        "Proposal: Taps in the park",
        "The city has answered.",
        "“Nine taps are ordered.”",
        "Consultation: Greener streets",
        "“Shade for the square” is a new proposal.",
        "Amara: “Forty plane trees.”",
    ]
    places = [words.find(line) for line in order]
    assert -1 not in places, words
    assert places == sorted(places)
    html = html_of(message)
    assert html.index("Taps in the park") < html.index("Greener streets")
    assert re.findall(r"<(?:img|script|link|iframe)|url\(|@import|onload", html) == []
    assert '<html lang="en">' in html
    assert "prefers-color-scheme: dark" in html


def test_a_digest_whose_notices_were_read_or_hidden_meanwhile_is_not_sent(postbox):
    dana = a_person("Dana")
    consultation, _taps = a_digest_of_two_matters(dana)
    digest_of(dana)
    Letter.objects.filter(kind="notice").delete()
    for one in consultation.proposals.all():
        hide_proposal(one, timezone.now())
    send_all()
    assert postbox.received == []
    assert not Letter.objects.exists()


def test_hidden_words_are_in_no_digest_that_has_not_left(postbox, amara):
    dana = a_person("Dana")
    consultation = an_open_consultation(place=a_place())
    follow(dana, consultation.topic)
    hidden, _kept = (
        submit_proposal(person=amara, consultation=consultation, title=title, body=body)
        for title, body in ((f"{INSULT} for all", f"You {INSULT}!"), ("Taps", "Nine of them."))
    )
    run_jobs()
    digest_of(dana)
    postbox.say_to_address = "451 Later"
    send_all()
    hide_proposal(hidden, timezone.now())
    postbox.say_to_address = None
    assert INSULT not in str(list(Letter.objects.values())) + str(list(Notice.objects.values()))
    posting.send(Letter.objects.get().key, now=timezone.now() + timedelta(minutes=2))
    [message] = postbox.messages()
    assert "Taps" in words_of(message)
    assert INSULT not in message.as_string() + words_of(message) + html_of(message)


def test_a_reply_hidden_before_its_letter_left_is_mailed_to_nobody(postbox, proposal):
    reply = replied(proposal, f"You {INSULT}!")
    hide(reply)
    send_all()
    assert INSULT not in "".join(words_of(message) for message in postbox.messages())
    assert proposal.author.email not in postbox.addresses


def test_one_digest_shows_a_few_and_counts_the_rest(postbox, amara):
    dana = a_person("Dana")
    consultation = an_open_consultation()
    follow(dana, consultation.topic)
    for number in range(7):
        submit_proposal(
            person=amara, consultation=consultation, title=f"Tap number {number}", body="Water."
        )
    run_jobs()
    digest_of(dana)
    send_all()
    words = words_of(postbox.messages()[0])
    assert words.count("is a new proposal.") == 4
    assert "“Tap number 6”" in words and "“Tap number 2”" not in words
    assert "And 3 more." in words


# ---- In her language, from her side -------------------------------------------------------------


def test_a_letter_is_in_the_language_of_its_reader(postbox, amara, proposal, settings, monkeypatch):
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    amara.language = "de"
    amara.save()
    spoken = []
    monkeypatch.setattr(
        "people.composing.present_lines", lambda letter: spoken.append(translation.get_language())
    )
    answered(proposal)
    with translation.override("en"):
        send_all()
    assert spoken == ["de"]


def test_letters_go_to_the_address_she_has_when_they_leave(postbox, amara, proposal):
    answered(proposal)
    amara.email = "new@example.org"
    amara.save()
    send_all()
    assert postbox.addresses == ["new@example.org"]


def test_whoever_left_gets_no_letter_and_none_is_kept(postbox, amara, proposal):
    answered(proposal)
    amara.is_active = False
    amara.save()
    send_all()
    assert postbox.received == []
    dana = a_person("Dana")
    answered(a_proposal(author=dana))
    dana.delete()
    assert not Letter.objects.exists()


def test_names_and_titles_cannot_break_out_of_a_letter(postbox, amara):
    evil = "<img src=x onerror=alert(1)>\r\nBcc: all@example.org"
    proposal = a_proposal(evil[:60], author=amara)
    chidi = a_person("<b>Chidi</b>")
    point = post_point(person=amara, proposal=proposal, kind="for", body="Shade!")
    post_point(person=chidi, proposal=proposal, kind="for", body=evil, parent=point)
    send_all()
    [message] = postbox.messages()
    assert message["Bcc"] is None
    assert postbox.addresses == [amara.email]
    html = html_of(message)
    assert "<img" not in html and "<b>" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_a_letter_that_cannot_be_written_waits_and_the_words_of_others_leave(
    postbox, amara, proposal, monkeypatch, caplog
):
    answered(proposal)
    write_letter(key="code", to="bo@example.org", subject="Your code", text="K7Q2")
    monkeypatch.setattr("people.composing.lines_of", lambda notices: 1 / 0)
    send_all()
    assert postbox.addresses == ["bo@example.org"]
    waiting = Letter.objects.get(kind="notice")
    assert waiting.next_try > timezone.now()
    assert "could not be written" in waiting.trouble


# ---- Ending it -----------------------------------------------------------------------------------


def test_the_switch_wins_over_everything_but_letters_about_the_account(postbox, amara, proposal):
    replied(proposal)
    answered(proposal)
    hide(post_point(person=amara, proposal=a_proposal(), kind="for", body="Unkind."))
    write_letter(key="code", to=amara.email, subject="Your code", text="K7Q2")
    choose_letters(person=amara, letters=False, at_once=True, digest="daily")
    digest_of(amara)
    choose_letters(person=amara, letters=False)
    Letter.objects.update(next_try=timezone.now())
    send_all()
    assert [message["Subject"] for message in postbox.messages()] == ["Your code"]
    assert "List-Unsubscribe" not in postbox.messages()[0]
    assert Notice.objects.filter(person=amara, read__isnull=True).count() == 3


@pytest.fixture
def mailed(postbox, amara, proposal):
    replied(proposal)
    send_all()
    [message] = postbox.messages()
    return message


def test_a_letter_names_the_way_to_end_all_letters_as_rfc_8058_has_it(mailed, amara):
    assert mailed["List-Unsubscribe"].strip() == f"<http://127.0.0.1:8000{stop_address(amara)}>"
    assert mailed["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert stop_address(amara) in html_of(mailed)
    assert "http://127.0.0.1:8000/account/letters/" in words_of(mailed)


def one_click(client, address):
    return client.post(
        address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded"
    )


def test_a_mail_programs_own_button_ends_them_without_a_cookie_or_a_sign_in(mailed, amara):
    strict = Client(enforce_csrf_checks=True)
    answer = one_click(strict, stop_address(amara))
    assert answer.status_code == 200
    assert not answer.cookies
    assert not choice_of(amara).letters
    assert one_click(strict, stop_address(amara)).status_code == 200


def test_opening_the_link_changes_nothing_and_asks(client, amara):
    for ask in (client.get, client.head):
        answer = ask(stop_address(amara))
        assert answer.status_code == 200
        assert choice_of(amara).letters
        assert not LetterChoice.objects.exists()
    page = client.get(stop_address(amara))
    assert "Stop all letters?" in page.text
    assert amara.email not in page.text and "Amara" not in page.text
    assert "no-store" in page.headers["Cache-Control"]
    assert not page.cookies
    assert "No more letters" in client.post(stop_address(amara)).text
    assert not choice_of(amara).letters
    assert "No more letters" in client.get(stop_address(amara)).text


def test_the_token_opens_nothing_else(client, amara):
    token = stop_token(amara)
    client.get(stop_address(amara))
    assert client.get("/notices/").status_code == 302
    assert client.get("/account/letters/").status_code == 302
    asking = Client(headers={"Authorization": f"Token {token}"})
    assert asking.get("/api/v1/me/").status_code == 401
    client.cookies["session"] = token
    assert client.get("/notices/").status_code == 302


@pytest.mark.parametrize("bend", ["number", "tail", "other purpose", "key to the API", "nothing"])
def test_a_bent_or_borrowed_token_ends_nobodys_letters(client, amara, bend):
    dana = a_person("Dana")
    good = stop_token(amara)
    token = {
        "number": f"{dana.pk}:{good.partition(':')[2]}",
        "tail": good[:-1] + ("A" if good[-1] != "A" else "B"),
        "other purpose": signing.Signer(salt="people.invitations").sign(str(dana.pk)),
        "key to the API": make_token(dana),
        "nothing": "x",
    }[bend]
    assert person_of(token) is None
    for ask in (client.get, client.post):
        assert ask(f"/letters/stop/{token}/").status_code == 404
    assert choice_of(dana).letters and choice_of(amara).letters


def test_who_turns_letters_on_again_gets_what_happens_from_then_on(postbox, amara, proposal):
    choose_letters(person=amara, letters=False)
    replied(proposal)
    choose_letters(person=amara, letters=True, digest="daily")
    write_digests("daily", timezone.now())
    send_all()
    assert postbox.received == []


def test_a_frequency_nobody_offers_is_refused(amara):
    with pytest.raises(BadInput, match="Choose how often"):
        choose_letters(person=amara, digest="hourly")


# ---- A server that freezes ----------------------------------------------------------------------


def test_a_frozen_server_holds_nobody_up_and_gets_each_letter_once_it_thaws(
    postbox, amara, proposal, settings
):
    answered(proposal)
    thawed = settings.EMAIL_SERVER
    with socket.socket() as frozen:
        frozen.bind(("127.0.0.1", 0))
        frozen.listen()  # takes connections and never says a word
        settings.EMAIL_SERVER = thawed | {"port": frozen.getsockname()[1]}
        send_all()
    letter = Letter.objects.get()
    assert letter.next_try > timezone.now() and letter.handed is None
    settings.EMAIL_SERVER = thawed
    assert posting.send(letter.key, now=timezone.now() + timedelta(minutes=2))
    assert len(postbox.received) == 1


def test_silence_after_the_words_left_never_sends_a_digest_twice(postbox):
    dana = a_person("Dana")
    a_digest_of_two_matters(dana)
    digest_of(dana)
    Letter.objects.filter(kind="notice").delete()
    postbox.say_to_letter = "fall silent"
    send_all()
    postbox.say_to_letter = None
    assert not posting.send(Letter.objects.get().key, now=timezone.now() + timedelta(days=9))
    assert len(postbox.received) == 1
