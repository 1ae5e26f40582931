"""Decisions and their statements over the API: a public log, written by moderators. No rules here."""

from django.http import Http404
from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from discussions.actions import decide
from discussions.actions.judging import FACTS_LIMIT
from discussions.addresses import item_of, named_in
from discussions.api.reports import ADDRESS_LIMIT
from discussions.models import Decision, Report
from discussions.queries.decisions import clause_in_force, decisions_shown
from discussions.queries.reports import judged_by
from discussions.rules import may_judge, may_read_hidden, may_see_reports
from intake.numbers import LARGEST_ID
from intake.serializers import LineField, ProseField, valid
from people.verdicts import require


class StatementSerializer(serializers.Serializer):
    """The statement of reasons. Facts and the way to complain are for its author and moderators."""

    id = serializers.IntegerField()
    url = serializers.SerializerMethodField()
    scope = serializers.CharField()
    duration = serializers.CharField()
    ground = serializers.CharField()
    why = serializers.CharField()
    own_initiative = serializers.BooleanField()
    automated = serializers.BooleanField()
    facts = serializers.CharField(required=False)
    complain = serializers.CharField(required=False)

    def get_url(self, statement) -> str:
        return f"/statements/{statement.pk}/"

    def to_representation(self, statement):
        shown = super().to_representation(statement)
        if not self.context.get("whole"):
            del shown["facts"], shown["complain"]
        return shown


class NewDecisionSerializer(serializers.Serializer):
    report = serializers.IntegerField(required=False, min_value=1)
    url = LineField(max_length=ADDRESS_LIMIT, noun="address", required=False)
    kind = serializers.ChoiceField(choices=Decision.Kind.choices)
    clause = serializers.CharField(required=False, allow_blank=True, allow_null=True, max_length=10)
    facts = ProseField(max_length=FACTS_LIMIT, noun="facts")

    def validate_clause(self, number):
        if not number:
            return None
        clause = clause_in_force(number)
        if clause is None:
            raise serializers.ValidationError(_("The house rules have no clause of this number."))
        return clause

    def validate(self, given):
        """The item is named by a report or by its address, one of them."""
        if ("report" in given) == ("url" in given):
            raise serializers.ValidationError(
                {"url": _("Name what you judge: by its report, or by its address.")}
            )
        given["item"] = self.reported(given) if "report" in given else self.addressed(given)
        return given

    def reported(self, given):
        person = self.context["request"].user
        report = Report.objects.filter(
            judged_by(person), pk=min(given["report"], LARGEST_ID)
        ).first()
        if report is None:
            raise serializers.ValidationError({"report": _("There is no such report.")})
        kind = "point" if report.point_id else "proposal"
        return item_of(kind, report.point_id or report.proposal_id)

    def addressed(self, given):
        found = named_in(given["url"])
        item = item_of(*found) if found else None
        person = self.context["request"].user
        if item is None or may_judge(person, item).code == "role-missing":
            raise serializers.ValidationError(
                {"url": _("There is nothing at this address that you may judge.")}
            )
        return item


class DecisionSerializer(serializers.ModelSerializer):
    """A decision as the public log has it: no names, no words, not even which item."""

    clause = serializers.SerializerMethodField()
    item = serializers.SerializerMethodField()
    reasons = serializers.SerializerMethodField()
    statement = serializers.SerializerMethodField()

    class Meta:
        model = Decision
        fields = ["id", "kind", "item", "clause", "at", "reasons", "statement"]

    @extend_schema_field(serializers.ChoiceField(choices=["point", "reply", "proposal"]))
    def get_item(self, decision) -> str:
        if decision.proposal_id:
            return "proposal"
        return "reply" if decision.point.parent_id else "point"

    def get_clause(self, decision) -> str | None:
        """Number of the house rules' clause, as text."""
        return str(decision.clause.number) if decision.clause else None

    def get_reasons(self, decision) -> list[str]:
        """Why it was looked at: the reasons of the reports, none where a moderator found it."""
        return sorted({report.reason for report in decision.reports.all()})

    @extend_schema_field(StatementSerializer(allow_null=True))
    def get_statement(self, decision):
        found = getattr(decision, "statement", None)
        return StatementSerializer(found, context=self.context).data if found else None


class DecisionList(generics.GenericAPIView):
    """GET is the public log. POST is for moderators: hide, restore or dismiss."""

    permission_classes = [AllowAny]
    serializer_class = DecisionSerializer

    def get_queryset(self):
        return decisions_shown()

    @extend_schema(responses=DecisionSerializer(many=True))
    def get(self, request):
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(DecisionSerializer(page, many=True).data)

    @extend_schema(request=NewDecisionSerializer, responses={201: DecisionSerializer})
    def post(self, request):
        require(may_see_reports(request.user))
        words = valid(NewDecisionSerializer, request, request=request)
        decision = decide(
            person=request.user,
            item=words["item"],
            kind=words["kind"],
            clause=words.get("clause"),
            facts=words["facts"],
        )
        shown = DecisionSerializer(decisions_shown().get(pk=decision.pk), context={"whole": True})
        return Response(shown.data, status=status.HTTP_201_CREATED)


class DecisionDetail(APIView):
    """One decision; its whole statement is for the author and the moderators."""

    permission_classes = [AllowAny]

    @extend_schema(responses=DecisionSerializer)
    def get(self, request, decision_id: int):
        decision = decisions_shown().filter(pk=min(decision_id, LARGEST_ID)).first()
        if decision is None:
            raise Http404
        kind = "point" if decision.point_id else "proposal"
        item = item_of(kind, decision.point_id or decision.proposal_id)
        whole = bool(may_read_hidden(request.user, item))
        return Response(DecisionSerializer(decision, context={"whole": whole}).data)


urlpatterns = [
    path("decisions/", DecisionList.as_view(), name="api-decisions"),
    path("decisions/<int:decision_id>/", DecisionDetail.as_view(), name="api-decision"),
]
