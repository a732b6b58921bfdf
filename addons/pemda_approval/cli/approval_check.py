import argparse
import sys

from odoo import SUPERUSER_ID, api
from odoo.cli import Command
from odoo.modules.registry import Registry
from odoo.tools import config


class ApprovalCheck(Command):
    """Verify the chain of decisions of all requests, the seals and the documents.

    Prints every link that was changed, added or removed, every seal that does not
    fit, every approved document that is not what was decided on, every file that is
    not the one that was attached to it, and every request or document whose state,
    number or date is not that of its decisions. Changes nothing.
    Exit status 0 when all is as it was written, 1 when something is not.
    """

    name = "approval_check"

    def run(self, args):
        """:param list[str] args: the command line after the name of the command"""
        parser = argparse.ArgumentParser(prog=self.prog, description=self.__doc__)
        parser.add_argument("-c", "--config", help="Odoo's configuration file")
        parser.add_argument("-d", "--database", required=True)
        options, _others = parser.parse_known_args(args)
        words = ["-c", options.config] if options.config else []
        config.parse_config([*words, "-d", options.database, "--no-http"])
        registry = Registry(options.database)
        with registry.cursor(readonly=True) as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            if "pemda.approval.request" not in env:
                sys.exit(f"{options.database} has no approvals.")
            requests = env["pemda.approval.request"].search([], order="id")
            findings = list(requests._findings())
        for finding in findings:
            print(finding)
        print(f"{len(requests)} requests checked, {len(findings)} findings.")
        sys.exit(1 if findings else 0)
