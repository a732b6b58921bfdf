from . import test_isolation, test_journey
