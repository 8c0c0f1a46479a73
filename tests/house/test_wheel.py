"""The wheel holds all that the program reads, and finds it when installed away from the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT, files


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    return next(folder.glob("heshu_annotator-*.whl"))


def test_every_resource_and_seed_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    wanted = {f"annotator/{path.relative_to(ROOT)}" for path in files() if path.parts[len(ROOT.parts)] in {"resources", "seeds"}}
    assert len(wanted) > 5
    assert wanted - inside == set()


def test_nothing_else_is_inside(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"annotator"}


def test_installed_elsewhere_it_finds_its_data_and_works(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    run = [
        sys.executable,
        "-c",
        "import annotator; from annotator import paths; print(annotator.__file__, paths.seed(''), paths.resource('fonts'), sep='\\n')",
    ]
    environment = os.environ | {"PYTHONPATH": str(tmp_path / "site")}
    printed = subprocess.run(run, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()
    assert len(printed) == 3
    assert all(path.startswith(str(tmp_path)) for path in printed)
    check = [sys.executable, "-m", "annotator", "check", str(tmp_path / "site/annotator/seeds/liling-2020-03.txt")]
    done = subprocess.run(check, cwd=tmp_path, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    assert "上浮15%" in done.stdout
