from . import (
    daftar_penghapusan,
    hapus_print,
    hapus_sk,
    hapus_usul,
    lifecycle_print,
    mutasi_print,
)
from . import lifecycle_print, mutasi_print, pakai_print
from . import daftar_pemegang, lifecycle_print, mutasi_print, pakai_print
