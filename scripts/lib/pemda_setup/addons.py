"""Our addons: which there are, what they depend on, and whether they changed."""

import ast
import hashlib
from dataclasses import dataclass
from pathlib import Path

from . import settings

DEMO = "pemda_demo"
TEST_ADDONS = settings.ROOT / "tests/addons"
IGNORED = ("__pycache__",)


@dataclass(frozen=True)
class Addon:
    """One addon folder."""

    path: Path

    @property
    def name(self):
        """Technical name."""
        return self.path.name

    @property
    def manifest(self):
        """The manifest as a dict."""
        return ast.literal_eval((self.path / "__manifest__.py").read_text())

    @property
    def digest(self):
        """Hex SHA-256 of everything in the folder that Odoo may load."""
        digest = hashlib.sha256()
        for file in sorted(self.path.rglob("*")):
            if file.is_file() and not set(IGNORED) & set(file.parts):
                digest.update(str(file.relative_to(self.path)).encode() + b"\0")
                digest.update(file.read_bytes() + b"\0")
        return digest.hexdigest()[:20]


def installable(folder=settings.ADDONS):
    """Our addons that can be installed, by name, without the demo data."""
    found = (Addon(path.parent) for path in sorted(folder.glob("*/__manifest__.py")))
    return [
        addon
        for addon in found
        if addon.name != DEMO and addon.manifest.get("installable", True)
    ]


def demo():
    """The addon that holds the demo pemda, or None as long as there is none."""
    path = settings.ADDONS / DEMO
    return Addon(path) if (path / "__manifest__.py").exists() else None


def digest_of(addons):
    """One digest for a list of addons."""
    text = "\n".join(f"{addon.name} {addon.digest}" for addon in addons)
    return hashlib.sha256(text.encode()).hexdigest()[:10]
