"""Points, reactions, reports and decisions over the API. No rules here."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import generics, serializers, status
from rest_framework.exceptions import Throttled
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from discussions.actions import decide, post_point, react, report_item, take_back
from discussions.actions.judging import FACTS_LIMIT
from discussions.actions.reporting import EMAIL_LIMIT
from discussions.addresses import item_of, named_in, public_item_at
from discussions.flooding import TooMany
from discussions.models import POINT_LIMIT, Decision, Point, Reaction, Report
from discussions.queries.decisions import clause_in_force, decisions_shown
from discussions.queries.points import listed_points, reactions_of
from discussions.queries.reports import judged_by, waiting_reports
from discussions.rules import may_judge, may_read_hidden, may_see_reports, shows_totals
from intake.errors import BadInput
from intake.numbers import LARGEST_ID, whole
from intake.serializers import LineField, ProseField
from people.addresses import address_of
from people.verdicts import require
from proposals.queries.reading import public_proposal

ADDRESS_LIMIT = 500


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
    facts = serializers.CharField()
    complain = serializers.CharField()

    def get_url(self, statement) -> str:
        return f"/statements/{statement.pk}/"

    def to_representation(self, statement):
        shown = super().to_representation(statement)
        if not self.context.get("whole"):
            del shown["facts"], shown["complain"]
        return shown


class PointSerializer(serializers.ModelSerializer):
    """A point as this reader may see it: totals after reacting, own hidden words with the reasons."""

    url = serializers.CharField(source="get_absolute_url")
    author = serializers.SerializerMethodField()
    replies_count = serializers.IntegerField()
    reaction = serializers.SerializerMethodField()
    totals = serializers.SerializerMethodField()
    statement = serializers.SerializerMethodField()

    class Meta:
        model = Point
        fields = [
            "id",
            "url",
            "proposal",
            "parent",
            "kind",
            "body",
            "author",
            "official",
            "posted",
            "replies_count",
            "reaction",
            "totals",
            "hidden",
            "statement",
        ]
        read_only_fields = fields

    def get_author(self, point) -> str | None:
        """The name shown to others; null for a former participant."""
        return point.author.display_name if point.author else None

    @extend_schema_field(serializers.ChoiceField(choices=Reaction.Value.choices, allow_null=True))
    def get_reaction(self, point):
        """The reader's own reaction."""
        return self.context["reactions"].get(point.pk)

    @extend_schema_field(serializers.DictField(child=serializers.IntegerField(), allow_null=True))
    def get_totals(self, point):
        """Null until the reader has reacted or the discussion is over."""
        if not (self.context["reactions"].get(point.pk) or self.context["totals_for_all"]):
            return None
        return {"agree": point.agree, "disagree": point.disagree, "pass": point.passed}

    @extend_schema_field(OpenApiTypes.STR)
    def get_statement(self, point) -> str | None:
        """Address of the statement of reasons, where the words are hidden."""
        number = getattr(point, "statement_id", None)
        return f"/statements/{number}/" if number else None


class NewPointSerializer(serializers.Serializer):
    kind = serializers.ChoiceField(choices=Point.Kind.choices)
    body = ProseField(max_length=POINT_LIMIT, noun="point")
    parent = serializers.IntegerField(required=False, allow_null=True, min_value=1)

    def validate_parent(self, number):
        found = listed_points(None).filter(pk=min(number, LARGEST_ID)).first() if number else None
        if number and found is None:
            raise serializers.ValidationError(_("There is no such point."))
        return found


