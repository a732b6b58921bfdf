-- Satyalancana Karya Satya at the next days of award until a day, the first one per
-- person: twin of rules/satyalancana.py due.
-- state: asn_now or asn_state; rule: parameters in force; hukdis: hukdis.sql; award:
-- dates; rows: condition on r.employee_id.
WITH rule AS (%(rule)s), hukdis AS (%(hukdis)s), level AS (
    SELECT key AS code, value::int AS years
      FROM rule WHERE name = 'satyalancana.tahun'
), person AS (
    SELECT state.employee_id, e.tmt_cpns, award.day,
           coalesce(owned.years, 0) AS owned
      FROM (%(state)s) state
      JOIN hr_employee e ON e.id = state.employee_id
     CROSS JOIN unnest(%(award)s::date[]) award(day)
      LEFT JOIN (
           SELECT r.employee_id, max(level.years) AS years
             FROM sikda_riwayat_penghargaan r
             JOIN sikda_referensi jenis ON jenis.id = r.jenis_id
             JOIN level ON level.code = jenis.code
            WHERE %(rows)s
              AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
            GROUP BY r.employee_id) owned ON owned.employee_id = state.employee_id
     WHERE state.asn_aktif AND state.status_asn = 'pns'
       AND e.tmt_cpns + make_interval(years => (SELECT min(years) FROM level))
           <= award.day
       AND coalesce(owned.years, 0) < (SELECT max(years) FROM level)
), leave AS (
    SELECT r.employee_id, r.tmt AS first,
           coalesce(r.tanggal_aktif - 1, r.tmt_akhir) AS last
      FROM sikda_riwayat_cltn r
     WHERE %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
), broken AS (
    SELECT employee_id, first, last FROM hukdis
     UNION ALL
    SELECT employee_id, first, last FROM leave
     WHERE (SELECT value FROM rule WHERE name = 'satyalancana.cltn') = 'ulang'
), served AS (
    SELECT person.*, greatest(tmt_cpns, broken.after) AS start
      FROM person
      LEFT JOIN LATERAL (
           SELECT max(broken.last) + 1 AS after
             FROM broken
            WHERE broken.employee_id = person.employee_id
              AND broken.first <= person.day) broken ON TRUE
), away AS (
    SELECT employee_id, day, sum(sikda_whole_months(begun, ended)) AS months
      FROM (SELECT served.employee_id, served.day,
                   greatest(leave.first, served.start,
                            max(least(leave.last + 1, served.day)) OVER (
                                PARTITION BY served.employee_id, served.day
                                ORDER BY leave.first, leave.last
                                ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                   ) AS begun,
                   least(leave.last + 1, served.day) AS ended
              FROM served
              JOIN leave ON leave.employee_id = served.employee_id) inside
     WHERE begun < ended
     GROUP BY employee_id, day
)
SELECT DISTINCT ON (served.employee_id)
       served.employee_id, 'satyalancana' AS kind, served.day AS tmt, level.code,
       level.years AS mkg
  FROM served
  LEFT JOIN away USING (employee_id, day)
  JOIN level ON level.years > served.owned
            AND level.years * 12 <= sikda_whole_months(served.start, served.day)
                                    - coalesce(away.months, 0)
 WHERE served.start <= served.day
 ORDER BY served.employee_id, served.day, level.years DESC
