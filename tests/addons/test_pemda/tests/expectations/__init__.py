"""What each role may do with each model of ours, one module per topic."""

from . import depreciation, foundation, parts, register

TOPICS = (foundation, register, depreciation, parts)

EXPECTED = {
    model: policy for topic in TOPICS for model, policy in topic.EXPECTED.items()
}
