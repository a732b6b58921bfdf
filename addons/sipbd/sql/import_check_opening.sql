-- Faults of the opening balance of the depreciation, one line each.
-- A column "umur" is the remaining life in some exports and the whole one in others.
-- Where value x umur / book value is a whole and even number of semesters, it is the
-- remaining one (twin of rules/masa_manfaat.py life_from_remaining), which the user
-- confirms; else it is left aside.
-- work: see import_stage.sql.
SELECT table_id, number, 'akumulasi-implausible' AS kind, 'error' AS severity,
       'akumulasi' AS col, NULL::jsonb AS params
  FROM %(work)s
 WHERE akumulasi < 0 OR akumulasi > coalesce(nilai_perolehan, 0)
UNION ALL
SELECT table_id, number, 'remaining-implausible', 'error',
       CASE WHEN sisa_bulan IS NULL THEN 'sisa_semester' ELSE 'sisa_bulan' END, NULL
  FROM %(work)s
 WHERE sisa_bulan NOT BETWEEN 0 AND 2400 OR sisa_bulan <> trunc(sisa_bulan)
    OR sisa_semester NOT BETWEEN 0 AND 400 OR sisa_semester <> trunc(sisa_semester)
UNION ALL
SELECT table_id, number, 'remaining-differs', 'note', 'sisa_bulan', NULL
  FROM %(work)s
 WHERE (sisa_bulan + 5)::integer / 6 <> sisa_semester
UNION ALL
SELECT table_id, number,
       CASE WHEN remaining IS NULL THEN 'umur-not-used' ELSE 'umur-is-remaining' END,
       CASE WHEN remaining IS NULL THEN 'note' ELSE 'error' END, 'umur',
       jsonb_build_object('years', life / 2)
  FROM (
      SELECT table_id, number, %(remaining)s AS remaining,
             div(nilai_perolehan * umur, nullif(nilai_perolehan - akumulasi, 0)) AS life
        FROM %(work)s
       WHERE umur IS NOT NULL AND sisa_semester IS NULL AND sisa_bulan IS NULL
  ) AS told
