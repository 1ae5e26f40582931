"""Support, polls, ballots and results over the API: parse, call one action or query, serialise."""

from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.numbers import whole
from intake.serializers import valid
from people.verdicts import require, sign_in_first
from voting.actions import cast_ballot, give_support, take_support_back, withdraw_ballot
from voting.models import Poll
from voting.phrases import OPEN_POLL
from voting.queries.reading import ballot_of, poll_by_id, polls, proposal_to_support, result_of
from voting.rules import may_vote


class SupportSerializer(serializers.Serializer):
    """A proposal's public count, and whether the reader's own support stands."""

    support_count = serializers.IntegerField()
    supported = serializers.BooleanField()


class SupportView(APIView):
    """PUT gives support, DELETE takes it back; both may be sent twice."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence

    @extend_schema(request=None, responses=SupportSerializer)
    def put(self, request, proposal_id: int):
        give_support(person=request.user, proposal=self.proposal(proposal_id))
        return self.answer(proposal_id, supported=True)

    @extend_schema(request=None, responses={200: SupportSerializer})
    def delete(self, request, proposal_id: int):
        take_support_back(person=request.user, proposal=self.proposal(proposal_id))
        return self.answer(proposal_id, supported=False)

    def proposal(self, proposal_id: int):
        proposal = proposal_to_support(proposal_id)
        if proposal is None:
            raise Http404
        return proposal

    def answer(self, proposal_id: int, *, supported: bool) -> Response:
        count = self.proposal(proposal_id).counters.supports
        return Response({"support_count": count, "supported": supported})


class OptionSerializer(serializers.Serializer):
    id = serializers.CharField(source="key")
    title = serializers.CharField()
    cost = serializers.IntegerField(allow_null=True, help_text="Cents")
    proposal = serializers.IntegerField(source="proposal_id", allow_null=True)


class PollSerializer(serializers.ModelSerializer):
    """A poll. Turnout is exact at any time; a tally is at `result/`, after closing."""

    consultation = serializers.IntegerField(source="consultation_id")
    proposal = serializers.IntegerField(source="proposal_id", allow_null=True)
    url = serializers.CharField(source="get_absolute_url")
    state = serializers.ChoiceField(choices=["coming", "open", "closed", "counted"])
    turnout = serializers.IntegerField(source="head.turnout")
    options = OptionSerializer(many=True)
    secret = serializers.SerializerMethodField()
    label = serializers.SerializerMethodField()  # type: ignore[assignment]  # a field of this name

    class Meta:
        model = Poll
        fields = [
            "id",
            "url",
            "consultation",
            "proposal",
            "kind",
            "question",
            "explanation",
            "opens",
            "closes",
            "state",
            "turnout",
            "max_choices",
            "budget",
            "currency",
            "secret",
            "label",
            "options",
        ]

    def get_secret(self, poll) -> bool:
        return False

    def get_label(self, poll) -> str:
        return "" if poll.imported else str(OPEN_POLL)


class PollList(generics.ListAPIView):
    """Polls, newest first; `?consultation=7` narrows."""

    serializer_class = PollSerializer

    def get_queryset(self):
        found = polls().prefetch_related("options")
        asked = self.request.query_params
        if "consultation" in asked:
            found = found.filter(consultation=whole(asked["consultation"]) or 0)
        return found


class PollDetail(generics.RetrieveAPIView):
    serializer_class = PollSerializer

    def get_object(self):
        return poll_or_404(self.kwargs["poll_id"])


class BallotInput(serializers.Serializer):
    ballot = serializers.JSONField()


class BallotSerializer(serializers.Serializer):
    """One's own ballot; null where none is cast."""

    ballot = serializers.JSONField(allow_null=True)
    turnout = serializers.IntegerField()


class BallotView(APIView):
    """One's own ballot in an open poll: GET reads, PUT casts or changes, DELETE withdraws."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence

    @extend_schema(responses=BallotSerializer)
    def get(self, request, poll_id: int):
        if not request.user.is_authenticated:
            require(sign_in_first(_("Sign in to see your own ballot.")))
        return self.answer(request, poll_id)

    @extend_schema(request=BallotInput, responses=BallotSerializer)
    def put(self, request, poll_id: int):
        received, poll = timezone.now(), poll_or_404(poll_id)
        require(may_vote(request.user, poll, received))
        ballot = valid(BallotInput, request)["ballot"]
        cast_ballot(person=request.user, poll=poll, ballot=ballot, received=received)
        return self.answer(request, poll_id)

    @extend_schema(responses={204: None})
    def delete(self, request, poll_id: int):
        withdraw_ballot(person=request.user, poll=poll_or_404(poll_id), received=timezone.now())
        return Response(status=status.HTTP_204_NO_CONTENT)

    def answer(self, request, poll_id: int) -> Response:
        poll = poll_or_404(poll_id)
        return Response({"ballot": ballot_of(request.user, poll), "turnout": poll.head.turnout})


class ResultOption(serializers.Serializer):
    key = serializers.CharField()
    title = serializers.CharField(allow_blank=True)
    votes = serializers.IntegerField()


class ResultSerializer(serializers.Serializer):
    kind = serializers.CharField()
    cast = serializers.IntegerField()
    blank = serializers.IntegerField()
    options = ResultOption(many=True)


class ResultView(APIView):
    """The exact count of a closed poll; 404 until it is counted."""

    @extend_schema(responses=ResultSerializer)
    def get(self, request, poll_id: int):
        facts = result_of(poll_or_404(poll_id))
        if facts is None:
            raise Http404
        return Response(ResultSerializer(facts).data)


def poll_or_404(poll_id: int) -> Poll:
    poll = poll_by_id(poll_id)
    if poll is None:
        raise Http404
    return poll


urlpatterns = [
    path("proposals/<int:proposal_id>/support/", SupportView.as_view(), name="api-support"),
    path("polls/", PollList.as_view(), name="api-polls"),
    path("polls/<int:poll_id>/", PollDetail.as_view(), name="api-poll"),
    path("polls/<int:poll_id>/ballot/", BallotView.as_view(), name="api-ballot"),
    path("polls/<int:poll_id>/result/", ResultView.as_view(), name="api-result"),
]
