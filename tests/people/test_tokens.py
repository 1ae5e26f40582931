"""A token is printed once, alone, and stored hashed."""

import pytest
from django.core.management import CommandError, call_command

from people.models import Token
from tests.factories import a_person

pytestmark = pytest.mark.django_db


def test_the_operator_makes_a_token_and_it_stands_alone_on_a_line(capsys):
    amara = a_person("Amara", email="amara@example.org")
    call_command("token", "Amara@Example.org")
    printed = capsys.readouterr().out
    key = printed.strip()
    assert printed == f"{key}\n"
    token = Token.objects.get(person=amara)
    assert key not in token.digest


def test_nobody_gets_a_token_for_an_unknown_address():
    with pytest.raises(CommandError):
        call_command("token", "nobody@example.org")