class PointList(generics.GenericAPIView):
    """A proposal's points, newest first; `?parent=12` lists the replies to one, `?kind=` a side."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence
    serializer_class = PointSerializer

    def get_queryset(self) -> QuerySet[Point]:
        asked = self.request.query_params
        found = listed_points(self.request.user).filter(proposal=self.kwargs["proposal_id"])
        parent = whole(asked.get("parent"))
        found = found.filter(parent=parent) if parent else found.filter(parent__isnull=True)
        return found.filter(kind=asked["kind"]) if asked.get("kind") in Point.Kind else found

    @extend_schema(
        parameters=[
            OpenApiParameter("parent", OpenApiTypes.INT),
            OpenApiParameter("kind", OpenApiTypes.STR, enum=Point.Kind.values),
        ],
        responses=PointSerializer(many=True),
    )
    def get(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(
            PointSerializer(page, many=True, context=reader_context(request, page, proposal)).data
        )

    @extend_schema(request=NewPointSerializer, responses={201: PointSerializer})
    def post(self, request, proposal_id: int):
        proposal = proposal_or_404(proposal_id)
        given = NewPointSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        point = post_point(
            person=request.user,
            proposal=proposal,
            kind=given.validated_data["kind"],
            body=given.validated_data["body"],
            parent=given.validated_data.get("parent"),
        )
        shown = PointSerializer(point, context=reader_context(request, [point], proposal))
        return Response(shown.data, status=status.HTTP_201_CREATED)


class PointDetail(APIView):
    """One point or reply; a hidden one is there for its author alone, with its statement."""

    permission_classes = [AllowAny]

    @extend_schema(responses=PointSerializer)
    def get(self, request, point_id: int):
        point = point_or_404(request, point_id)
        proposal = proposal_or_404(point.proposal_id)
        return Response(
            PointSerializer(point, context=reader_context(request, [point], proposal)).data
        )


class ReactionSerializer(serializers.Serializer):
    value = serializers.ChoiceField(choices=Reaction.Value.choices)


class ReactionView(APIView):
    """PUT says agree, disagree or pass; DELETE takes it back. Both may be sent twice."""

    permission_classes = [AllowAny]

    @extend_schema(request=ReactionSerializer, responses=PointSerializer)
    def put(self, request, point_id: int):
        point = self.point(request, point_id)
        given = ReactionSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        react(person=request.user, point=point, value=given.validated_data["value"])
        return self.answer(request, point_id)

    @extend_schema(request=None, responses=PointSerializer)
    def delete(self, request, point_id: int):
        take_back(person=request.user, point=self.point(request, point_id))
        return self.answer(request, point_id)

    def point(self, request, point_id: int) -> Point:
        point = point_or_404(request, point_id)
        point.proposal = proposal_or_404(point.proposal_id)
        return point

    def answer(self, request, point_id: int) -> Response:
        point = self.point(request, point_id)
        return Response(
            PointSerializer(point, context=reader_context(request, [point], point.proposal)).data
        )


class NewReportSerializer(serializers.Serializer):
    url = LineField(max_length=ADDRESS_LIMIT, noun="address")
    reason = serializers.ChoiceField(choices=Report.Reason.choices)
    facts = ProseField(max_length=FACTS_LIMIT, noun="description")
    good_faith = serializers.BooleanField()
    email = LineField(
        max_length=EMAIL_LIMIT, noun="e-mail address", required=False, allow_blank=True
    )


class ReceiptSerializer(serializers.Serializer):
    id = serializers.IntegerField()
    receipt = serializers.CharField()
    url = serializers.SerializerMethodField()

    def get_url(self, report) -> str:
        return f"/report/{report.receipt}/"


class ReportSerializer(serializers.ModelSerializer):
    """A waiting report as its moderators read it. Who made it, and from where, is not in it."""

    item = serializers.SerializerMethodField()
    url = serializers.SerializerMethodField()

    class Meta:
        model = Report
        fields = ["id", "url", "item", "consultation", "reason", "facts", "made"]

    def get_item(self, report) -> str:
        return (report.point or report.proposal).get_absolute_url()

    def get_url(self, report) -> str:
        kind = "point" if report.point_id else "proposal"
        return f"/desk/items/{kind}-{report.point_id or report.proposal_id}/"


class ReportList(generics.GenericAPIView):
    """POST reports a public item, with or without an account. GET is the moderators' queue."""

    permission_classes = [AllowAny]
    serializer_class = ReportSerializer

    def get_queryset(self):
        return waiting_reports(self.request.user).select_related("point", "proposal")

    @extend_schema(responses=ReportSerializer(many=True))
    def get(self, request):
        require(may_see_reports(request.user))
        page = self.paginate_queryset(self.get_queryset())
        return self.get_paginated_response(ReportSerializer(page, many=True).data)

    @extend_schema(request=NewReportSerializer, responses={201: ReceiptSerializer})
    def post(self, request):
        given = NewReportSerializer(data=request.data)
        given.is_valid(raise_exception=True)
        words = given.validated_data
        item = public_item_at(words["url"])
        if item is None:
            raise BadInput(
                _("There is no public proposal or point at this address."),
                code="unknown-address",
                field="url",
            )
        try:
            report, is_new = report_item(
                item=item,
                reason=words["reason"],
                facts=words["facts"],
                good_faith=words["good_faith"],
                email=words.get("email", ""),
                person=request.user if request.user.is_authenticated else None,
                address=address_of(request),
            )
        except TooMany as trouble:
            raise Throttled(
                trouble.seconds, _("Many reports came from this address. Send it again later.")
            ) from trouble
        return Response(
            ReceiptSerializer(report).data,
            status=status.HTTP_201_CREATED if is_new else status.HTTP_200_OK,
        )


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
        given = NewDecisionSerializer(data=request.data, context={"request": request})
        given.is_valid(raise_exception=True)
        words = given.validated_data
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


def reader_context(request, points, proposal) -> dict[str, Any]:
    """What depends on the reader: her reactions (one query), and whether totals are for all."""
    return {
        "request": request,
        "reactions": reactions_of(request.user, [point.pk for point in points]),
        "totals_for_all": shows_totals(proposal, timezone.now()),
    }


def proposal_or_404(number: int):
    proposal = public_proposal(min(number, LARGEST_ID))
    if proposal is None:
        raise Http404
    return proposal


def point_or_404(request, number: int) -> Point:
    point = listed_points(request.user).filter(pk=min(number, LARGEST_ID)).first()
    if point is None:
        raise Http404
    return point


urlpatterns = [
    path("proposals/<int:proposal_id>/points/", PointList.as_view(), name="api-points"),
    path("points/<int:point_id>/", PointDetail.as_view(), name="api-point"),
    path("points/<int:point_id>/reaction/", ReactionView.as_view(), name="api-reaction"),
    path("reports/", ReportList.as_view(), name="api-reports"),
    path("decisions/", DecisionList.as_view(), name="api-decisions"),
    path("decisions/<int:decision_id>/", DecisionDetail.as_view(), name="api-decision"),
]
