from . import test_isolation, test_journey, test_siasn_journey
