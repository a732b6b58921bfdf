from . import print_controller
