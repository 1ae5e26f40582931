"""`/api/v1/`: the addresses to begin with."""

from drf_spectacular.utils import extend_schema
from rest_framework.response import Response
from rest_framework.views import APIView

from frontend.pages.api_face.resources import resources


class ApiRoot(APIView):
    """Where to begin: each resource that can be read without knowing a number."""

    @extend_schema(exclude=True)
    def get(self, request):
        """Names and addresses of what can be read."""
        return Response(
            {
                one.path.strip("/"): request.build_absolute_uri(one.url)
                for one in resources()
                if one.url
            }
        )
