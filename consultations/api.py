"""Themes, places and consultations over the API, for everybody to read. No rules here."""

from django.db.models import QuerySet
from django.urls import path
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    extend_schema,
    extend_schema_field,
    extend_schema_view,
)
from rest_framework import generics, serializers
from rest_framework.permissions import AllowAny

from consultations.models import Consultation, Department, Phase, Place, Promise, Theme
from consultations.phases import present_phase, state_of
from consultations.queries import consultations_about, phases_of, published_consultations
from intake.numbers import whole
from people.paging import NewestFirst
from people.texts import languages_of


class ThemeSerializer(serializers.ModelSerializer):
    url = serializers.SerializerMethodField()

    class Meta:
        model = Theme
        fields = ["id", "url", "slug", "name", "line", "group"]

    def get_url(self, theme) -> str:
        return f"/themes/{theme.slug}/"


class PlaceSerializer(serializers.ModelSerializer):
    """A place; `parent` is the id of the one above."""

    url = serializers.SerializerMethodField()
    parent = serializers.IntegerField(  # type: ignore[assignment]  # a field of this name
        source="parent_id", allow_null=True
    )

    class Meta:
        model = Place
        fields = ["id", "url", "slug", "name", "level", "parent"]

    def get_url(self, place) -> str:
        return f"/places/{place.slug}/"


class DepartmentSerializer(serializers.ModelSerializer):
    class Meta:
        model = Department
        fields = ["slug", "name"]


class PhaseSerializer(serializers.ModelSerializer):
    """A span of time, `opens` ≤ now < `closes`, and what people may do in it."""

    class Meta:
        model = Phase
        fields = [
            "id",
            "kind",
            "name",
            "opens",
            "closes",
            "takes_proposals",
            "takes_support",
            "takes_points",
            "takes_votes",
        ]


class PromiseSerializer(serializers.ModelSerializer):
    """What the city binds itself to; `threshold` 0 means that every proposal is answered."""

    class Meta:
        model = Promise
        fields = ["who_decides", "what_happens", "answer_by", "threshold"]


class ConsultationSerializer(serializers.ModelSerializer):
    url = serializers.CharField(source="get_absolute_url")
    language = serializers.SerializerMethodField()
    languages = serializers.SerializerMethodField()
    place = PlaceSerializer()
    themes = serializers.SerializerMethodField()
    departments = DepartmentSerializer(many=True)
    phases = PhaseSerializer(many=True)
    promise = serializers.SerializerMethodField()
    phase = serializers.SerializerMethodField()
    state = serializers.SerializerMethodField()

    class Meta:
        model = Consultation
        fields = [
            "id",
            "url",
            "slug",
            "language",
            "languages",
            "title",
            "standfirst",
            "body",
            "place",
            "themes",
            "departments",
            "who_may",
            "feeds",
            "source",
            "published",
            "state",
            "phase",
            "phases",
            "promise",
            "proposal_count",
            "last_proposal_id",
        ]

    def get_language(self, consultation) -> str:
        """The language in which `title` stands here: the one asked for, if there is one."""
        return consultation.title.language

    def get_languages(self, consultation) -> list[str]:
        """In which languages there is something to read."""
        return languages_of(consultation)

    def get_themes(self, consultation) -> list[str]:
        return [theme.slug for theme in consultation.themes.all()]

    @extend_schema_field(PromiseSerializer(allow_null=True))
    def get_promise(self, consultation):
        promise = getattr(consultation, "promise", None)
        return PromiseSerializer(promise).data if promise else None

    def get_phase(self, consultation) -> str:
        """The name of the present phase, empty between phases."""
        present = present_phase(phases_of(consultation), timezone.now())
        return present.name if present else ""

    def get_state(self, consultation) -> str:
        """`coming`, `open`, `between` or `closed`."""
        return state_of(phases_of(consultation), timezone.now())


class InTheirOrder(NewestFirst):
    """Themes stand as they were ordered."""

    ordering = ("order", "id")  # type: ignore[assignment]  # DRF takes both


class FromTheTop(NewestFirst):
    """Places in the order they were entered: parents before children."""

    ordering = "id"


class Themes(generics.ListAPIView):
    """The fields of policy."""

    permission_classes = [AllowAny]
    serializer_class = ThemeSerializer
    pagination_class = InTheirOrder
    queryset = Theme.objects.all()


class ThemeDetail(generics.RetrieveAPIView):
    """One theme, by its slug."""

    permission_classes = [AllowAny]
    serializer_class = ThemeSerializer
    queryset = Theme.objects.all()
    lookup_field = "slug"


class Places(generics.ListAPIView):
    """Places from neighbourhood to Union."""

    permission_classes = [AllowAny]
    serializer_class = PlaceSerializer
    pagination_class = FromTheTop
    queryset = Place.objects.all()


class PlaceDetail(generics.RetrieveAPIView):
    """One place."""

    permission_classes = [AllowAny]
    serializer_class = PlaceSerializer
    queryset = Place.objects.all()


@extend_schema_view(
    get=extend_schema(
        parameters=[
            OpenApiParameter("theme", OpenApiTypes.STR, description="Slug of a theme"),
            OpenApiParameter("place", OpenApiTypes.INT, description="Id of a place"),
        ]
    )
)
class Consultations(generics.ListAPIView):
    """Published consultations, newest first; `?theme=SLUG`, `?place=ID` narrow them."""

    permission_classes = [AllowAny]
    serializer_class = ConsultationSerializer

    def get_queryset(self) -> QuerySet[Consultation]:
        asked = self.request.query_params
        found = consultations_about().prefetch_related("departments")
        if "theme" in asked:
            found = found.filter(themes__slug=asked["theme"][:60])
        if "place" in asked:
            found = found.filter(place=whole(asked["place"]) or 0)
        return found


class ConsultationDetail(generics.RetrieveAPIView):
    """One published consultation with its phases and its promise."""

    permission_classes = [AllowAny]
    serializer_class = ConsultationSerializer

    def get_queryset(self) -> QuerySet[Consultation]:
        return published_consultations().prefetch_related("departments")


urlpatterns = [
    path("themes/", Themes.as_view(), name="api-themes"),
    path("themes/<slug:slug>/", ThemeDetail.as_view(), name="api-theme"),
    path("places/", Places.as_view(), name="api-places"),
    path("places/<int:pk>/", PlaceDetail.as_view(), name="api-place"),
    path("consultations/", Consultations.as_view(), name="api-consultations"),
    path("consultations/<int:pk>/", ConsultationDetail.as_view(), name="api-consultation"),
]
