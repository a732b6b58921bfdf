from . import sikda_kgb_usul_add, sikda_kgb_usul_leave, sikda_kgb_usul_remove
