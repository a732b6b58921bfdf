from . import test_unit_import
