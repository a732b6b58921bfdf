from . import (
    test_append_only,
    test_numbering,
    test_office,
    test_unit,
)
