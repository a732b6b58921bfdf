from . import (
    selisih,
    people_report,
    rekap_report,
    due_report,
    nominatif,
    duk,
    rekap,
    penjagaan,
    posts,
    kualitas,
)
