"""Proposals and the city's answers are found by their words."""

from django.db import migrations

from intake.search import CreateSearchIndex


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_initial")]
    operations = [CreateSearchIndex("proposals_proposal"), CreateSearchIndex("proposals_answer")]
