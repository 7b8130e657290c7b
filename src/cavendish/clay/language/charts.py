"""Charts with given numbers: "a bar chart of 3, 5 and 8 for Mon, Tue and Wed", "a chart: apples 10 %, pears 25 %".

The numbers are taken out of the text before it is read, for in it they would count things. They become the text of the
chart, one bar to a line, "Mon: 3".
"""

import re

from cavendish.clay.scene import MAX_TEXT

__all__ = ["charted"]

_CHART = re.compile(r"\b(?:(?:bar|column) )?(?:chart|graph|diagram)s?\b|\bhistogram\b", re.IGNORECASE)
_LEAD = re.compile(
    r"\s*(?:,|:|\bof\b|\bwith\b|\bshowing\b|\bthat shows\b|\bfor\b|\bthe\b|\bvalues?\b|\bnumbers?\b|\bbars\b)\s*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"[\s,]*\b(?:titled|entitled|called|named|with the (?:title|headline|heading))\s*"
    r"[\"'“„«](?P<title>[^\"”“»']+)[\"'”“»]",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?;](?:\s|$)|\n\n|\s(?:on|in front of|next to|beside)\s(?=an?\s|the\s)")
_VALUE = r"[€$£¥]?\d[\d ]*(?:[.,]\d+)*(?:\s?(?:%|€|\$|£|¥|₽|k\b|m\b|°C?|million\b|percent\b))?"
_VALUES = re.compile(rf"{_VALUE}(?:\s*(?:,\s*(?:and\s+)?|\band\b|&|/)\s*{_VALUE})*")
_PAIR = re.compile(rf"(?P<label>[^\d,:=]{{1,24}}?)\s*[:=]?\s*\(?(?P<value>{_VALUE})\)?\s*(?:,|\band\b|$)\s*(?:and\s+)?")
_REVERSED = re.compile(rf"(?P<value>{_VALUE})\s+(?P<label>[^\d,]{{1,24}}?)\s*(?:,|\band\b|$)\s*(?:and\s+)?")
_SEPARATOR = re.compile(r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|&|/)\s*")
MOST_BARS = 12


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
    rows = _rows(text[start:end].strip())
    names = [title["title"]] if title else []
    told = text[end:] if rows else text[chart.end() :]
    shown = [*names, *rows[:MOST_BARS]]
    while len("\n".join(shown)) > MAX_TEXT:
        shown.pop()
    return text[: chart.end()] + told, "\n".join(shown) or None


def _rows(data: str) -> list[str]:
    values = _VALUES.match(data)
    if values is not None:
        numbers = [number.strip() for number in re.findall(_VALUE, values.group())]
        rest = data[values.end() :].strip()
        lead = re.match(r"(?:for|on|in|labell?ed|named|at)\s+", rest)
        labels = [label.strip(" \"'“”") for label in _SEPARATOR.split(rest[lead.end() :])] if lead else []
        if len(numbers) > 1 and (len(labels) == len(numbers) or not rest):
            return [f"{label}: {number}" for number, label in zip(numbers, labels or [""] * len(numbers), strict=True)]
    for form in (_PAIR, _REVERSED):
        pairs = list(form.finditer(data))
        if len(pairs) > 1 and sum(len(pair.group()) for pair in pairs) > 0.9 * len(data):
            return [f"{pair['label'].strip()}: {pair['value'].strip()}" for pair in pairs]
    return []
