"""Words that the names and places of invented people are made of."""

FRONT_TITLES = {"Dr.", "dr.", "Drs.", "Dra.", "Ir.", "Hj.", "H."}
FIRST_MALE = (
    "Wirajaya Satrapana Gunadarma Kertanata Lokajaya Purwanata Sadewata Tirtayasa "
    "Birawata Mandalika"
).split()
FIRST_FEMALE = (
    "Sekarwangi Larasmaya Cempakawati Puspadewi Melatirani Kenangarini Tirtasari "
    "Anggrekwati Nurarum Padmarini"
).split()
LAST = (
    "Contohwan Fiktifanto Rekaandra Misalkusuma Umpamanegara Ujiwardana Cobasaputra "
    "Sampelindra Andaikata Ibaratama"
).split()
PLACES = ("Pasuruan", "Bangil", "Malang", "Probolinggo", "Sidoarjo")
FAITHS = ("1", "1", "1", "1", "1", "1", "2", "3", "4")
