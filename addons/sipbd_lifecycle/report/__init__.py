from . import (
    hapus_print,
    hapus_sk,
    hapus_usul,
    lifecycle_print,
    mutasi_print,
)
