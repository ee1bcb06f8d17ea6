"""What the package offers to the rest of the engine."""

import importlib
import pkgutil
import subprocess
import sys

import bangvang.vietnamese as package

APART = frozenset({"aloud", "legacy", "syllables"})
"""Only the radio and imports of old files want these; they would cost every command some milliseconds."""


def test_the_package_offers_what_its_modules_define():
    """Everything public in a module can be had from the package, under the same name."""
    for module in pkgutil.iter_modules(package.__path__):
        if module.name in APART:
            continue
        contents = vars(importlib.import_module(f"{package.__name__}.{module.name}"))
        own = {
            name
            for name, value in contents.items()
            if not name.startswith("_") and getattr(value, "__module__", None) == f"{package.__name__}.{module.name}"
        }
        assert own <= set(package.__all__), module.name


def test_every_offered_name_exists():
    """The list of names is true, sorted and without doubles."""
    assert all(hasattr(package, name) for name in package.__all__)
    assert len(package.__all__) == len(set(package.__all__))


def test_what_stands_apart_is_loaded_by_nobody_else():
    """The package does not bring it along."""
    program = "import sys, bangvang.vietnamese; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not {f"{package.__name__}.{name}" for name in APART} & set(done.stdout.split())
