"""Unpack Odoo beside what its links point to, and mend those links.

Debian's package replaces fonts and libraries by relative links into /usr/share.
They hold in the cache as well, because the packages they point to are unpacked
into the same tree; only the icon font needs more (see :func:`_mend_icon_font`).
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import debs, settings, venv
from .say import SetupError, note, step
from .shell import locked, run

ICON_FONT = "addons/web/static/{}/fontawesome/fonts"
ICON_FOLDERS = (ICON_FONT.format("src/libs"), ICON_FONT.format("lib"))
ICON_FILES = ("eot", "svg", "ttf", "woff", "woff2")


@dataclass(frozen=True)
class Odoo:
    """An Odoo 19 ready to use."""

    python_path: Path  # folder that holds the package ``odoo``
    addons: tuple[Path, ...]  # addon folders outside that package


def ensure():
    """The Odoo to use: the one named in ``ODOO_HOME``, or the project's own."""
    named = os.environ.get("ODOO_HOME")
    return _existing(Path(named).expanduser().resolve()) if named else _own()


def dangling_links(tree):
    """Links below a folder that point to nothing."""
    return [path for path in tree.rglob("*") if path.is_symlink() and not path.exists()]


def _existing(home):
    """Accept a source checkout, a dist-packages folder or the package itself."""
    for folder in (home, home.parent):
        if (folder / "odoo/release.py").is_file():
            extra = folder / "addons"
            return Odoo(folder, (extra,) if (extra / "web").is_dir() else ())
    raise SetupError(f"ODOO_HOME names {home}, but there is no Odoo in it.")


def _own():
    wanted = debs.recorded()
    tree = settings.CACHE / f"odoo-{settings.file_digest(debs.LOCK)[:12]}"
    if not tree.is_dir():
        with locked(settings.CACHE / "odoo.lock"):
            if not tree.is_dir():
                _unpack(debs.fetch(wanted), tree)
    return Odoo(tree / "usr/lib/python3/dist-packages", ())


def _unpack(taken, tree):
    step("Unpacking Odoo (about 1.1 GB)")
    partial = tree.with_name(tree.name + ".partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    for deb in taken:
        run(["dpkg-deb", "-x", deb.path, partial], log="unpack")
    _mend_icon_font(partial / "usr/lib/python3/dist-packages/odoo")
    _mend_moved_fonts(partial)
    broken = dangling_links(partial)
    if broken:
        names = "\n".join(f"  {path} -> {os.readlink(path)}" for path in broken)
        raise SetupError(f"Odoo's package has links that lead nowhere:\n{names}")
    partial.rename(tree)
    note(f"Odoo is in {tree}")


def _mend_icon_font(odoo):
    """Put Font Awesome 4.7 where Odoo's style sheets look for it.

    The package links to Debian's fonts-font-awesome, which is 7.x by now and has
    none of these files, and it links .woff to .woff2 and the reverse. The files
    come from XStatic-Font-Awesome, which is in the lock.
    """
    source = venv.site_packages() / "xstatic/pkg/font_awesome/data/fonts"
    names = [f"fontawesome-webfont.{kind}" for kind in ICON_FILES] + ["FontAwesome.otf"]
    for folder in ICON_FOLDERS:
        for name in names:
            target = odoo / folder / name
            target.unlink(missing_ok=True)
            shutil.copyfile(source / name, target)


def _mend_moved_fonts(tree):
    """Point links to fonts that Debian has moved to where they are now.

    truetype/.../Inconsolata.otf, for one, is opentype/.../Inconsolata-Regular.otf.
    """
    for link in dangling_links(tree):
        stem = Path(os.readlink(link)).stem
        fonts = sorted((tree / "usr/share/fonts").rglob(f"{stem}-Regular.[ot]tf"))
        for found in fonts[:1]:
            link.unlink()
            link.symlink_to(os.path.relpath(found, link.parent))
