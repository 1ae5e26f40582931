"""What live updates keep: the version of each topic, this database's epoch, who was shown out."""

from django.db import models


class TopicVersion(models.Model):
    """How often a topic changed: `v`, the version everywhere. Raised by `announce()` alone."""

    topic = models.CharField(max_length=100, primary_key=True)
    v = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.topic} at {self.v}"


class Epoch(models.Model):
    """One row: which life of the database this is.

    Written fresh by a restore, so that a page holding versions from before it drops them.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    name = models.CharField(max_length=32)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="only_one_epoch")]

    def __str__(self) -> str:
        return self.name


class Revocation(models.Model):
    """A person's sockets must close: she left, was shut out, or may see other things now.

    A row, so that every process hears of it by reading. The person is a bare number, because
    `live` knows no persons; rows older than an hour say nothing any more and are cleared away.
    """

    person_id = models.BigIntegerField()
    reason = models.CharField(max_length=60)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["at"], name="revocations_by_age")]

    def __str__(self) -> str:
        return f"sockets of {self.person_id}: {self.reason}"
