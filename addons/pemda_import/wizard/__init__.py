from . import pemda_import_undo
