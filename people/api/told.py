"""What one is told: notices, what one follows, which letters one gets. No rules here."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import generics, serializers
from rest_framework.permissions import IsAuthenticated
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.numbers import LARGEST_ID
from intake.serializers import LineField, valid
from people.actions import mark_notices_read
from people.following import follow, follows_of, unfollow
from people.letter_choices import choice_of, choose_letters
from people.matters import matter_of, matters_of
from people.models import Follow, LetterChoice, Notice
from people.queries import unread_of
from people.told import Line, lines_of

TOPIC_LIMIT = 100


class NoticeSerializer(serializers.Serializer):
    """One notice, in the language of the request, with the words it tells of as they stand now."""

    id = serializers.IntegerField()
    topic = serializers.CharField(help_text="What it is about, for example `proposal.34`.")
    title = serializers.CharField(help_text="The title of what it is about; may be empty.")
    event = serializers.CharField(help_text="For programs: `answer.published`.")
    sentence = serializers.CharField()
    words = serializers.CharField(help_text="The beginning of the public words it tells of.")
    by = serializers.CharField(help_text="Who wrote them.")
    url = serializers.CharField()
    made = serializers.DateTimeField()
    read = serializers.DateTimeField(allow_null=True)
    addressed = serializers.BooleanField(help_text="It concerns the person herself.")

    def to_representation(self, line: Line) -> dict:
        notice = line.notice
        return super().to_representation(
            {
                "id": notice.pk,
                "topic": notice.topic,
                "title": line.matter.title if line.matter else "",
                "event": notice.event,
                "sentence": line.sentence,
                "words": line.excerpt,
                "by": line.quote.by or "",
                "url": notice.url,
                "made": notice.made,
                "read": notice.read,
                "addressed": notice.addressed,
            }
        )


class MyNotices(generics.ListAPIView):
    """Notices of the person who asks, newest first."""

    permission_classes = [IsAuthenticated]
    serializer_class = NoticeSerializer
    queryset = Notice.objects.none()

    def get_queryset(self):
        return Notice.objects.filter(person=self.request.user)

    @extend_schema(
        parameters=[OpenApiParameter("topic", str, description="Only about this: `proposal.34`.")]
    )
    def get(self, request, *args, **kwargs):
        """What you were told, newest first."""
        return super().get(request, *args, **kwargs)

    def filter_queryset(self, queryset):
        topic = self.request.query_params.get("topic", "")[:TOPIC_LIMIT]
        return queryset.filter(topic=topic) if topic else queryset

    def paginate_queryset(self, queryset):
        return lines_of(super().paginate_queryset(queryset) or [])


class ReadUpTo(serializers.Serializer):
    up_to = serializers.IntegerField(
        min_value=1, max_value=LARGEST_ID, help_text="The newest notice that was seen."
    )
    topic = LineField(
        max_length=TOPIC_LIMIT,
        noun="topic",
        required=False,
        help_text="Only notices about this.",
    )


class Unread(serializers.Serializer):
    unread = serializers.IntegerField(help_text="Notices not read yet.")


class ReadNotices(APIView):
    """Marking as read, up to a number, so that what arrives meanwhile stays unread."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=ReadUpTo, responses=Unread)
    def put(self, request):
        """Mark your notices as read, up to one of them."""
        mark_notices_read(person=request.user, **valid(ReadUpTo, request))
        return Response({"unread": unread_of([request.user.pk])[request.user.pk]})


class FollowSerializer(serializers.Serializer):
    """Something one follows, with its title as the public may know it now."""

    topic = serializers.CharField(help_text="`proposal.34`, `consultation.7`, `theme.2`, `place.5`")
    title = serializers.CharField()
    url = serializers.CharField()
    since = serializers.DateTimeField()

    def to_representation(self, one: Follow) -> dict:
        matter = self.context["matters"].get(one.topic)
        return super().to_representation(
            {
                "topic": one.topic,
                "title": matter.title if matter else "",
                "url": matter.url if matter else "",
                "since": one.since,
            }
        )


class MyFollows(generics.ListAPIView):
    """What the person who asks follows, newest first."""

    permission_classes = [IsAuthenticated]
    serializer_class = FollowSerializer
    queryset = Follow.objects.none()

    def get_queryset(self):
        return follows_of(self.request.user)

    def get(self, request, *args, **kwargs):
        """What you follow, newest first."""
        return super().get(request, *args, **kwargs)

    def paginate_queryset(self, queryset):
        page = super().paginate_queryset(queryset) or []
        self.matters = matters_of([one.topic for one in page])
        return page

    def get_serializer_context(self):
        return {**super().get_serializer_context(), "matters": getattr(self, "matters", {})}


class Following(serializers.Serializer):
    topic = serializers.CharField()
    following = serializers.BooleanField()


class MyFollow(APIView):
    """Following one thing, or not."""

    permission_classes = [IsAuthenticated]

    @extend_schema(request=None, responses=Following)
    def put(self, request, topic):
        """Follow a consultation, a proposal, a theme or a place; doing it twice changes nothing."""
        matter = matter_of(topic)
        if matter is None or not matter.public:
            raise Http404
        follow(request.user, topic)
        return Response({"topic": topic, "following": True})

    @extend_schema(request=None, responses=Following)
    def delete(self, request, topic):
        """Follow it no longer."""
        if not unfollow(request.user, topic[:TOPIC_LIMIT]) and matter_of(topic) is None:
            raise Http404
        return Response({"topic": topic, "following": False})


class LettersSerializer(serializers.Serializer):
    """Which letters one gets. `letters` wins over the others, but for letters about the account."""

    letters = serializers.BooleanField(required=False)
    at_once = serializers.BooleanField(
        required=False, help_text="Write at once about what concerns you yourself."
    )
    digest = serializers.ChoiceField(choices=LetterChoice.Digest.choices, required=False)


class MyLetters(APIView):
    """The letters of the person who asks."""

    permission_classes = [IsAuthenticated]

    @extend_schema(responses=LettersSerializer)
    def get(self, request):
        """Which letters you get."""
        return Response(LettersSerializer(choice_of(request.user)).data)

    @extend_schema(request=LettersSerializer, responses=LettersSerializer)
    def patch(self, request):
        """Choose which letters you get; what you leave out stays as it is."""
        chosen = choose_letters(person=request.user, **valid(LettersSerializer, request))
        return Response(LettersSerializer(chosen).data)
