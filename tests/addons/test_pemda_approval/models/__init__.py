from . import test_approval_letter
