"""Printing: the pages of the exported PDF, drawn onto a printer."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.gui.printing import PdfPages, print_pages, ready_printer
from coprod_desktop.model.problem import Problem

A4_PT = (595, 842)


def a_pdf(pages: int) -> bytes:
    """A PDF of A4 pages, each with a black square at its top left corner."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=A4_PT)
        page.Contents = pdf.make_stream(b"0 0 0 rg 0 742 100 100 re f")
    found = io.BytesIO()
    pdf.save(found)
    return found.getvalue()


def pdf_printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def test_a_page_is_drawn_on_white_with_its_ink_where_it_was(qapp):
    pages = PdfPages(a_pdf(1))

    image = pages.image(0, QSize(595, 842))

    assert image.pixelColor(50, 50).lightness() < 20
    assert image.pixelColor(300, 400).lightness() == 255


def test_every_page_reaches_the_printer_at_its_own_size(qapp, tmp_path: Path):
    pages = PdfPages(a_pdf(3))
    printer = ready_printer(pdf_printer(tmp_path / "out.pdf"), "Care document")

    print_pages(pages, printer)

    with pikepdf.open(tmp_path / "out.pdf") as printed:
        assert len(printed.pages) == 3
        box = [float(side) for side in printed.pages[0].mediabox]
        assert box == pytest.approx([0, 0, *A4_PT], abs=1)


def test_only_the_pages_that_were_asked_for_are_printed(qapp, tmp_path: Path):
    pages = PdfPages(a_pdf(3))
    printer = ready_printer(pdf_printer(tmp_path / "out.pdf"), "Care document")
    printer.setFromTo(2, 2)

    print_pages(pages, printer)

    with pikepdf.open(tmp_path / "out.pdf") as printed:
        assert len(printed.pages) == 1


def test_the_title_of_the_job_is_the_neutral_one(qapp, tmp_path: Path):
    pages = PdfPages(a_pdf(1))
    printer = ready_printer(pdf_printer(tmp_path / "out.pdf"), "Care document")

    print_pages(pages, printer)

    told = subprocess.run(
        ["pdfinfo", tmp_path / "out.pdf"], capture_output=True, text=True, check=True
    )
    assert "Care document" in told.stdout


def test_bytes_that_are_no_pdf_are_refused_in_words(qapp):
    with pytest.raises(Problem) as refused:
        PdfPages(b"not a pdf")

    assert refused.value.key == "paper.unreadable"


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_a_problem_in_words(qapp, tmp_path: Path):
    pages = PdfPages(a_pdf(1))
    nowhere = tmp_path / "no" / "such" / "folder" / "out.pdf"
    printer = ready_printer(pdf_printer(nowhere), "Care document")

    with pytest.raises(Problem) as refused:
        print_pages(pages, printer)

    assert refused.value.key == "paper.print_failed"
