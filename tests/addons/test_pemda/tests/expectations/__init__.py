"""What each role may do with each model of ours, one module per topic."""

from . import (
    approval,
    depreciation,
    due,
    foundation,
    lifecycle,
    lifecycle_pakai,
    lifecycle_hapus,
    parts,
    register,
    service,
    siasn,
    sikda,
)

TOPICS = (
    foundation,
    register,
    depreciation,
    parts,
    sikda,
    due,
    siasn,
    approval,
    service,
    lifecycle,
    lifecycle_pakai,
    lifecycle_hapus,
)

EXPECTED = {
    model: policy for topic in TOPICS for model, policy in topic.EXPECTED.items()
}
