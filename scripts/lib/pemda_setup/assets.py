"""Make the bundles of scripts and styles beforehand (runs inside).

Clones of the template then have them, so that no test pays for making them.
"""


def main(env, words):
    """Write the bundles that the first page would make otherwise."""
    env["ir.qweb"]._pregenerate_assets_bundles()
