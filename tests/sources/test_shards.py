"""Large files and files elsewhere: cut into shards, with the rows that the file gives them, and proved again."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest
import zstandard
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem

from briefing.errors import SettingsError
from briefing.model import Article, Problem
from briefing.sources.content import Content
from briefing.sources.from_fsspec import Bucket
from briefing.sources.locate import locate
from briefing.sources.manner import Manner

NEWS = [{"text": f"The dam at Orr held on day {n}. “{'Good. ' * 40}”", "title": f"Day {n}"} for n in range(1, 2001)]


def read(source) -> list[Article | Problem]:
    """Return all that a source holds."""
    return [item for shard in source.shards() for item in shard.read()]


def lines(rows: list[dict[str, object]]) -> bytes:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def rows_of(items: list[Article | Problem]) -> list[tuple[int, str]]:
    """Return the articles' rows and titles."""
    return [(item.location.row, item.title or "") for item in items if isinstance(item, Article)]


ALL = [(n, f"Day {n}") for n in range(1, 2001)]


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize("broken", [b"", b"\r\n\n{\n" * 60_000])
def test_a_large_file_of_rows_is_cut_and_read_as_if_it_were_not(tmp_path: Path, end: str, broken: bytes) -> None:
    """Blank and broken rows count; whether the last one has an end is no matter."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(lines(NEWS[:1000]) + broken + lines(NEWS[1000:]).rstrip() + end.encode())
    assert len(list(locate(str(path)).shards())) > 2
    assert read(locate(str(path))) == list(Content(str(path), Manner()).read())


def test_a_file_of_rows_without_a_byte_for_a_lines_end_stays_whole(tmp_path: Path) -> None:
    """UTF-16 has a byte 10 in other characters, too."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(lines(NEWS).decode().encode("utf-16"))
    assert len(list(locate(str(path)).shards())) == 1
    assert rows_of(read(locate(str(path)))) == ALL


def parquet(path: Path, rows: list[dict[str, object]], group: int = 300) -> None:
    """Write rows as Parquet, so many a row group."""
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), path, row_group_size=group)


def test_parquet_is_read_by_row_groups_with_the_files_own_rows(tmp_path: Path) -> None:
    """A shard a group; other columns than ours are not read."""
    path = tmp_path / "news.parquet"
    stated = [{**row, "date": date(2026, 11, 22), "vector": [0.5] * 99} for row in NEWS]
    parquet(path, stated)
    assert len(list(locate(str(path)).shards())) == 7
    found = read(locate(str(tmp_path)))
    assert rows_of(found) == ALL
    assert {item.date for item in found if isinstance(item, Article)} == {date(2026, 11, 22)}


def test_small_and_broken_parquet_and_rows_without_a_text(tmp_path: Path) -> None:
    """Each costs a problem that says where and what."""
    parquet(tmp_path / "a.parquet", [*NEWS[:2], {"text": None, "title": "none"}])
    parquet(tmp_path / "b.parquet", [{"body": "The dam held."}])
    (tmp_path / "c.parquet").write_bytes((tmp_path / "a.parquet").read_bytes()[:-20])
    found = read(locate(str(tmp_path)))
    assert rows_of(found) == ALL[:2]
    assert [(Path(p.where).name, p.what) for p in found if isinstance(p, Problem)] == [
        ("a.parquet, row 3", "has no text under the key “text”"),
        ("b.parquet", "no column is named “text”"),
        ("c.parquet", "damaged: it cannot be unpacked"),
    ]


@pytest.mark.parametrize(("suffix", "pack"), [(".gz", gzip.compress), (".zst", zstandard.compress)])
def test_packed_rows_are_read_to_where_they_are_damaged(tmp_path: Path, suffix: str, pack) -> None:
    """Several frames one after the other are one file; a torn one gives what can be unpacked, and a problem."""
    packed = pack(lines(NEWS[:500])) + pack(lines(NEWS[500:]))
    whole, torn = tmp_path / f"news.jsonl{suffix}", tmp_path / f"torn.jsonl{suffix}"
    whole.write_bytes(packed)
    torn.write_bytes(pack(lines(NEWS[:500]))[:-30] + b"\0" * 30)
    assert rows_of(read(locate(str(whole)))) == ALL
    assert any(isinstance(item, Problem) and item.where == str(torn) for item in read(locate(str(torn))))
    assert len(read(locate(str(tmp_path)))) >= len(ALL)


