"""Letters leave once, whatever the mail server does; checked against a real SMTP server."""

import threading
from datetime import timedelta

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from people import posting
from people.jobs import look_for_letters, send_waiting_letters
from people.mail import write_letter
from people.models import Letter
from tests.people.postbox import a_free_port, server_at

pytestmark = pytest.mark.django_db


def a_letter(key="welcome.12") -> Letter:
    write_letter(key=key, to="amara@example.org", subject="Your code", text="K7Q2\n.dots stay\n")
    return Letter.objects.get(key=key)


def later(minutes: int):
    return timezone.now() + timedelta(minutes=minutes)


def test_a_letter_arrives_once_however_often_it_is_sent(postbox):
    letter = a_letter()
    assert [posting.send(letter.key) for _ in range(3)] == [True, False, False]
    [message] = postbox.received
    assert "Subject: Your code" in message
    assert "K7Q2\r\n.dots stay\r\n" in message
    letter.refresh_from_db()
    assert letter.sent is not None
    assert letter.text == ""


def test_the_same_letter_written_twice_is_one(postbox):
    a_letter()
    a_letter()
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("answer", ["451 Try again later", "421 Shutting down"])
def test_a_server_that_says_later_gets_it_later(postbox, answer):
    letter = a_letter()
    postbox.say_to_address = answer
    assert not posting.send(letter.key)
    assert not posting.send(letter.key), "not before its pause is over"
    postbox.say_to_address = None
    assert posting.due_letters(later(2)) == [letter.key]
    assert posting.send(letter.key, now=later(2))
    assert len(postbox.received) == 1


def test_a_letter_refused_at_the_end_for_now_is_sent_later_once(postbox):
    letter = a_letter()
    postbox.say_to_letter = "452 Full"
    assert not posting.send(letter.key)
    postbox.say_to_letter = None
    assert posting.send(letter.key, now=later(2))
    assert len(postbox.received) == 1


@pytest.mark.parametrize("where", ["say_to_address", "say_to_letter"])
def test_an_address_that_does_not_exist_is_not_tried_again(postbox, where):
    letter = a_letter()
    setattr(postbox, where, "550 No such person")
    assert not posting.send(letter.key)
    letter.refresh_from_db()
    assert letter.next_try is None
    assert "550 No such person" in letter.trouble
    assert posting.due_letters(later(10_000)) == []


def test_a_server_that_hangs_up_gets_the_letter_later_once(postbox):
    letter = a_letter()
    postbox.say_to_letter = "hang up"
    assert not posting.send(letter.key)
    postbox.say_to_letter = None
    assert posting.send(letter.key, now=later(2))
    assert len(postbox.received) == 1


def test_silence_after_the_words_left_never_sends_them_twice(postbox):
    letter = a_letter()
    postbox.say_to_letter = "fall silent"
    assert not posting.send(letter.key)
    postbox.say_to_letter = None
    assert not posting.send(letter.key, now=later(10_000))
    assert len(postbox.received) == 1
    letter.refresh_from_db()
    assert "did not reply" in letter.trouble


def test_no_server_at_all_keeps_the_letter(settings):
    settings.EMAIL_SERVER = server_at(a_free_port())
    letter = a_letter()
    assert not posting.send(letter.key)
    letter.refresh_from_db()
    assert letter.text and letter.next_try > timezone.now()


def test_pauses_grow_and_end(settings):
    settings.EMAIL_SERVER = server_at(a_free_port())
    letter = a_letter()
    pauses = []
    for _ in range(len(posting.PAUSES) + 1):
        assert letter.next_try is not None
        posting.send(letter.key, now=letter.next_try)
        letter.refresh_from_db()
        if letter.next_try:
            pauses.append(round((letter.next_try - timezone.now()).total_seconds() / 60))
    assert pauses == [1, 5, 15, 60, 240, 720, 1440]
    assert letter.next_try is None
    assert letter.trouble


