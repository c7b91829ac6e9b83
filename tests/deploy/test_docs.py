"""What the pages of deploy/ say about each other and about the program."""

import re
import unittest

import yaml
from postgres_server import ROOT

DEPLOY = ROOT / "deploy"
PAGES = sorted(DEPLOY.rglob("*.md"))
MEASURE = re.compile(r"\b(?:khen|http_server)_\w+_(?:total|seconds|events|size|stopped|held|used|limit|info)\b"
                     r"|\bkhen_nominations\b")

# Read by scripts and the build.
NOT_OF_THE_PROGRAM = {"KHEN_OFFICE_DAYS", "KHEN_BELL_PASSWORD", "KHEN_FAN_OUT_PASSWORD", "KHEN_COMMIT", "KHEN_BIN"}
# URLs themselves, which the runbook advises against, and what only a demonstration may set.
NOT_FOR_OPERATORS = {"KHEN_DATABASE__URL", "KHEN_BELL__NATS_URL", "KHEN_FAN_OUT__NATS_URL", "KHEN_DEMO__CLOCK_FILE"}


def listed():
    """The names in the table of metrics.md, in order."""
    rows = [row for row in (DEPLOY / "metrics.md").read_text().splitlines() if row.startswith("| `")]
    return [name for row in rows for name in MEASURE.findall(row.split("|")[1])]


def counted():
    """The names that the program gives to its measures."""
    source = "\n".join(path.read_text() for path in ROOT.glob("crates/*/src/**/*.rs"))
    return {name for name in re.findall(r'"(\w+)"', source) if MEASURE.fullmatch(name)}


def variables():
    """The variables that the program reads into its configuration."""
    source = (ROOT / "crates" / "service" / "src" / "config.rs").read_text()
    keys = re.search(r"const VARIABLES: &\[&str\] = &\[(.*?)\];", source, re.DOTALL)[1]
    return {"KHEN_" + key.replace(".", "__").upper() for key in re.findall(r'"([\w.]+)"', keys)}


def alerts():
    groups = yaml.safe_load((DEPLOY / "alerts.yaml").read_text())["groups"]
    return [rule for group in groups for rule in group["rules"]]


def anchors(page):
    """What a heading can be linked by."""
    headings = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


class Pages(unittest.TestCase):
    def test_every_link_leads_somewhere(self):
        for page in PAGES:
            for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
                if target.startswith("http"):
                    continue
                path, _, anchor = target.partition("#")
                there = (page.parent / path).resolve() if path else page
                with self.subTest(page=page.name, link=target):
                    self.assertTrue(there.exists())
                    if anchor:
                        self.assertIn(anchor, anchors(there))

    def test_every_variable_that_is_set_is_one_that_the_program_reads(self):
        for path in DEPLOY.rglob("*"):
            if path.is_file() and path.parent.name != "secrets":
                named = set(re.findall(r"\bKHEN_[A-Z_]+[A-Z]\b", path.read_text()))
                with self.subTest(file=path.name):
                    self.assertLessEqual(named - NOT_OF_THE_PROGRAM, variables())

    def test_every_variable_is_told_of(self):
        told = set(re.findall(r"`(KHEN_\w+)`", (DEPLOY / "runbook.md").read_text()))
        self.assertLessEqual(variables() - NOT_FOR_OPERATORS, told)

    def test_every_measure_is_told_of_once(self):
        self.assertLessEqual(counted(), set(listed()))
        self.assertEqual(len(listed()), len(set(listed())))

    def test_every_alert_watches_measures_that_there_are(self):
        for rule in alerts():
            names = {re.sub(r"_(bucket|count|sum)\b", "", name)
                     for name in re.findall(r"\b(?:khen|http_server)_\w+", rule["expr"])}
            with self.subTest(alert=rule["alert"]):
                self.assertLessEqual(names, set(listed()))

    def test_every_alert_says_what_to_do(self):
        headings = " ".join(re.findall(r"^### (.*)$", (DEPLOY / "runbook.md").read_text(), re.MULTILINE))
        for rule in alerts():
            with self.subTest(alert=rule["alert"]):
                self.assertIn(rule["alert"], re.findall(r"\w+", headings))
                self.assertIn(rule["labels"]["severity"], ["page", "warning"])
                self.assertTrue(rule["annotations"]["summary"])


if __name__ == "__main__":
    unittest.main()
