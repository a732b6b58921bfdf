-- Everything that is due until a day, one row per person and kind.
-- state: asn_now or asn_state, read once; kgb, kp, pensiun, satyalancana: the statements
-- of the same names. MATERIALIZED keeps the planner from guessing who is left of the
-- people by columns whose statistics are older than the last import.
WITH state AS MATERIALIZED (%(state)s)
SELECT due.employee_id * 8 + due.number AS id,
       due.employee_id, due.kind, due.tmt, due.golongan_id, due.mkg, due.amount,
       due.code, due.findings
  FROM (SELECT employee_id, 1 AS number, kind, tmt, golongan_id, mkg, amount,
               NULL::text AS code, NULL::text[] AS findings
          FROM (%(kgb)s) kgb
         UNION ALL
        SELECT employee_id, 2, kind, tmt, golongan_id, NULL, NULL, code, findings
          FROM (%(kp)s) kp
         UNION ALL
        SELECT employee_id, 3, kind, tmt, NULL, NULL, NULL, NULL, NULL
          FROM (%(pensiun)s) pensiun
         UNION ALL
        SELECT employee_id, 4, kind, tmt, NULL, mkg, NULL, code, NULL
          FROM (%(satyalancana)s) satyalancana) due
