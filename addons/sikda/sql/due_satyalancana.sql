-- Satyalancana Karya Satya at the next days of award until a day, the first one per
-- person: twin of rules/satyalancana.py due.
-- state: the CTE of due.sql; rule: parameters in force; hukdis: hukdis.sql; award:
-- dates; rows: condition on r.employee_id.
WITH rule AS (%(rule)s), hukdis AS (%(hukdis)s), level AS (
    SELECT key AS code, value::int AS years
      FROM rule WHERE name = 'satyalancana.tahun'
), award AS (
    SELECT day FROM unnest(%(award)s::date[]) day
), owned AS (
    SELECT r.employee_id, max(level.years) AS years
      FROM sikda_riwayat_penghargaan r
      JOIN sikda_referensi jenis ON jenis.id = r.jenis_id
      JOIN level ON level.code = jenis.code
     WHERE %(rows)s
       AND %(stands)s
     GROUP BY r.employee_id
), leave AS (
    SELECT r.employee_id, r.tmt AS first,
           coalesce(r.tanggal_aktif - 1, r.tmt_akhir) AS last
      FROM sikda_riwayat_cltn r
     WHERE %(rows)s
       AND %(stands)s
), leaves AS (
    SELECT employee_id, array_agg(first) AS firsts, array_agg(last) AS lasts
      FROM leave
     GROUP BY employee_id
), broken AS (
    -- the day after all that broke the service until a day of award
    SELECT employee_id, award.day, max(last) + 1 AS start
      FROM (SELECT employee_id, first, last FROM hukdis
             UNION ALL
            SELECT employee_id, first, last FROM leave
             WHERE (SELECT value FROM rule WHERE name = 'satyalancana.cltn') = 'ulang'
           ) period
      JOIN award ON period.first <= award.day
     GROUP BY employee_id, award.day
), served AS (
    SELECT state.employee_id, award.day, coalesce(owned.years, 0) AS owned,
           greatest(e.tmt_cpns, broken.start) AS start, leaves.firsts, leaves.lasts
      FROM state
      JOIN hr_employee e ON e.id = state.employee_id
     CROSS JOIN award
      LEFT JOIN owned ON owned.employee_id = state.employee_id
      LEFT JOIN leaves ON leaves.employee_id = state.employee_id
      LEFT JOIN broken ON broken.employee_id = state.employee_id
                      AND broken.day = award.day
     WHERE state.asn_aktif AND state.status_asn = 'pns'
       AND e.tmt_cpns + make_interval(years => (SELECT min(years) FROM level))
           <= award.day
       AND coalesce(owned.years, 0) < (SELECT max(years) FROM level)
), counted AS MATERIALIZED (
    -- months in service, without those of leaves (days of two leaves count once)
    SELECT served.employee_id, served.day, served.owned,
           sikda_whole_months(served.start, served.day)
           - CASE WHEN served.firsts IS NULL THEN 0 ELSE (
                 SELECT coalesce(sum(sikda_whole_months(begun, ended)), 0)
                   FROM (SELECT greatest(leave.first, served.start,
                                         max(least(leave.last + 1, served.day)) OVER (
                                             ORDER BY leave.first, leave.last
                                             ROWS BETWEEN UNBOUNDED PRECEDING
                                                      AND 1 PRECEDING)) AS begun,
                                least(leave.last + 1, served.day) AS ended
                           FROM unnest(served.firsts, served.lasts) leave(first, last)
                        ) away
                  WHERE begun < ended) END AS months
      FROM served
     WHERE served.start <= served.day
)
SELECT DISTINCT ON (counted.employee_id)
       counted.employee_id, 'satyalancana' AS kind, counted.day AS tmt, level.code,
       level.years AS mkg
  FROM counted
  JOIN level ON level.years > counted.owned AND level.years * 12 <= counted.months
 ORDER BY counted.employee_id, counted.day, level.years DESC
