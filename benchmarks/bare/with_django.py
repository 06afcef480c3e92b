"""Takes a sheet of opinions into SQLite with django-import-export, as its documentation shows.

Rows are known again by what they say: the sheet has no number of its own.
"""

import sys
from pathlib import Path

import django
from django.conf import settings
from openpyxl import load_workbook
from tablib import Dataset

workbook, database = sys.argv[1:]
Path(database).unlink(missing_ok=True)
settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": database}},
    INSTALLED_APPS=["import_export"],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=False,
)
django.setup()

from django.db import connection  # noqa: E402 - Django has to be set up first
from django.db import models  # noqa: E402
from import_export.resources import modelresource_factory  # noqa: E402

#: The headings of the sheet after its 序号, and the fields that they are.
FIELDS = {
    "被征求意见单位": "unit",
    "收集单位": "collected_by",
    "征求方式": "channel",
    "类别": "theme",
    "意见对象": "target",
    "界别": "from_group",
    "意见建议": "content",
    "归纳意见": "wording",
    "条数": "voices",
    "征求时间": "raised_on",
}
KNOWN_BY = ("unit", "channel", "raised_on", "content")


class Opinion(models.Model):
    """An opinion, with the columns of the sheet."""

    unit = models.CharField(max_length=100)
    collected_by = models.CharField(max_length=100, null=True)  # noqa: DJ001 - nothing is not ""
    channel = models.CharField(max_length=100, null=True)  # noqa: DJ001
    theme = models.CharField(max_length=100, null=True)  # noqa: DJ001
    target = models.CharField(max_length=100, null=True)  # noqa: DJ001
    from_group = models.CharField(max_length=100, null=True)  # noqa: DJ001
    content = models.TextField()
    wording = models.TextField(null=True)  # noqa: DJ001
    voices = models.IntegerField(null=True)
    raised_on = models.DateField(null=True)

    class Meta:
        """Where it belongs, and by what it is found."""

        app_label = "import_export"
        indexes = (models.Index(fields=KNOWN_BY, name="known_by"),)

    def __str__(self) -> str:
        return self.content


with connection.schema_editor() as editor:
    editor.create_model(Opinion)
rows = (
    load_workbook(workbook, read_only=True, data_only=True)
    .worksheets[0]
    .iter_rows(min_row=2, values_only=True)
)
headings = [FIELDS.get(heading, heading) for heading in next(rows)]
data = Dataset(*rows, headers=headings)
options = {"import_id_fields": KNOWN_BY, "fields": (*FIELDS.values(),), "skip_unchanged": True}
result = modelresource_factory(Opinion, meta_options=options)().import_data(data)
if result.has_errors() or result.has_validation_errors():
    sys.exit("django-import-export refused rows")
