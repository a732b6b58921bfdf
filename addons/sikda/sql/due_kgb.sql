-- KGB that are due until a day: twin of rules/kgb.py next_kgb.
-- state: the CTE of due.sql; day: whose pay table and overdue are meant; until: last
-- TMT; rows: condition on r.employee_id.
WITH RECURSIVE cell AS (
    SELECT dated.*,
           lead(mkg) OVER step AS next_mkg,
           lead(amount) OVER step AS next_amount,
           CASE WHEN row_number() OVER step = 1 THEN 0 ELSE mkg END AS from_years
      FROM (SELECT golongan_id, mkg, amount, date_from,
                   least(date_to, min(date_from) OVER (
                       PARTITION BY golongan_id ORDER BY date_from
                       GROUPS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) - 1
                   ) AS date_to
              FROM sikda_gaji) dated
    WINDOW step AS (PARTITION BY golongan_id, date_from ORDER BY mkg)
), step AS (
    SELECT cell.*, years
      FROM cell
     CROSS JOIN generate_series(from_years, coalesce(next_mkg - 1, 99)) years
), paid AS (
    SELECT golongan_id, amount, date_from, date_to, max(mkg) AS mkg
      FROM cell
     GROUP BY golongan_id, amount, date_from, date_to
), person AS (
    SELECT state.employee_id, state.golongan_id, state.tmt_mkg,
           state.mkg_tahun * 12 + coalesce(state.mkg_bulan, 0) AS mkg,
           CASE WHEN missed.yes THEN now.mkg ELSE now.next_mkg END AS row_mkg,
           CASE WHEN missed.yes THEN now.amount ELSE now.next_amount END AS amount
      FROM state
      JOIN step now ON now.golongan_id = state.golongan_id
                   AND now.years = state.mkg_tahun
                   AND %(day)s >= now.date_from
                   AND %(day)s <= coalesce(now.date_to, 'infinity')
      LEFT JOIN step due_then ON due_then.golongan_id = state.golongan_id
                             AND due_then.years = state.mkg_tahun
                             AND state.tmt_mkg >= due_then.date_from
                             AND state.tmt_mkg <= coalesce(due_then.date_to, 'infinity')
      LEFT JOIN paid paid_then ON paid_then.golongan_id = state.golongan_id
                              AND paid_then.amount = state.gaji_pokok
                              AND paid_then.date_from = due_then.date_from
      LEFT JOIN paid paid_now ON paid_now.golongan_id = state.golongan_id
                             AND paid_now.amount = state.gaji_pokok
                             AND paid_now.date_from = now.date_from
     CROSS JOIN LATERAL (
           SELECT coalesce(paid_then.mkg < due_then.mkg, paid_now.mkg < now.mkg, FALSE)
                  AS yes) missed
     WHERE state.asn_aktif AND state.status_asn <> 'pppk_pw'
       AND state.tmt_mkg IS NOT NULL AND state.mkg_tahun IS NOT NULL
), reached AS (
    SELECT person.*,
           (tmt_mkg + make_interval(months => row_mkg * 12 - mkg))::date AS tmt
      FROM person
     WHERE row_mkg IS NOT NULL
), leave AS (
    SELECT r.employee_id, r.tmt AS first, last_day.last,
           row_number() OVER (PARTITION BY r.employee_id ORDER BY r.tmt, r.id) AS n
      FROM sikda_riwayat_cltn r
     CROSS JOIN LATERAL (
           SELECT coalesce(r.tanggal_aktif - 1, r.tmt_akhir) AS last) last_day
      JOIN reached ON reached.employee_id = r.employee_id
                  AND reached.tmt_mkg <= last_day.last
     WHERE %(rows)s
       AND %(stands)s
), later AS (
    SELECT reached.employee_id, reached.tmt, 0::bigint AS n
      FROM reached
     WHERE employee_id IN (SELECT employee_id FROM leave)
     UNION ALL
    SELECT later.employee_id,
           CASE WHEN leave.first < later.tmt
                THEN (later.tmt + make_interval(months => sikda_whole_months(
                         greatest(leave.first, reached.tmt_mkg), leave.last + 1)))::date
                ELSE later.tmt END,
           leave.n
      FROM later
      JOIN leave ON leave.employee_id = later.employee_id AND leave.n = later.n + 1
      JOIN reached ON reached.employee_id = later.employee_id
)
SELECT due.employee_id, 'kgb' AS kind, due.tmt, due.golongan_id, due.row_mkg AS mkg,
       coalesce(then_paid.amount, due.amount) AS amount
  FROM (SELECT reached.employee_id, reached.golongan_id, reached.row_mkg, reached.amount,
               CASE WHEN extract(day FROM whole.tmt) = 1 THEN whole.tmt
                    ELSE (date_trunc('month', whole.tmt) + interval '1 month')::date
               END AS tmt
          FROM reached
          LEFT JOIN (SELECT employee_id, max(tmt) AS tmt
                       FROM later GROUP BY employee_id) later USING (employee_id)
         CROSS JOIN LATERAL (SELECT coalesce(later.tmt, reached.tmt) AS tmt) whole
       ) due
  LEFT JOIN cell then_paid ON then_paid.golongan_id = due.golongan_id
                          AND then_paid.mkg = due.row_mkg
                          AND due.tmt >= then_paid.date_from
                          AND due.tmt <= coalesce(then_paid.date_to, 'infinity')
 WHERE due.tmt <= %(until)s
