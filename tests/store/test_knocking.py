"""Who starts the program a second time is brought to the window that is open."""

from __future__ import annotations

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.knocking import is_in_use, knock, take_knock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import open_store
from tests.store.wards import Ward


def test_a_second_program_knocks_and_the_first_hears_it_once(ward: Ward):
    with ward.opened():
        assert is_in_use(ward.folder)
        assert not take_knock(ward.folder)

        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)

        assert take_knock(ward.folder)
        assert not take_knock(ward.folder)
    assert not is_in_use(ward.folder)


def test_asking_does_not_get_in_the_way(ward: Ward):
    assert not is_in_use(ward.folder)
    with ward.opened() as store:
        assert is_in_use(ward.folder)
        assert store.record.head() > 0


def test_a_folder_without_a_ward_is_not_in_use_and_a_knock_goes_nowhere(tmp_path):
    nowhere = Folder(tmp_path / "nowhere")

    assert not is_in_use(nowhere)
    knock(nowhere)
    assert not take_knock(nowhere)
    assert not nowhere.root.exists()


def test_a_folder_that_cannot_be_written_is_not_in_use(ward: Ward, monkeypatch):
    def refused(*_: object) -> int:
        raise PermissionError

    monkeypatch.setattr("coprod_desktop.store.disk.os.open", refused)

    assert not is_in_use(ward.folder)
