"""Renders the chart of deploy/clustered/helm, as far as its templates go.

Helm is no package of Debian or PyPI. The templates therefore keep to a small part of its language, and
this reads that part strictly: a word that it does not know, and a value that is not there, is an
error. Values, `include`, `toYaml`, `toJson`, `quote`, `nindent`, `define` and `if` are all there is.
"""

import json
import re
from pathlib import Path

import yaml

CHART = Path(__file__).resolve().parents[2] / "deploy" / "clustered" / "helm" / "khen"
ACTION = re.compile(r"\{\{(-?) *(.*?) *(-?)\}\}", re.DOTALL)


class Chart:
    """The chart with these values laid over its own."""

    def __init__(self, **values):
        about = yaml.safe_load((CHART / "Chart.yaml").read_text())
        own = yaml.safe_load((CHART / "values.yaml").read_text())
        self.scope = {
            "Values": laid_over(own, values),
            "Chart": {name[0].upper() + name[1:]: value for name, value in about.items()},
            "Release": {"Name": "k", "Namespace": "khen", "Service": "Helm"},
        }
        self.named = {}
        self.render((CHART / "templates" / "_helpers.tpl").read_text())

    def objects(self):
        """Every object, as Kubernetes would be given it."""
        files = sorted((CHART / "templates").glob("*.yaml"))
        texts = [self.render(file.read_text()) for file in files]
        return [one for text in texts for one in yaml.safe_load_all(text) if one]

    def render(self, text):
        return self.spoken(pieces(text))

    def spoken(self, todo):
        """Pieces of a template, rendered."""
        said = []
        while todo:
            (kind, content), todo = todo[0], todo[1:]
            if kind == "text":
                said.append(content)
            elif content.startswith(("if ", "define ")):
                inside, todo = block(todo)
                word, argument = content.split(" ", 1)
                if word == "define":
                    self.named[json.loads(argument)] = inside
                elif self.value(argument):
                    said.append(self.spoken(inside))
            else:
                said.append(text_of(self.pipeline(content)))
        return "".join(said)

    def pipeline(self, content):
        first, *functions = re.split(r" +\| +", content)
        value = self.first(first)
        for function in functions:
            if function == "toJson":
                value = json.dumps(value)
            elif function == "quote":
                value = json.dumps(text_of(value))
            elif match := re.fullmatch(r"nindent (\d+)", function):
                lines = text_of(value).split("\n")
                value = "".join("\n" + " " * int(match[1]) + line for line in lines)
            else:
                raise AssertionError(f"the function `{function}` is not known here")
        return value

    def first(self, term):
        if match := re.fullmatch(r'include "([\w.]+)" \.', term):
            return self.spoken(self.named[match[1]])
        if match := re.fullmatch(r"toYaml (\S+)", term):
            return yaml.safe_dump(self.value(match[1])).strip()
        return self.value(term)

    def value(self, path):
        assert re.fullmatch(r"(\.\w+)+", path), f"`{path}` is not understood here"
        value = self.scope
        for name in path[1:].split("."):
            assert name in value, f"there is no {path}"
            value = value[name]
        return value


def pieces(text):
    """Text and actions in order, with the white space that a dash eats gone."""
    found, start = [], 0
    for action in ACTION.finditer(text):
        before = text[start : action.start()]
        found.append(("text", before.rstrip() if action[1] else before))
        found.append(("action", action[2]))
        start = action.end()
        if action[3]:
            start += len(text[start:]) - len(text[start:].lstrip())
    return [*found, ("text", text[start:])]


def block(todo):
    """The inside of a block that was just opened, and what follows its `end`."""
    depth = 1
    for place, (kind, content) in enumerate(todo):
        if kind == "action":
            depth += content.startswith(("if ", "define "))
            depth -= content == "end"
        if depth == 0:
            return todo[:place], todo[place + 1 :]
    raise AssertionError("a block has no `end`")


def laid_over(under, over):
    both = dict(under)
    for name, value in over.items():
        both[name] = laid_over(under[name], value) if isinstance(under.get(name), dict) else value
    return both


def text_of(value):
    assert isinstance(value, (str, int)) and not isinstance(value, bool), f"{value!r} is no text"
    return str(value)
