"""Whether this process lives (`/healthz`) and can do its work (`/readyz`)."""

from datetime import datetime

from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_tasks_db.models import DBTaskResult

from live.hub import hub

OLDEST_TICK = 10.0
OLDEST_JOB = 600.0


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; nothing else is asked, so that a slow database starts no restarts."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when database, ticker and job queue work, otherwise 503; the facts say which does not."""
    facts = {**database(), **ticker()}
    ready = facts["database"] and facts.get("ticker_seconds", 0) < OLDEST_TICK
    ready = ready and facts["oldest_job_seconds"] < OLDEST_JOB
    return JsonResponse({"ready": ready, **facts}, status=200 if ready else 503)


def database() -> dict:
    """Whether it answers, and how long the oldest job that could run has been waiting."""
    try:
        job = (
            DBTaskResult.objects.ready().order_by("enqueued_at").values("enqueued_at", "run_after")
        ).first()
    except DatabaseError:
        connection.close()
        return {"database": False, "oldest_job_seconds": 0}
    now = timezone.now()
    moments: list[datetime] = [at for at in (job or {}).values() if isinstance(at, datetime)]
    since = max((at for at in moments if at <= now), default=now)
    return {"database": True, "oldest_job_seconds": round((now - since).total_seconds())}


def ticker() -> dict:
    """How long ago the ticker last went round; nothing in processes without sockets."""
    if not hub.running:
        return {}
    return {
        "ticker_seconds": round(hub.age, 3),
        "ticker_restarts": hub.restarts,
        "sockets": len(hub.sockets),
    }
