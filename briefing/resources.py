"""Find the folders that come with the package: inside it when installed from a wheel, beside it in a clone."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """Return the folder of the templates that come with the package."""
    return _folder("templates")


def example() -> Path:
    """Return the folder of the complete example: five articles and their settings."""
    return _folder("seeds")


def _folder(name: str) -> Path:
    inside = _PACKAGE / f"_{name}"
    return inside if inside.is_dir() else _PACKAGE.parent / name
