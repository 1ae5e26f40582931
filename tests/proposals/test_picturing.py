"""Pictures belong to a version: placed, changed, kept with the earlier ones, never somebody else's."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from intake.errors import BadInput
from people.verdicts import Refused
from proposals.actions import keep_picture, publish_version, submit_proposal
from proposals.actions.picturing import forget_loose
from proposals.models import Picture
from proposals.pictures import path_of, widths_of
from tests.factories import a_person, a_picture_file, an_open_consultation

pytestmark = pytest.mark.django_db


@pytest.fixture
def amara():
    return a_person("Amara")


def sent(person, **how):
    return keep_picture(person=person, upload=a_picture_file(**how))


def chosen(*pictures, alt="Benches in the sun"):
    return [{"picture": one.name, "alt": alt} for one in pictures]


def propose(person, pictures, title="Benches"):
    return submit_proposal(
        person=person,
        consultation=an_open_consultation(),
        title=title,
        body="Nine.",
        pictures=pictures,
    )


def test_a_version_keeps_its_pictures_whatever_comes_later(amara):
    first, second = sent(amara), sent(amara, size=(1000, 700))
    proposal = propose(amara, chosen(first))
    publish_version(
        person=amara,
        proposal=proposal,
        title="Benches",
        body="Nine.",
        base=1,
        pictures=chosen(second),
    )
    publish_version(person=amara, proposal=proposal, title="Benches", body="Ten.", base=2)
    publish_version(
        person=amara, proposal=proposal, title="Benches", body="Ten.", base=3, pictures=[]
    )
    kept = [[one["picture"] for one in version.pictures] for version in proposal.versions.all()]
    assert kept == [[first.name], [second.name], [second.name], []]
    assert set(Picture.objects.values_list("proposal", flat=True)) == {proposal.pk}


def test_the_same_pictures_and_words_again_make_no_version(amara):
    picture = sent(amara)
    proposal = propose(amara, chosen(picture))
    again = publish_version(
        person=amara,
        proposal=proposal,
        title="Benches",
        body="Nine.",
        base=1,
        pictures=chosen(picture),
    )
    assert again.number == 1


def test_each_picture_is_described_or_said_to_decorate(amara):
    picture = sent(amara)
    with pytest.raises(BadInput, match="Say what each picture shows"):
        propose(amara, chosen(picture, alt=" \u200b"))
    proposal = propose(amara, [{"picture": picture.name, "alt": "Ignored", "decorative": True}])
    assert proposal.pictures[0]["alt"] == ""


def test_pictures_of_others_and_unknown_ones_are_refused_alike(amara):
    hers = sent(a_person("Dana"))
    placed = sent(amara)
    propose(amara, chosen(placed))
    for pictures in (chosen(hers), [{"picture": "nothing", "alt": "?"}], chosen(placed)):
        with pytest.raises(BadInput, match="not there any more"):
            propose(amara, pictures, title="Other benches")


def test_seven_pictures_are_one_too_many(amara):
    many = [sent(amara, size=(40, 40)) for _number in range(7)]
    with pytest.raises(BadInput, match="Take 1 picture away"):
        propose(amara, chosen(*many))


def test_old_pictures_that_never_stood_anywhere_are_forgotten_with_their_files(
    amara, django_capture_on_commit_callbacks
):
    old = sent(amara)
    files = [path_of(old.name, width) for width in widths_of(old.width)]
    assert all(file.is_file() and Path(settings.MEDIA_ROOT) in file.parents for file in files)
    Picture.objects.update(made=old.made - timedelta(days=31))
    with django_capture_on_commit_callbacks(execute=True):
        sent(amara)
    assert not any(file.exists() for file in files)
    assert not Picture.objects.filter(pk=old.pk).exists()


def test_nobody_sends_pictures_without_signing_in():
    with pytest.raises(Refused, match="Sign in to add a picture"):
        keep_picture(person=None, upload=a_picture_file())


def test_who_leaves_takes_along_what_stood_nowhere(amara, django_capture_on_commit_callbacks):
    loose, placed = sent(amara), sent(amara)
    propose(amara, chosen(placed))
    with django_capture_on_commit_callbacks(execute=True):
        forget_loose(amara)
    assert not path_of(loose.name, loose.width).exists()
    assert path_of(placed.name, placed.width).exists()
    assert list(Picture.objects.all()) == [placed]
