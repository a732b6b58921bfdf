import argparse
import sys

from odoo import SUPERUSER_ID, api
from odoo.cli import Command
from odoo.modules.registry import Registry
from odoo.tools import config


class LedgerCheck(Command):
    """Compare the columns of all assets with the ledger.

    Prints every difference: NIBAR of the asset, column, what the column says, what
    the ledger says. Changes nothing. Exit status 0 when there is none, 1 when there
    is one.
    """

    name = "ledger_check"

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
            if "sipbd.asset" not in env:
                sys.exit(f"{options.database} has no register of assets.")
            differences = env["sipbd.asset"]._ledger_differences()
            for line in env["sipbd.ledger.check"]._lines(differences):
                print(line)
        print(f"{len(differences)} differences between the assets and the ledger.")
        sys.exit(1 if differences else 0)
