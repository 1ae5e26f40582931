"""Points are found by their words."""

from django.db import migrations

from intake.search import CreateSearchIndex


class Migration(migrations.Migration):
    dependencies = [("discussions", "0001_initial")]
    operations = [CreateSearchIndex("discussions_point")]
