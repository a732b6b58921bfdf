from . import (
    daftar_pemegang,
    daftar_penghapusan,
    hapus_print,
    hapus_sk,
    hapus_usul,
    lifecycle_print,
    mutasi_print,
    pakai_print,
)
