"""`/api/v1/me/`: one's own data. Parses, calls one action or query, serialises; no rules here."""

from django.conf import settings
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.serializers import LineField, valid
from people.actions import NAME_LIMIT, change_person
from people.models import Person
from people.queries import unread_of


class MeSerializer(serializers.ModelSerializer):
    """What the city keeps about the person who asks; nobody else can read it here."""

    unread = serializers.IntegerField(help_text="Notices not read yet.")
    url = serializers.SerializerMethodField()

    class Meta:
        model = Person
        fields = ["id", "display_name", "email", "kind", "language", "joined", "unread", "url"]

    def get_url(self, person) -> str:
        return "/your-voice/"


class MeChange(serializers.Serializer):
    """What a person may change of herself by the API."""

    display_name = LineField(max_length=NAME_LIMIT, noun="name", required=False)
    language = serializers.ChoiceField(choices=settings.LANGUAGES, required=False)


class Me(APIView):
    """The person whose token or session this is."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=MeSerializer)
    def get(self, request):
        """Your own data."""
        return Response(own_data(request.user))

    @extend_schema(request=MeChange, responses=MeSerializer)
    def patch(self, request):
        """Change the name that others read, or your language."""
        person = change_person(person=request.user, **valid(MeChange, request))
        return Response(own_data(person))


def own_data(person: Person) -> dict:
    person.unread = unread_of([person.pk])[person.pk]
    return MeSerializer(person).data
