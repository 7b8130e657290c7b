"""Charts with given numbers: "a bar chart of 3, 5 and 8 for Mon, Tue and Wed", "a pie chart: apples 10 %, pears 90 %".

The numbers are taken out of the text before it is read, for in it they would count things. They become the text of the
chart, one row to a line, "Mon: 3"; what stands before a colon in front of them is its title.
"""

import re

from cavendish.clay.scene import MAX_TEXT

__all__ = ["charted"]

_CHART = re.compile(
    r"\b(?:(?:bar|column|pie|line|donut|doughnut|circle|circular|curve|trend|area) )?(?:chart|graph|diagram|plot)s?\b|"
    r"\bhistogram\b|\b\w*diagramm\w*\b|\bdiagramme(?: \w+){0,2}\b|\bcamembert\b|"
    r"\bgr[áa]fic[oa](?: circular| lineal| de (?:barras|l[íi]neas|sectores|pastel))?|"
    r"\bgraphique(?: circulaire| linéaire| en (?:barres|courbes|secteurs|ligne))?|柱状图|条形图|饼状?图|扇形图|"
    r"折?线图|图表",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"\s*(?:,|:|：|\b(?:of|with|showing|that shows|which shows|for|the|to|values?|numbers?|bars|slices|points|data|"
    r"mit|von|für|über|der|den|avec|de|des|du|pour|con|para|los|las)\b)\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"[\s,]*\b(?:titled|entitled|called|named|with the (?:title|headline|heading))\s*"
    r"[\"'“„«](?P<title>[^\"”“»']+)[\"'”“»]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;。](?:\s|$)|\n\n|\s(?:on|in front of|next to|beside|auf|sur|sobre)\s(?=\w+\s\w)")
_VALUE = r"[€$£¥]?\d[\d ]*(?:[.,]\d+)*(?:\s?(?:%|€|\$|£|¥|₽|k\b|m\b|°C?|million\b|percent\b))?"
_AND = r"(?:\s*(?:[,，、]\s*(?:and\s+)?|\b(?:and|und|et|y)\b|&|/|和)\s*)"
_END = r"\s*(?:[,，、]|\b(?:and|und|et|y)\b|和|$)\s*(?:(?:and|und|et|y)\s+)?"
_VALUES = re.compile(rf"{_VALUE}(?:{_AND}{_VALUE})*")
_NAMED = re.compile(rf"(?P<label>[^,，、:=]{{1,24}}?)\s*[:=：]\s*\(?(?P<value>{_VALUE})\)?{_END}")
_PAIR = re.compile(rf"(?P<label>(?:[QH][1-4]|[^\d,，、:=]{{1,24}}?))\s*[:=]?\s*\(?(?P<value>{_VALUE})\)?{_END}")
_REVERSED = re.compile(rf"(?P<value>{_VALUE})\s+(?P<label>[^\d,，、]{{1,24}}?){_END}")
_SEPARATOR = re.compile(_AND)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_ROWS = 12


def charted(text: str) -> tuple[str, str | None]:
    """Return the text without a chart's numbers, and the chart's rows; the text as it is and None if it has none."""
    chart = _CHART.search(text)
    if chart is None:
        return text, None
    title = _TITLE.search(text, chart.end())
    if title is not None:
        text = text[: title.start()] + text[title.end() :]
    start = chart.end()
    while (lead := _LEAD.match(text, start)) and lead.end() > start:
        start = lead.end()
    sentence = _SENTENCE.search(text, start)
    end = sentence.start() if sentence else len(text)
    topic, rows = _read(text[start:end].strip())
    names = [title["title"]] if title else [topic] if topic else []
    told = text[end:] if rows else text[chart.end() :]
    shown = [*names, *rows[:MOST_ROWS]]
    while len("\n".join(shown)) > MAX_TEXT:
        shown.pop()
    return text[: chart.end()] + told, "\n".join(shown) or None


def _read(data: str) -> tuple[str, list[str]]:
    """The topic that numbers are introduced with, if any, and the rows."""
    rows = _rows(data)
    topic, colon, rest = data.partition(":")
    if rows or not colon or any(sign.isdecimal() for sign in _YEAR.sub("", topic)):
        return "", rows
    return topic.strip(), _rows(rest.strip())


def _rows(data: str) -> list[str]:
    values = _VALUES.match(data)
    if values is not None:
        numbers = [number.strip() for number in re.findall(_VALUE, values.group())]
        rest = data[values.end() :].strip()
        lead = re.match(r"(?:for|on|in|labell?ed|named|at|für|pour|para)\s+", rest)
        labels = [label.strip(" \"'“”") for label in _SEPARATOR.split(rest[lead.end() :])] if lead else []
        if len(numbers) > 1 and (len(labels) == len(numbers) or not rest):
            return [f"{label}: {number}" for number, label in zip(numbers, labels or [""] * len(numbers), strict=True)]
    for form in (_NAMED, _PAIR, _REVERSED):
        pairs = list(form.finditer(data))
        if len(pairs) > 1 and sum(len(pair.group()) for pair in pairs) > 0.9 * len(data):
            return [f"{pair['label'].strip()}: {pair['value'].strip()}" for pair in pairs]
    return []