@dataclass(frozen=True)
class Store:
    """A bucket on a server of its own."""

    endpoint: str

    def put(self, name: str, data: bytes) -> None:
        """Store a file."""
        import boto3

        boto3.client("s3", endpoint_url=self.endpoint).put_object(Bucket="news", Key=name, Body=data)


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A server that speaks S3, with an empty bucket; the environment leads there."""
    import boto3

    server = ThreadedMotoServer(port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    for key, value in {
        "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_DEFAULT_REGION": "us-east-1", "AWS_CA_BUNDLE": "",
    }.items():  # fmt: skip
        monkeypatch.setenv(key, value)
    monkeypatch.delenv("AWS_CA_BUNDLE")
    S3FileSystem.clear_instance_cache()
    boto3.client("s3", endpoint_url=endpoint).create_bucket(Bucket="news")
    yield Store(endpoint)
    server.stop()


def test_a_bucket_is_read_by_name_folder_and_pattern(store: Store, tmp_path: Path) -> None:
    """Rows in ranges, Parquet in groups, packed rows whole; located by their addresses."""
    store.put("2026/11/a b#1.jsonl", lines(NEWS))
    parquet(tmp_path / "b.parquet", NEWS)
    store.put("2026/12/b.parquet", (tmp_path / "b.parquet").read_bytes())
    store.put("2026/12/c.jsonl.zst", zstandard.compress(lines(NEWS)))
    store.put("2026/12/README.md", b"No news.")
    rows = Bucket("s3://news/2026/11/a b#1.jsonl")
    assert len(list(rows.shards())) > 2
    assert rows_of(read(rows)) == rows_of(read(Bucket("s3://news/2026/*/*.parquet"))) == ALL
    everything = read(Bucket("s3://news/2026"))
    assert len(everything) == 3 * len(ALL)
    assert {item.location.path for item in everything if isinstance(item, Article)} == {
        "s3://news/2026/11/a b#1.jsonl", "s3://news/2026/12/b.parquet", "s3://news/2026/12/c.jsonl.zst",
    }  # fmt: skip


def test_what_is_not_in_a_bucket_is_a_problem(store: Store) -> None:
    """An empty pattern, a bucket that is none."""
    found = [*read(Bucket("s3://news/none*.jsonl")), *read(Bucket("s3://elsewhere/a.jsonl"))]
    assert [item.where for item in found if isinstance(item, Problem)] == [
        "s3://news/none*.jsonl", "s3://elsewhere/a.jsonl"
    ]  # fmt: skip


def test_a_missing_package_is_named_with_what_to_install() -> None:
    """Here that for Google's buckets."""
    with pytest.raises(SettingsError, match=r"gcsfs is not installed; pip install 'briefing\[gs\]'"):
        read(Bucket("gs://news/*.jsonl"))


def test_a_page_from_a_bucket_is_built_and_proved_and_a_strangers_bucket_is_not_asked(
    store: Store, tmp_path: Path, command
) -> None:
    """By workers, too, who read the bucket themselves."""
    store.put("day one.jsonl", lines([{**NEWS[0], "text": f"The dam at Orr broke on day {n}."} for n in range(9)]))
    page, other = tmp_path / "page.md", tmp_path / "other.md"
    assert command("build", "s3://news/*.jsonl", "-q", "-o", str(page), "--date", "2026-11-22").code == 0
    built = ("build", "s3://news/*.jsonl", "-q", "-o", str(other), "--date", "2026-11-22", "--executor", "processes:2")
    assert command(*built).code == 0
    assert page.read_bytes() == other.read_bytes()
    (tmp_path / "briefing.toml").write_text('sources = ["s3://news/*.jsonl"]\n', "utf-8")
    assert command("verify", str(page), "--config", str(tmp_path / "briefing.toml")).code == 0
    (tmp_path / "briefing.toml").write_text('sources = ["s3://mine/*.jsonl"]\n', "utf-8")
    asked = command("verify", str(page), "--config", str(tmp_path / "briefing.toml"))
    assert asked.code == 3
    assert "cannot be checked, nothing unclaimed" in asked.out
