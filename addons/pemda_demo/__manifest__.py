{
    "name": "Demo: Kabupaten Contoh",
    "summary": "877 units, invented people in every office, civil servants with their "
    "histories, and KIB files, loaded through the import that users have",
    "version": "19.0.1.0.0",
    "category": "Hidden",
    "author": "SIPBD-SIKDa",
    "license": "AGPL-3",
    "depends": ["sipbd_lifecycle", "sikda_service"],
    "post_init_hook": "load_demo",
}
