from . import sipbd_entry_wizard
