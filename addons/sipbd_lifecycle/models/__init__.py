from . import (
    sipbd_lifecycle_hold,
    lifecycle_document,
    lifecycle_check,
    lifecycle_line,
    pemda_approval_kind,
    pemda_approval_request,
    sipbd_mutasi,
    sipbd_mutasi_line,
    mutasi_letters,
)
