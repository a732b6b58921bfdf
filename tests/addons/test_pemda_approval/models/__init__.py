from . import test_approval_letter, test_approval_print