def test_a_letter_of_a_killed_worker_is_free_again(postbox):
    letter = a_letter()
    assert posting.claim(letter.key, timezone.now())  # and then the worker was killed
    assert not posting.send(letter.key, now=later(5))
    assert posting.send(letter.key, now=later(11))
    assert len(postbox.received) == 1


def test_a_worker_killed_while_the_words_left_sends_no_twin(postbox):
    letter = a_letter()
    posting.claim(letter.key, timezone.now())
    Letter.objects.update(handed=timezone.now())  # and then the worker was killed
    assert not posting.send(letter.key, now=later(11))
    letter.refresh_from_db()
    assert (letter.next_try, postbox.received) == (None, [])
    assert "worker ended" in letter.trouble


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_send_one_letter(postbox):
    letter = a_letter()
    start = threading.Barrier(8)

    def work():
        start.wait()
        try:
            posting.send(letter.key)
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(postbox.received) == 1


def test_without_a_server_the_letter_is_a_file_and_the_log_keeps_no_words(
    settings, tmp_path, caplog
):
    settings.EMAIL_SERVER, settings.EMAIL_FILES = {}, tmp_path
    caplog.set_level("INFO")
    letter = a_letter()
    assert posting.send(letter.key)
    [path] = tmp_path.iterdir()
    assert "K7Q2" in path.read_text()
    assert "Your code" in caplog.text
    assert "K7Q2" not in caplog.text
    assert "amara@example.org" not in caplog.text


def test_a_letter_rolled_back_with_its_act_was_never_written():
    class Rolled(Exception):
        pass

    with pytest.raises(Rolled), transaction.atomic():
        a_letter()
        raise Rolled
    assert not Letter.objects.exists()


def test_a_written_letter_has_a_job_after_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        letter = a_letter()
    [job] = DBTaskResult.objects.all()
    assert (job.queue_name, job.args_kwargs["args"]) == ("mail", [letter.key])


def test_the_sweep_adds_one_round_for_letters_that_wait(postbox):
    assert not look_for_letters()
    for key, minutes in [("forgotten", -1), ("fresh", 0), ("rests", 5)]:
        Letter.objects.filter(pk=a_letter(key).pk).update(next_try=later(minutes))
    assert look_for_letters()
    assert not look_for_letters(), "one round is enough"
    assert DBTaskResult.objects.get().task_path == "people.jobs.send_waiting_letters"
    send_waiting_letters.call()
    assert set(Letter.objects.filter(sent__isnull=True).values_list("key", flat=True)) == {"rests"}
    assert len(postbox.received) == 2


def test_a_server_that_cannot_be_reached_is_left_alone_for_a_while(settings, monkeypatch):
    monkeypatch.setattr(posting, "REST", 30)
    settings.EMAIL_SERVER = server_at(a_free_port())
    first, second = a_letter("first"), a_letter("second")
    assert not posting.send(first.key)
    assert not posting.send(second.key)
    second.refresh_from_db()
    assert second.attempts == 0, "it was not even tried"
    posting.resting["until"] = 0


def test_a_mail_of_django_becomes_a_letter_with_one_line_as_its_subject(postbox):
    message = EmailMultiAlternatives(
        "Hello", "Plain words.", to=["amara@example.org"], connection=None
    )
    message.attach_alternative("<p>Plain words.</p>", "text/html")
    get_connection("people.mail.QueuedBackend").send_messages([message])
    letter = Letter.objects.get()
    assert (letter.to, letter.text, letter.html) == (
        "amara@example.org",
        "Plain words.",
        "<p>Plain words.</p>",
    )
    write_letter(key="x", to="bo@example.org", subject="Hi\r\nBcc: all@example.org", text="x")
    posting.send("x")
    [message] = postbox.received
    assert "Subject: Hi Bcc: all@example.org" in message
    assert "\nBcc:" not in message
