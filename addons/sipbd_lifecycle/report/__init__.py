from . import (
    daftar_pemakai,
    daftar_penghapusan,
    lifecycle_print,
    hapus_print,
    hapus_sk,
    hapus_usul,
    mutasi_print,
    pakai_print,
)
