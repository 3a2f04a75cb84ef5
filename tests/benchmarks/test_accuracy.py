"""The benchmark of accuracy: its split, its file of verdicts, and its figures on a corpus of two invented releases."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from benchmarks.accuracy import judging, natural
from benchmarks.accuracy.__main__ import main
from benchmarks.accuracy.checking import check
from benchmarks.accuracy.corpus import PARTS, digest, part, read, split, table
from tests.support import builtin

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
# Tessaly Foods Opens a Second Bakery

LYON, France, March 2, 2026 (GLOBE NEWSWIRE) -- Tessaly Foods, Inc. today announced that its second bakery in Lyon is open.

The bakery employs forty people, who bake four kinds of bread for the schools and the hospitals of the city each morning.

The first bakery was opened ten years ago by the founders of the company, and has been at work ever since, every single day.
"""

BAD = GOOD.replace("has been at work", "has has been at work").replace("forty people", "forty forty people")


def corpus(folder: Path) -> Path:
    """Writes two releases of one issuer, one with two repeated words of which one is labelled."""
    releases = folder / "releases" / "tessaly"
    releases.mkdir(parents=True)
    (releases / "good.md").write_text(GOOD, encoding="utf-8")
    (releases / "bad.md").write_text(BAD.replace("March 2", "March 3"), encoding="utf-8")
    (folder / "labels.tsv").write_text(
        "file\tquote\tkind\texplanation\n"
        "tessaly/bad.md\thas has been\ttypo-repeat\trepeated word\n"
        "tessaly/bad.md\ttoday announced\tother\tnothing that a rule could see\n",
        encoding="utf-8",
    )
    (folder / "traps.tsv").write_text("quote\twhy_not_an_error\nforty forty people\tinvented\n", encoding="utf-8")
    return folder


#: The rule whose figures are looked at; others have nothing to do with them.
ONLY = ("--select", "doubled-word")


def part_of_tessaly() -> str:
    return part("tessaly/good.md", split())


def test_the_figures_of_a_small_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(corpus(tmp_path)), "--part", part_of_tessaly(), "--kind", "doubled-word", *ONLY]
    assert main(arguments) == 0
    rows: dict[str, str] = {}
    for line in capsys.readouterr().out.splitlines():
        rows.setdefault(line.split(" | ")[0], line)
    words = len((GOOD + BAD).replace("# ", "").split())
    for name, value in (
        ("releases", "2"),
        ("words", f"{words:,}"),
        ("labelled errors found", "1 of 2 (50%)"),
        ("planted errors found, visible kinds", "1 of 1 (100%)"),  # only the release without a label is sown
        ("alarms", "2"),
        ("alarms per 1,000 words", f"{2000 / words:.2f}"),
        ("alarms beside the labelled errors, per 1,000 words", f"{1000 / words:.2f}"),
        ("precision beside the labelled errors", "– (1 not read)"),
        ("alarms on traps", "1"),
    ):
        assert rows[f"| {name}"] == f"| {name} | {value} |"
    rule = rows["| [doubled-word](rules/wording/doubled-word.md)"]
    assert rule == (
        "| [doubled-word](rules/wording/doubled-word.md) | warning | doubled-word 1/1 | 2 | 1 | 0 | 0 | "
        "1.00 (1 right, 1 not read) |"
    )
    assert '| "today announced" | other |  |' in rows.values()


def test_a_verdict_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    arguments = [str(corpus(tmp_path)), "--part", part_of_tessaly(), *ONLY]
    assert main([*arguments, "--unjudged"]) == 0
    out = capsys.readouterr().out
    row, *_ = out.splitlines()
    fingerprint, rule, verdict, reason, quote = row.split("\t")
    assert (rule, verdict, reason, quote) == ("doubled-word", "", "", "forty forty")
    assert "[[forty forty]]" in out
    assert "has has" not in out.replace("[[forty forty]]", "").split("\n")[0]

    verdicts = tmp_path / "judged.tsv"
    verdicts.write_text(
        "fingerprint\trule\tverdict\treason\tquote\n"
        + "\t".join((fingerprint, rule, "wrong", "meant so", quote))
        + "\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(judging, "JUDGED", verdicts)
    assert main([*arguments, "--unjudged"]) == 0
    assert capsys.readouterr().out.strip() == ""
    assert main([*arguments, "--kind", "none"]) == 0
    assert "| precision, warnings | 0.50 (1 right, 1 wrong) |" in capsys.readouterr().out


def test_a_page_is_written(tmp_path: Path) -> None:
    page = tmp_path / "accuracy.md"
    assert main([str(corpus(tmp_path)), "--part", "all", "--kind", "doubled-word", *ONLY, "--write", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("# Accuracy\n")
    assert "|  | dev | held-out |" in text
    assert str(tmp_path) not in text


def test_planted_errors_that_are_missed_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = [str(corpus(tmp_path)), "--part", part_of_tessaly(), "--missed", *ONLY]
    assert main([*arguments, "--kind", "dateline-year"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t") == ["dateline-year", part_of_tessaly(), "tessaly/good.md", "missed", "March 2, 2025"]
    assert main([*arguments, "--kind", "doubled-word"]) == 0
    assert capsys.readouterr().out == ""


def test_releases_of_one_issuer_are_each_others_evidence(tmp_path: Path) -> None:
    items = read(corpus(tmp_path)).items
    assert [item.path for item in items] == ["tessaly/bad.md", "tessaly/good.md"]
    only = builtin()._replace(rules=tuple(rule for rule in builtin().rules if rule.id in ONLY))
    results = check(items, only)
    assert [len(result.alarms) for result in results] == [2, 0]


def test_a_folder_without_releases_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="there is no release"):
        read(tmp_path)


def test_the_split_is_by_issuer_and_stable() -> None:
    how = {digest("one"): "dev", digest("two"): "held-out", digest("three"): "by-path"}
    assert {part(f"one/{i}.md", how) for i in range(9)} == {"dev"}
    assert {part(f"two/{i}.md", how) for i in range(9)} == {"held-out"}
    for i in range(9):
        path = f"three/{i}.md"
        assert part(path, how) == PARTS[zlib.crc32(path.encode()) % 2]
        assert part(f"{i}.md", how) == PARTS[zlib.crc32(f"{i}.md".encode()) % 2]
        # An issuer that nobody has named stays together too.
        assert part(f"{i}/a.md", how) == part(f"{i}/b.md", how) == PARTS[zlib.crc32(f"{i}".encode()) % 2]


def test_the_file_of_the_split_names_nobody() -> None:
    how = split()
    assert len(how) == 12
    assert all(len(folder) == 16 and int(folder, 16) >= 0 for folder in how)
    assert set(how.values()) == {*PARTS, "by-path"}


def test_every_verdict_has_a_reason() -> None:
    rows = table(judging.JUDGED)
    assert rows
    assert tuple(rows[0]) == judging.COLUMNS
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    for row in rows:
        assert len(row["fingerprint"]) == judging.LENGTH
        assert int(row["fingerprint"], 16) >= 0
        assert row["verdict"] in judging.VERDICTS
        assert len(row["reason"]) > 10
        assert 0 < len(row["quote"]) <= judging.QUOTED


def test_every_note_on_a_miss_belongs_to_its_quotation() -> None:
    for row in table(natural._NOTES):
        assert len(row["quote"]) <= judging.QUOTED
        assert len(row["needed"]) > 10
        # A longer quotation stands shortened.
        assert row["quote_digest"] == digest(row["quote"]) or len(row["quote"]) == judging.QUOTED
