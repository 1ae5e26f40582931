"""`/api/v1/me/`: one's own data, notices, follows and letters."""

from django.urls import path

from people.api.me import Me
from people.api.told import MyFollow, MyFollows, MyLetters, MyNotices, ReadNotices

urlpatterns = [
    path("me/", Me.as_view(), name="api-me"),
    path("me/notices/", MyNotices.as_view(), name="api-my-notices"),
    path("me/notices/read/", ReadNotices.as_view(), name="api-my-notices-read"),
    path("me/follows/", MyFollows.as_view(), name="api-my-follows"),
    path("me/follows/<str:topic>/", MyFollow.as_view(), name="api-my-follow"),
    path("me/letters/", MyLetters.as_view(), name="api-my-letters"),
]
