-- Sums of the figures of a period by unit, code and komptabel.
INSERT INTO sipbd_period_total (
    period_id, unit_id, code_id, komptabel, aset, jumlah, nilai, akumulasi, beban,
    koreksi, buku
)
SELECT period_id, unit_id, code_id, komptabel, count(*), sum(jumlah), sum(nilai),
       sum(akumulasi), sum(beban), sum(koreksi), sum(nilai) - sum(akumulasi)
  FROM sipbd_period_figure
 WHERE period_id = %(period)s
 GROUP BY period_id, unit_id, code_id, komptabel
