"""A random register written straight into the tables, as years of work leave it."""

from datetime import date, timedelta

ENTRY = """
    INSERT INTO sipbd_entry (
        asset_id, kind, booking_date, document_kind, document_number, document_date,
        nilai, jumlah, unit_id, code_id, kondisi, komptabel, akumulasi, sisa_bulan,
        reversal_of_id, tanggal_lama, tahun_lama, tanggal_baru
    ) VALUES (%s, %s, %s, 'ba', 'R', %s, %s, %s, %s, %s, 'B',
              %s, %s, %s, %s, %s, %s, %s)
    RETURNING id
"""
ASSET = """
    INSERT INTO sipbd_asset (
        nibar, kode_register, register, code_id, kib, name, unit_id, tanggal_perolehan,
        tahun_perolehan, cara_perolehan, jumlah, nilai_perolehan, kondisi, komptabel,
        pemilik, state
    ) VALUES (%s, %s, %s, %s, 'B', 'acak', %s, %s, %s, '0101', 1, 0, 'B', '01', '12',
              'aktif')
    RETURNING id
"""
ACTS = ("0701", "0701", "08", "08", "0101", "0601", "0602", "0603", "0606", "03", "03")
ACTS += ("0703", "0703", "12", "komptabel", "part", "life", "date", "end", "batal")


class RandomAsset:
    """One asset and its ledger; numbers in sen, as the rules count."""

    def __init__(self, cr, random, number, units, codes, first_day, days):
        self.cr, self.random = cr, random
        self.units, self.codes = units, codes
        self.unit, self.code = random.choice(units), random.choice(codes)
        self.komptabel = random.choice(["01", "01", "02"])
        self.day = first_day + timedelta(days=random.randrange(days))
        self.acquired = self.day - timedelta(days=random.choice([0, 0, 40, 700, 4000]))
        self.original = self.acquired
        cr.execute(
            ASSET,
            [
                f"X{number:044}",
                f"X{number}",
                f"{number:06}",
                self.code,
                self.unit,
                self.acquired,
                self.acquired.year,
            ],
        )
        self.id = cr.fetchone()[0]
        self.nilai = random.choice([0, 1000, 123456789, random.randrange(10**12)])
        self.jumlah, self.acts, self.corrections = 100, [], []
        opening = random.random() < 0.4
        self.book(
            random.choice(["0101", "0110", "0704"]),
            self.nilai,
            self.jumlah,
            akumulasi=random.randrange(self.nilai + 1) if opening else 0,
            sisa_bulan=random.choice([None, 6, 17, 60, 240]) if opening else None,
        )
        for _number in range(random.choice([0, 0, 1, 2, 3, 6])):
            self.day += timedelta(days=random.randrange(400))
            if self.day < first_day + timedelta(days=days):
                self.act(random.choice(ACTS))
        cr.execute(
            "UPDATE sipbd_asset SET tanggal_perolehan = %s, tahun_perolehan = %s"
            " WHERE id = %s",
            [self.acquired, self.acquired.year, self.id],
        )

    def book(self, kind, nilai=0, jumlah=0, **more):
        self.cr.execute(
            ENTRY,
            [
                self.id,
                kind,
                self.day,
                self.day,
                nilai / 100,
                jumlah / 100,
                self.unit,
                self.code,
                self.komptabel,
                more.get("akumulasi", 0) / 100,
                more.get("sisa_bulan"),
                more.get("reversal_of"),
                more.get("lama"),
                more.get("lama") and more["lama"].year,
                more.get("baru"),
            ],
        )
        return self.cr.fetchone()[0]

    def move(self, kind, **after):
        out = self.book("04" if kind == "03" else kind, -self.nilai, -self.jumlah)
        for name, value in after.items():
            setattr(self, name, value)
        return [
            (out, -self.nilai, -self.jumlah),
            (self.book(kind, self.nilai, self.jumlah), self.nilai, self.jumlah),
        ]

    def act(self, kind):
        before = (self.unit, self.code, self.komptabel, self.acquired)
        if kind == "batal":
            self.reverse()
            return
        if not self.jumlah:
            return
        legs = self.legs(kind)
        if legs:
            self.acts.append((legs, before))
            if len(legs) == 1:
                self.nilai += legs[0][1]
                self.jumlah += legs[0][2]

    def legs(self, kind):
        random = self.random
        if kind in ("0601", "0602", "0603", "0606"):
            return self.move(kind, code=random.choice(self.codes))
        if kind == "03":
            return self.move(kind, unit=random.choice(self.units))
        if kind == "komptabel":
            other = "02" if self.komptabel == "01" else "01"
            return self.move("0607", komptabel=other)
        if kind == "end":
            return [(self.book("1406", -self.nilai, -self.jumlah), -self.nilai, -100)]
        if kind == "date":
            new = self.day - timedelta(days=random.randrange(3000))
            entry = self.book("0704", lama=self.acquired, baru=new)
            self.acquired = new
            return [(entry, 0, 0)]
        if kind == "part":
            part = random.randrange(self.nilai + 1)
            return [(self.book("0704", -part, akumulasi=-(part // 4)), -part, 0)]
        if kind == "life":
            return [(self.book("0704", sisa_bulan=random.choice([3, 24, 90])), 0, 0)]
        if kind in ("0703", "12"):
            return [(self.book(kind), 0, 0)]
        low = -self.nilai if kind == "0701" else 0
        delta = random.randrange(low, 10**11)
        return [(self.book(kind, delta), delta, 0)]

    def reverse(self):
        if not self.acts:
            return
        legs, (unit, code, komptabel, acquired) = self.acts.pop()
        for number, nilai, jumlah in reversed(legs):
            self.unit, self.code, self.komptabel = unit, code, komptabel
            self.book("batal", -nilai, -jumlah, reversal_of=number)
        if len(legs) == 1:
            self.nilai -= legs[0][1]
            self.jumlah -= legs[0][2]
        self.acquired = acquired


def make_register(
    cr, random, size, units, codes, first_day=date(2019, 1, 1), days=2200
):
    """Random assets of some units under some codes; their ids."""
    return [
        RandomAsset(cr, random, number, units, codes, first_day, days).id
        for number in range(size)
    ]
