from . import (
    pemda_approval_attach,
    pemda_approval_decide,
    pemda_approval_sign,
    pemda_approval_simulation,
)
