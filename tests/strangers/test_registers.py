"""Registers and reports, read by openpyxl and by Python's own csv and json."""

import csv
import datetime
import io
import json
import unittest

import openpyxl
from served import LEDGER, Season

BASE = f"/export/v1/{LEDGER}"


class Registers(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.season = Season()
        cls.addClassCleanup(cls.season.close)
        cls.token = cls.season.token("export_client")

    def get(self, path):
        return self.season.get(f"{BASE}/{path}", Authorization=f"Bearer {self.token}")

    def test_every_form_of_a_register_says_the_same(self):
        for register in ["awards", "decisions", "units"]:
            with self.subTest(register):
                rows = json.loads(self.get(f"register/{register}"))["items"]
                self.assertTrue(rows)
                told = self.get(f"register/{register}?format=csv").decode("utf-8-sig")
                lines = list(csv.DictReader(io.StringIO(told, newline="")))
                self.assertEqual(lines, [{name: as_csv(value) for name, value in row.items()} for row in rows])
                sheet = openpyxl.load_workbook(io.BytesIO(self.get(f"register/{register}?format=xlsx"))).active
                header, *cells = sheet.iter_rows(values_only=True)
                table = [dict(zip(header, map(as_json, values))) for values in cells]
                self.assertEqual(table, rows)

    def test_every_number_of_a_report_is_the_sum_of_its_events(self):
        for form in ["0601", "co-so"]:
            with self.subTest(form):
                report = json.loads(self.get(f"reports/{form}?period=2024"))
                self.assertTrue(any(line["count"] for line in report["lines"]))
                for line in report["lines"]:
                    self.assertEqual(line["count"], sum(event["count"] for event in line["events"]))
                book = openpyxl.load_workbook(io.BytesIO(self.get(f"reports/{form}?period=2024&format=xlsx")))
                _, *rows = book.worksheets[0].iter_rows(values_only=True)
                lines = [(line["code"], line["label"], line["count"]) for line in report["lines"]]
                self.assertEqual(rows, lines)

    def test_awards_that_are_counted_are_awards_that_are_registered(self):
        held = [row for row in json.loads(self.get("register/awards"))["items"] if row["MaTrangThai"] == "awarded"]
        report = json.loads(self.get("reports/co-so?period=2024"))
        counts = {line["code"]: line["count"] for line in report["lines"]}
        self.assertEqual(counts["2"], len(held))
        self.assertEqual(counts["2.1"], len([row for row in held if row["TenTapThe"]]))


def as_csv(value):
    """A value of JSON as CSV writes it."""
    if value is None:
        return ""
    try:
        return datetime.date.fromisoformat(value).strftime("%d/%m/%Y")
    except (TypeError, ValueError):
        return str(value)


def as_json(value):
    """A cell of a workbook as JSON has it."""
    return value.date().isoformat() if isinstance(value, datetime.datetime) else value


if __name__ == "__main__":
    unittest.main()
