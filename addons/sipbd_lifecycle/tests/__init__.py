from . import test_mutasi
