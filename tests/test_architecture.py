"""The shape of the code, read from its syntax: who imports whom, how long files are, what modules say they export."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "cavendish"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 50

# Who may import whom. Not transitive. What is not named here may import nothing of Cavendish.
MAY_IMPORT: dict[str, set[str]] = {
    "core": set(),
    "settings": {"core", "engine_settings", "rules"},
    "engine_settings": {"core"},
    "rules": {"core"},
    "health": {"core"},
    "codec": {"core"},
    "wire": {"core"},
    "catalogue": {"core"},
    "accounts": {"core"},
    "refusals": set(),
    "clay": {"core"},
    "rehearsal": {"core"},
    "engines": {"wire", "clay", "core", "engine_settings", "rehearsal"},
    "router": {"engines.base", "health", "core"},
    "service": {"router", "catalogue", "core", "accounts", "codec", "engines.base", "refusals", "rules"},
    "assemble": {
        "accounts",
        "catalogue",
        "core",
        "engine_settings",
        "engines",
        "health",
        "router",
        "service",
        "settings",
    },
    "picture": {"codec", "core"},
    "intake": {"core"},
    "client": {"assemble", "service", "wire", "core", "engine_settings", "settings", "picture", "intake"},
    "door": {"client", "intake", "picture"},
    "server": {"assemble", "service", "wire", "core", "settings", "refusals", "rehearsal"},
    "cli": {
        "assemble",
        "client",
        "core",
        "picture",
        "intake",
        "service",
        "rehearsal",
        "server.serve",
        "server.thread",
        "settings",
        "engine_settings",
        "wire",
    },
    "testing": {"engine_settings", "rehearsal", "server.thread", "settings"},
    "__main__": {"cli"},
    "__init__": {"client", "core", "door", "picture"},
}


def part_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Modules of Cavendish that a file imports, its own part left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            if name.startswith("cavendish."):
                yield name.removeprefix("cavendish.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_follow_the_table(path: Path) -> None:
    own = part_of(path)
    allowed = MAY_IMPORT.get(own, set())
    for name in imported(path):
        inside = own == "__init__" or name == own or name.startswith(f"{own}.")
        assert (inside and own != "__init__") or any(
            name == entry or name.startswith(f"{entry}.") for entry in allowed
        ), f"{own} may not import {name}"


def test_core_is_made_of_the_standard_library_alone() -> None:
    for path in (SOURCE / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            modules = []
            if isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                modules = [node.module or ""]
            for module in modules:
                root = module.split(".")[0]
                assert root == "cavendish" or root in sys.stdlib_module_names, f"{path.name} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_files_and_functions_stay_readable(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, f"{node.name} is too long"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_exports_are_sorted_and_true(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    exported = [
        [element.value for element in node.value.elts if isinstance(element, ast.Constant)]
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id == "__all__"
        and isinstance(node.value, ast.List)
    ]
    if not exported:
        return
    names = [str(name) for name in exported[0]]
    assert names == sorted(names, key=lambda name: (not name.isupper(), not name[0].isupper(), name))
    bound = {
        name
        for node in ast.walk(tree)
        for name in (
            [node.name]
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            else [node.id]
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            else [alias.asname or alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert set(names) <= bound, f"__all__ names what is not there: {set(names) - bound}"


def test_importing_does_nothing_heavy() -> None:
    heavy = ("numpy", "PIL", "aiohttp", "starlette", "uvicorn", "typer", "rich", "asyncio")
    code = f"import sys, cavendish; print([name for name in {heavy!r} if name in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_parent_of_clays_workers_never_loads_numpy() -> None:
    code = "import sys, cavendish.clay.studio, cavendish.engines.clay; print('numpy' in sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "False"
