from . import (
    sikda_surat,
    sikda_kgb_usul,
    sikda_kgb_usul_line,
    sikda_kgb_usul_lain,
    kgb_usul_fill,
    kgb_usul_check,
    kgb_usul_effect,
    kgb_usul_propose,
    sikda_kgb_batal,
    sikda_due,
)
