from . import (
    test_append_only,
    test_numbering,
    test_office,
    test_sign_in,
    test_unit,
)
