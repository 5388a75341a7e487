"""Own pictures: four pages of nine, each with a drawing and words of its own."""

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.content.pictures import alt_key, meanings
from coprod_desktop.i18n.catalogue import read_catalogue


def test_there_are_four_pages_of_nine_different_pictures():
    every = [one for page in PAGES for one in page]

    assert [len(page) for page in PAGES] == [9, 9, 9, 9]
    assert len(set(every)) == len(every)
    assert set(every) <= meanings()


def test_each_picture_can_be_told_by_its_words_alone():
    english = read_catalogue("en")
    words = [english.text(alt_key(one)) for page in PAGES for one in page]

    assert len(set(words)) == len(words)
    assert all(len(one.split()) <= 4 for one in words)
