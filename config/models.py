"""What the clock and the workers note down."""

from django.db import models


class Moment(models.Model):
    """A boundary that was reached: noted once, and so told once, however many clocks look.

    `thing` names it, for example `phase.12 closes`; a boundary that was moved is another moment.
    """

    thing = models.CharField(max_length=100)
    at = models.DateTimeField()
    noted = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["thing", "at"], name="one_moment_each")]
        indexes = [models.Index(fields=["at"], name="moments_by_time")]

    def __str__(self) -> str:
        return f"{self.thing} at {self.at}"


class WorkerBeat(models.Model):
    """A worker that runs jobs was alive at `at`; what it claimed is orphaned once it is silent."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.worker_id
