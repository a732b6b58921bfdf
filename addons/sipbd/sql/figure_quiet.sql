-- Figures of a period for the assets that have no entry in it, from those of the
-- period before; twin of rules/susut_line.py charge.
-- figures: table; period: id; lines: figure_lines.sql or figure_lines_converted.sql; running: the
-- running total is rounded.
INSERT INTO %(figures)s (
    period_id, asset_id, unit_id, code_id, komptabel, kondisi, room_id, holder_id,
    register, tanggal_perolehan, tahun_perolehan, jumlah, nilai,
    akumulasi, beban, koreksi, sisa, dasar, masa, status
)
SELECT %(period)s, asset_id, unit_id, code_id, komptabel, kondisi, room_id, holder_id,
       register, tanggal_perolehan, tahun_perolehan, jumlah, nilai,
       akumulasi + charge.beban, charge.beban, 0,
       CASE WHEN status = 'susut' THEN greatest(sisa - 1, 0) ELSE sisa END,
       dasar, masa, status
  FROM (%(lines)s) AS line
 CROSS JOIN LATERAL (
     SELECT CASE
         WHEN status <> 'susut' THEN 0
         WHEN sisa <= 1 THEN nilai - akumulasi
         WHEN %(running)s THEN least(
             div(2 * dasar * (masa - sisa + 1) + masa, 2 * masa)
             - div(2 * dasar * (masa - sisa) + masa, 2 * masa),
             nilai - akumulasi
         )
         ELSE least(round(dasar / masa), nilai - akumulasi)
     END AS beban
     OFFSET 0
 ) AS charge
