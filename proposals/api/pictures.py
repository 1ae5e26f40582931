"""Pictures over the API: sent first, then named by a proposal or a version. No rules here."""

from django.urls import path
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.parsers import MultiPartParser
from rest_framework.permissions import AllowAny
from rest_framework.response import Response
from rest_framework.views import APIView

from intake.errors import BadInput
from intake.parsers import GuardedJSONParser
from proposals.actions import keep_picture
from proposals.models import Picture
from proposals.pictures import url_of, widths_of


class UploadSerializer(serializers.Serializer):
    file = serializers.FileField()


class PictureSerializer(serializers.ModelSerializer):
    picture = serializers.CharField(source="name")
    url = serializers.SerializerMethodField()
    sizes = serializers.SerializerMethodField()

    class Meta:
        model = Picture
        fields = ["picture", "width", "height", "url", "sizes"]

    def get_url(self, picture) -> str:
        return url_of(picture.name, picture.width)

    def get_sizes(self, picture) -> list[str]:
        return [url_of(picture.name, width) for width in widths_of(picture.width)]


class PictureList(APIView):
    """POST `file` as multipart/form-data: JPEG, PNG or WebP, at most 10 MB. Only its sender sees it
    until a proposal names it by `picture`, with `alt` or `decorative`."""

    permission_classes = [AllowAny]  # the rule answers, with its sentence
    parser_classes = [MultiPartParser, GuardedJSONParser]

    @extend_schema(
        request={"multipart/form-data": UploadSerializer}, responses={201: PictureSerializer}
    )
    def post(self, request):
        file = request.FILES.get("file")
        if file is None and request.user.is_authenticated:
            raise BadInput(_("Send a picture as “file”."), code="required", field="file")
        picture = keep_picture(person=request.user, upload=file)
        return Response(PictureSerializer(picture).data, status=status.HTTP_201_CREATED)


urlpatterns = [path("pictures/", PictureList.as_view(), name="api-pictures")]
