"""People are told once, in a sentence, and nobody reads another's notices."""

import pytest
from django.db import transaction

from live.models import TopicVersion
from live.topics import find
from people.actions import mark_notices_read
from people.models import Notice
from people.notices import phrase, retell, sentence_of, tell
from people.queries import notices_of, unread_notices
from tests.factories import a_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_sentence(monkeypatch):
    monkeypatch.setattr("people.notices.phrases", {})
    phrase("proposal.answered", "The city has answered “%(title)s”.")


def tell_of_shade(*people, ref=""):
    tell(
        [person.pk for person in people],
        topic="proposal.34",
        event="proposal.answered",
        facts={"title": "Shade"},
        url="/proposals/34/",
        ref=ref,
    )


def test_amara_is_told_once_however_often_the_act_repeats():
    amara = a_person("Amara")
    tell_of_shade(amara)
    tell_of_shade(amara)
    tell_of_shade(amara, ref="2")
    assert [sentence_of(notice) for notice in notices_of(amara)] == [
        "The city has answered “Shade”."
    ] * 2


def test_an_author_who_left_is_passed_over():
    tell([None], topic="proposal.34", event="proposal.answered", url="/")
    assert not Notice.objects.exists()


def test_an_event_without_a_sentence_is_a_mistake_of_ours():
    with pytest.raises(LookupError):
        tell([a_person().pk], topic="proposal.34", event="proposal.misspelt", url="/")


def test_a_notice_lacking_a_fact_can_still_be_read():
    amara = a_person("Amara")
    tell([amara.pk], topic="proposal.34", event="proposal.answered", url="/")
    assert sentence_of(notices_of(amara)[0]) == "The city has answered “…”."


def test_words_that_were_hidden_do_not_stay_in_notices():
    amara = a_person("Amara")
    tell_of_shade(amara)
    retell("proposal.34", title="a hidden proposal", insult="never a fact of it")
    assert notices_of(amara)[0].facts == {"title": "a hidden proposal"}


def test_the_topic_of_a_person_tells_her_unread_number_and_nobody_else_follows():
    amara, bo = a_person("Amara"), a_person("Bo")
    tell_of_shade(amara)
    kind, key = find(f"person.{amara.pk}")
    assert kind.snapshot([amara.pk, bo.pk]) == {amara.pk: {"unread": 1}, bo.pk: {"unread": 0}}
    assert kind.may_follow(amara, key)
    assert not kind.may_follow(bo, key)
    assert not kind.may_follow(None, key)
    assert kind.recheck(amara, key) and not kind.recheck(bo, key)


def test_what_arrives_after_she_opened_the_page_stays_unread():
    amara = a_person("Amara")
    tell_of_shade(amara)
    seen = unread_notices(amara)[0].pk
    tell_of_shade(amara, ref="later")
    before = TopicVersion.objects.get(topic=f"person.{amara.pk}").v
    assert mark_notices_read(person=amara, up_to=seen) == 1
    assert [notice.ref for notice in unread_notices(amara)] == ["later"]
    assert TopicVersion.objects.get(topic=f"person.{amara.pk}").v == before + 1


def test_marking_read_touches_nobody_elses_notices():
    amara, bo = a_person("Amara"), a_person("Bo")
    tell_of_shade(amara, bo)
    mark_notices_read(person=bo, up_to=10**9)
    assert len(unread_notices(amara)) == 1


def test_telling_many_costs_the_same_few_statements(django_assert_max_num_queries):
    people = [a_person("Chidi") for _ in range(30)]
    with transaction.atomic(), django_assert_max_num_queries(6):
        tell_of_shade(*people)
    assert Notice.objects.count() == 30
