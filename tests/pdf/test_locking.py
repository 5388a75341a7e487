"""A paper under a password: sealed for others, and the same paper to its reader."""

from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.compare import differences
from coprod_desktop.pdf.locking import LONGEST_BYTES, locked
from coprod_desktop.pdf.reading import read_paper
from tests.pdf.copies import DOCUMENT, true_copy
from tests.pdf.samples import files_of, paper_of

SECRET = "five slow green boats"


@pytest.fixture
def sealed() -> bytes:
    return locked(true_copy(), SECRET)


def poppler(tool: str, pdf: bytes, folder: Path, *asked: str) -> tuple[int, str]:
    file = folder / "sealed.pdf"
    file.write_bytes(pdf)
    end = ["-"] if tool == "pdftotext" else []
    ran = subprocess.run(
        [tool, *asked, str(file), *end], capture_output=True, text=True
    )
    return ran.returncode, ran.stdout


def test_without_the_password_nothing_can_be_read(sealed: bytes, tmp_path: Path):
    for asked in ((), ("-upw", "another"), ("-opw", "another")):
        status, said = poppler("pdftotext", sealed, tmp_path, *asked)
        assert (status != 0, said) == (True, "")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed))
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(BytesIO(sealed), password="another")
    for password, key in (("", "locked"), ("another", "wrong_password")):
        with pytest.raises(Problem) as told:
            read_paper(sealed, password)
        assert told.value.key == f"pdf.problem.{key}"


@pytest.mark.parametrize(
    "word", [b"My ward round", b"Juniper", b"coprod-words", b"Sam"]
)
def test_no_title_name_or_metadata_stands_in_clear(sealed: bytes, word: bytes):
    assert word not in sealed
    assert word.decode().encode("utf-16-be") not in sealed


def test_poppler_opens_it_with_aes_256_and_reads_the_same(
    sealed: bytes, tmp_path: Path
):
    asked = ("-upw", SECRET)

    _, told = poppler("pdfinfo", sealed, tmp_path, *asked)
    _, tags = poppler("pdfinfo", sealed, tmp_path, *asked, "-struct-text")
    _, words = poppler("pdftotext", sealed, tmp_path, *asked)

    assert "Tagged:          yes" in told
    assert "AES-256" in told
    assert "copy:yes" in told
    assert tags == poppler("pdfinfo", true_copy(), tmp_path, "-struct-text")[1]
    assert words == poppler("pdftotext", true_copy(), tmp_path)[1]


def test_it_is_sealed_by_revision_6_and_open_to_screen_readers(sealed: bytes):
    with pikepdf.open(BytesIO(sealed), password=SECRET) as opened:
        assert opened.encryption.R == 6
        assert opened.encryption.bits == 256
        assert opened.allow.accessibility
        assert opened.allow.extract
        assert opened.is_encrypted


def test_it_claims_to_be_accessible_and_no_longer_to_be_for_archives(sealed: bytes):
    with (
        pikepdf.open(BytesIO(sealed), password=SECRET) as opened,
        opened.open_metadata() as told,
    ):
        assert "pdfaid:part" not in told
        assert "pdfaid:conformance" not in told
        assert told["pdfuaid:part"] == "1"
        assert told["dc:title"]


def test_it_has_the_same_tags_words_and_looks_as_without(sealed: bytes):
    read = read_paper(sealed, SECRET)

    assert read.passages == read_paper(true_copy()).passages
    assert differences(read, paper_of(DOCUMENT), *files_of(DOCUMENT)) == ()


def test_qt_opens_it_with_the_password_alone(qapp, sealed: bytes):
    def status(password: str) -> QPdfDocument.Status:
        content = QByteArray(sealed)
        buffer = QBuffer(content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        document = QPdfDocument()
        document.setPassword(password)
        document.load(buffer)
        found = document.status()
        document.close()
        return found

    assert status(SECRET) is QPdfDocument.Status.Ready
    assert status("another") is QPdfDocument.Status.Error


@pytest.mark.parametrize(
    ("typed", "again"), [("Zoë’s é café 1", "Zoe\u0308’s e\u0301 cafe\u0301 1")]
)
def test_a_password_opens_however_its_accents_are_typed(typed: str, again: str):
    assert read_paper(locked(true_copy(), typed), again).passages


@pytest.mark.parametrize("password", ["", "é" * 64])
def test_a_password_that_readers_cannot_take_is_refused(password: str):
    with pytest.raises(Problem) as told:
        locked(true_copy(), password)

    assert told.value.key == "pdf.problem.password_long"
    assert locked(true_copy(), "a" * LONGEST_BYTES)


def test_two_copies_under_one_password_are_sealed_differently():
    assert locked(true_copy(), SECRET) != locked(true_copy(), SECRET)
