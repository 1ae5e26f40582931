"""Reports over the API: made by anybody, read by the moderators. No rules here."""

from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers, status
from rest_framework.exceptions import Throttled
from rest_framework.permissions import AllowAny
from rest_framework.response import Response

from discussions.actions import report_item
from discussions.actions.judging import FACTS_LIMIT
from discussions.actions.reporting import EMAIL_LIMIT
from discussions.addresses import public_item_at
from discussions.flooding import TooMany
from discussions.models import Report
from discussions.queries.reports import waiting_reports
from discussions.rules import may_see_reports
from intake.errors import BadInput
from intake.serializers import LineField, ProseField, valid
from people.addresses import address_of
from people.verdicts import require

ADDRESS_LIMIT = 500


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
        words = valid(NewReportSerializer, request)
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


urlpatterns = [
    path("reports/", ReportList.as_view(), name="api-reports"),
]
