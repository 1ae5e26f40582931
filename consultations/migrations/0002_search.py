"""Consultations are found by their words."""

from django.db import migrations

from intake.search import CreateSearchIndex


class Migration(migrations.Migration):
    dependencies = [("consultations", "0001_initial")]
    operations = [CreateSearchIndex("consultations_consultation")]
