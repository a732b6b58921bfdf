from . import (
    entry_piece,
    sipbd_entry_wizard,
    entry_wizard_acts,
    entry_wizard_preview,
    entry_wizard_susut,
    entry_wizard_custody,
    pemda_report_wizard,
    sipbd_label_print,
    sipbd_period_generate,
    sipbd_period_reopen,
)
