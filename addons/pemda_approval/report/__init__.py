from . import pemda_approval_print, pemda_approval_sheet
