from . import test_cli, test_load_guard, test_unit_import
