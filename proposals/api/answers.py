"""The city's answers over the API: read by everybody, given by evaluators. No rules here."""

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_view
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from consultations.models import Department
from intake.errors import BadInput
from intake.numbers import LARGEST_ID, whole
from intake.serializers import LineField, ProseField, valid
from people.verdicts import require, sign_in_first
from proposals.actions import publish_answer
from proposals.actions.answering import (
    BECAUSE_LIMIT,
    COMMITMENTS_LIMIT,
    LINE_LIMIT,
    NAME_LIMIT,
)
from proposals.models import Answer, Commitment
from proposals.queries.answers import proposal_to_answer, public_answers
from proposals.rules import may_read


class CommitmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Commitment
        fields = ["what", "who", "due", "done"]


class AnswerSerializer(serializers.ModelSerializer):
    """What the city says to a proposal. `due` is the day its promise had named."""

    url = serializers.SerializerMethodField()
    proposal = serializers.IntegerField(source="proposal_id")
    consultation = serializers.IntegerField(source="proposal.consultation_id")
    department = serializers.SerializerMethodField()
    commitments = CommitmentSerializer(many=True)

    class Meta:
        model = Answer
        fields = [
            "id",
            "url",
            "proposal",
            "consultation",
            "kind",
            "because",
            "money",
            "department",
            "who",
            "by_when",
            "commitments",
            "published",
            "due",
        ]

    def get_url(self, answer) -> str:
        return answer.proposal.get_absolute_url()

    def get_department(self, answer) -> str | None:
        """Slug of the department that answers; null where it is the city as a whole."""
        return answer.department.slug if answer.department else None


class CommitmentInput(serializers.Serializer):
    what = LineField(max_length=LINE_LIMIT, noun="commitment")
    who = LineField(
        max_length=NAME_LIMIT, noun="name", required=False, allow_blank=True, default=""
    )
    due = serializers.DateField()


class AnswerInput(serializers.Serializer):
    """What an answer is made of; whatever else is sent is passed over."""

    proposal = serializers.IntegerField(min_value=1, max_value=LARGEST_ID)
    kind = serializers.ChoiceField(choices=Answer.Kind.choices)
    because = ProseField(max_length=BECAUSE_LIMIT, noun="reasons")
    money = LineField(max_length=LINE_LIMIT, noun="money", required=False, allow_blank=True)
    department = serializers.SlugField(max_length=60, required=False, allow_null=True)
    who = LineField(max_length=NAME_LIMIT, noun="name", required=False, allow_blank=True)
    by_when = LineField(max_length=NAME_LIMIT, noun="date", required=False, allow_blank=True)
    commitments = serializers.ListField(
        child=CommitmentInput(), required=False, max_length=COMMITMENTS_LIMIT
    )


def answers_to_read() -> QuerySet[Answer]:
    return public_answers().prefetch_related("commitments")


@extend_schema_view(
    get=extend_schema(
        parameters=[
            OpenApiParameter("consultation", OpenApiTypes.INT, description="Id"),
            OpenApiParameter("proposal", OpenApiTypes.INT, description="Id"),
        ]
    )
)
class Answers(generics.ListAPIView):
    """Answers, newest first; `?consultation=ID`, `?proposal=ID` narrow them. POST: evaluators."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence
    serializer_class = AnswerSerializer

    def get_queryset(self) -> QuerySet[Answer]:
        asked, found = self.request.query_params, answers_to_read()
        if "consultation" in asked:
            found = found.filter(proposal__consultation=whole(asked["consultation"]) or 0)
        if "proposal" in asked:
            found = found.filter(proposal=whole(asked["proposal"]) or 0)
        return found

    @extend_schema(request=AnswerInput, responses={201: AnswerSerializer})
    def post(self, request):
        if not request.user.is_authenticated:
            require(sign_in_first(_("Sign in to answer for the city.")))
        words = valid(AnswerInput, request)
        proposal = proposal_to_answer(words.pop("proposal"))
        if proposal is None or not may_read(request.user, proposal):
            raise Http404
        answer = publish_answer(
            person=request.user,
            proposal=proposal,
            department=department_by_slug(words.pop("department", None)),
            **words,
        )
        shown = answers_to_read().get(pk=answer.pk)
        return Response(AnswerSerializer(shown).data, status=status.HTTP_201_CREATED)


class AnswerDetail(generics.RetrieveAPIView):
    """One answer."""

    permission_classes = [AllowAny]
    serializer_class = AnswerSerializer

    def get_queryset(self) -> QuerySet[Answer]:
        return answers_to_read()


def department_by_slug(slug: str | None) -> Department | None:
    if slug is None:
        return None
    found = Department.objects.filter(slug=slug).first()
    if found is None:
        raise BadInput(
            _("There is no department called “%(slug)s”.") % {"slug": slug},
            code="unknown-department",
            field="department",
        )
    return found


urlpatterns = [
    path("answers/", Answers.as_view(), name="api-answers"),
    path("answers/<int:pk>/", AnswerDetail.as_view(), name="api-answer"),
]
