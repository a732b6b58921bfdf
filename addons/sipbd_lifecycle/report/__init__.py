from . import (
    daftar_pemegang,
    daftar_penghapusan,
    lifecycle_print,
    hapus_print,
    hapus_sk,
    hapus_usul,
    mutasi_print,
    pakai_print,
)
