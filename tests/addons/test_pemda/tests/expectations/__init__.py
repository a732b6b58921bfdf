"""What each role may do with each model of ours, one module per topic."""

from . import depreciation, due, foundation, parts, register, siasn, sikda

TOPICS = (foundation, register, depreciation, parts, sikda, due, siasn)

EXPECTED = {
    model: policy for topic in TOPICS for model, policy in topic.EXPECTED.items()
}
