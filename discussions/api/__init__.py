"""Points, reactions, reports and decisions over the API, by subject."""

from discussions.api import decisions, points, reports

urlpatterns = [*points.urlpatterns, *reports.urlpatterns, *decisions.urlpatterns]
