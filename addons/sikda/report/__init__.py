from . import selisih, people_report, nominatif, duk, rekap_report, rekap
