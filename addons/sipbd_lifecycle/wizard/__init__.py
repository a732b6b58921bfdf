from . import entry_wizard_documents, sipbd_lifecycle_add, sipbd_mutasi_room
