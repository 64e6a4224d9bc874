"""The file of later sessions, and where the key of a case lies."""

import json

import pytest

from goalsmith.errors import BadCase, BadReviews
from goalsmith.model import StagesFile
from goalsmith.store import key_beside, key_file, load_key, read_stages, stage_store, work_digest
from stage_case import CASE, FOLDER, good_work


def test_what_is_saved_is_read_again(tmp_path):
    stage_store(tmp_path, CASE).save(StagesFile(case=CASE, stages=[good_work()]))
    assert read_stages(tmp_path / "stages.json", CASE).stages == [good_work()]


def test_a_session_that_stands_twice_is_refused(tmp_path):
    stage_store(tmp_path, CASE).save(StagesFile(case=CASE, stages=[good_work(), good_work()]))
    with pytest.raises(BadReviews, match="the stage session-4 stands twice"):
        read_stages(tmp_path / "stages.json", CASE)


def test_what_a_newer_version_wrote_is_kept(tmp_path):
    path = tmp_path / "stages.json"
    path.write_text(json.dumps({"case": CASE, "mood": "calm", "stages": [{"id": "session-4", "clock": 3}]}))
    store = stage_store(tmp_path, CASE)
    store.save(store.load())
    saved = json.loads(path.read_text())
    assert (saved["mood"], saved["stages"][0]["clock"]) == ("calm", 3)


def test_times_make_no_difference_to_the_digest():
    work = good_work()
    before = work_digest(StagesFile(case=CASE, stages=[work]))
    later = work.model_copy(update={"committed_at": None})
    assert work_digest(StagesFile(case=CASE, stages=[later])) == before
    other = work.model_copy(update={"plan_reason": "Other."})
    assert work_digest(StagesFile(case=CASE, stages=[other])) != before


def test_a_courses_own_key_comes_before_the_shipped_one(tmp_path):
    own = tmp_path / "ocd-daniel" / "key.yaml"
    shipped = key_file("ocd-daniel", tmp_path)
    assert shipped is not None
    own.parent.mkdir()
    own.write_text((FOLDER / "key.yaml").read_text())
    assert key_file("ocd-daniel", tmp_path) == own != shipped
    assert key_file("no-such-case", tmp_path) is None


def test_a_key_lies_beside_a_notebook_only_where_it_was_put(tmp_path):
    assert key_beside(tmp_path) is None
    (tmp_path / "key.yaml").write_text((FOLDER / "key.yaml").read_text())
    assert key_beside(tmp_path) == load_key(FOLDER / "key.yaml")


def test_a_wrong_key_is_told_with_its_line(tmp_path):
    path = tmp_path / "key.yaml"
    path.write_text((FOLDER / "key.yaml").read_text().replace("verdict: unsafe", "verdict: bad", 1))
    with pytest.raises(BadCase, match=r"key.yaml: line \d+: stages.session-8.decisions.worry.drop.verdict"):
        load_key(path)
    path.write_text((FOLDER / "key.yaml").read_text().replace(', data: "85 minutes, no trend"', "", 1))
    with pytest.raises(BadCase, match="a defensible decision needs the data behind it"):
        load_key(path)
