from . import core_routes, print_controller
