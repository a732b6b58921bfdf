-- What is depreciated at the end of a period, asset by asset: those that are charged
-- or have been. masa: useful life of the code in years by the table of the day, else
-- what the charge is spread over; umur: whole years since acquisition; kapitalisasi:
-- improvements up to the day, which perolehan leaves out.
-- period: id; months: months in it; until: its last day; known: when it was closed, for
-- what was entered into the table later; units, goods: conditions on hr_department unit
-- and on sipbd_kode kode with the alias state; description: report_description.sql.
WITH life AS (
    SELECT kode.id AS code_id,
           (SELECT life.years
              FROM sipbd_masa_manfaat life
             WHERE kode.code LIKE life.prefix || '%%' AND life.date_from <= %(until)s
               AND coalesce(life.date_to, %(until)s) >= %(until)s
               AND life.create_date <= %(known)s
             ORDER BY length(life.prefix) DESC, life.date_from DESC
             LIMIT 1) AS years
      FROM sipbd_kode kode
     WHERE kode.id IN (SELECT code_id
                         FROM sipbd_period_figure WHERE period_id = %(period)s)
), improved AS (
    SELECT entry.asset_id, sum(entry.nilai) AS nilai
      FROM sipbd_entry entry
      LEFT JOIN sipbd_entry undone ON undone.id = entry.reversal_of_id
     WHERE entry.booking_date <= %(until)s AND '08' IN (entry.kind, undone.kind)
     GROUP BY entry.asset_id
)
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', unit.code, unit.name) AS unit,
       state.nilai, state.beban, state.akumulasi, state.jumlah,
       state.nilai - state.akumulasi AS buku,
       coalesce(improved.nilai, 0) AS kapitalisasi,
       state.nilai - coalesce(improved.nilai, 0) AS perolehan,
       CASE WHEN state.nilai > 0
            THEN round(100 * state.akumulasi / state.nilai, 2) END AS persen,
       coalesce(life.years, round(state.masa * %(months)s / 12.0, 2)) AS masa,
       round(state.sisa * %(months)s / 12.0, 2) AS sisa,
       CASE WHEN state.tanggal_perolehan IS NOT NULL
            THEN date_part('year', age(%(until)s::date + 1, state.tanggal_perolehan))
            WHEN state.tahun_perolehan > 0
            THEN date_part('year', %(until)s::date) - state.tahun_perolehan
       END::int AS umur,
       concat_ws('; ',
           CASE WHEN state.koreksi <> 0 THEN 'Koreksi ' || translate(
               to_char(state.koreksi, 'FM999,999,999,999,990'), ',', '.') END,
           CASE state.status WHEN 'henti' THEN 'Penyusutan dihentikan'
                WHEN 'ekstra' THEN 'Ekstrakomptabel'
                WHEN 'tanpa_masa' THEN 'Masa manfaat belum ada' END,
           described.keterangan) AS catatan,
       described.kode, described.register, described.nama, described.merk_type,
       described.nomor_nomor, described.bahan, described.asal_usul, described.tahun
  FROM sipbd_period_figure state
  JOIN sipbd_asset asset ON asset.id = state.asset_id
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
  LEFT JOIN life ON life.code_id = state.code_id
  LEFT JOIN improved ON improved.asset_id = state.asset_id
 CROSS JOIN LATERAL (SELECT
%(description)s) described
 WHERE state.period_id = %(period)s AND %(goods)s AND %(units)s
   AND (state.status <> 'tetap' OR state.akumulasi <> 0)
WINDOW place AS (ORDER BY unit.code, unit.id, kode.code, state.register, asset.id)
