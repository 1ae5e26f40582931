"""Own drafts of proposals over the API. No rules here."""

from django.db.models import QuerySet
from django.http import Http404
from django.urls import path
from drf_spectacular.utils import extend_schema
from rest_framework import generics, serializers, status
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.serializers import valid
from proposals.actions import forget_draft, save_draft
from proposals.api.reading import consultation_or_404
from proposals.models import Draft
from proposals.queries.drafts import draft_of


class DraftSerializer(serializers.ModelSerializer):
    """One's own draft: kept as it is typed, judged only when it is sent."""

    class Meta:
        model = Draft
        fields = ["consultation", "title", "body", "place", "where", "effects", "saved"]
        read_only_fields = fields


class DraftInput(serializers.Serializer):
    title = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    body = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)
    where = serializers.CharField(required=False, allow_blank=True, trim_whitespace=False)


class DraftList(generics.ListAPIView):
    """One's own drafts, nobody else's."""

    serializer_class = DraftSerializer
    permission_classes = [IsAuthenticated]
    queryset = Draft.objects.none()

    def get_queryset(self) -> QuerySet[Draft]:
        return Draft.objects.filter(person=self.request.user.pk)


class DraftDetail(APIView):
    """One's own draft in a consultation: PUT keeps what is given, DELETE throws it away."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=DraftSerializer)
    def get(self, request, consultation_id: int):
        draft = draft_of(request.user, consultation_or_404(consultation_id))
        if draft.pk is None:
            raise Http404
        return Response(DraftSerializer(draft).data)

    @extend_schema(request=DraftInput, responses=DraftSerializer)
    def put(self, request, consultation_id: int):
        words = valid(DraftInput, request)
        consultation = consultation_or_404(consultation_id)
        draft = save_draft(person=request.user, consultation=consultation, **words)
        return Response(DraftSerializer(draft).data)

    @extend_schema(responses={204: None})
    def delete(self, request, consultation_id: int):
        forget_draft(person=request.user, consultation=consultation_or_404(consultation_id))
        return Response(status=status.HTTP_204_NO_CONTENT)


urlpatterns = [
    path("drafts/", DraftList.as_view(), name="api-drafts"),
    path("drafts/<int:consultation_id>/", DraftDetail.as_view(), name="api-draft"),
]
