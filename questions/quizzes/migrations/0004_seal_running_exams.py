from django.db import migrations
from django.db.models import Q
from django.utils.timezone import now


def seal_running_exams(apps, schema_editor):
    """Close the answers of what is being asked in exams that go on at this moment."""
    Item = apps.get_model("quizzes", "Item")
    Question = apps.get_model("bank", "Question")
    Seal = apps.get_model("bank", "Seal")
    going_on = Q(quiz__deadline__isnull=True) | Q(quiz__deadline__gt=now())
    asked = Item.objects.filter(going_on, quiz__mode="exam", quiz__finished__isnull=True)
    for person, exam, until, question in asked.values_list(
        "quiz__learner", "quiz", "quiz__deadline", "question"
    ):
        folded = Question.objects.filter(folded_into=question).values_list("pk", flat=True)
        rows = [
            Seal(person_id=person, question_id=each, exam=exam, until=until)
            for each in {question, *folded}
        ]
        Seal.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ("bank", "0007_seals"),
        ("quizzes", "0003_statistics"),
    ]

    operations = [migrations.RunPython(seal_running_exams, migrations.RunPython.noop)]
