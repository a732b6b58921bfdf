from . import sipbd_lifecycle_add
