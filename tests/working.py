"""What the worker does between an act and what follows from it."""

from django_tasks_db.models import DBTaskResult


def run_jobs(queue: str = "default") -> int:
    """Run everything that was enqueued, in order, as the worker would; returns how many."""
    done = 0
    while (
        job := DBTaskResult.objects.ready().filter(queue_name=queue).order_by("enqueued_at").first()
    ):
        job.task.call(*job.args_kwargs["args"], **job.args_kwargs["kwargs"])
        job.delete()
        done += 1
    return done
