-- Ends of service until a day: BUP, and for PPPK the end of the agreement when it comes
-- first; twin of rules/pensiun.py at_bup and end_of_contract.
-- state: the CTE of due.sql; day, until; rows: condition on r.employee_id.
SELECT state.employee_id,
       CASE WHEN contract.last + 1 < coalesce(state.tmt_pensiun, 'infinity')
            THEN 'kontrak' ELSE 'pensiun' END AS kind,
       least(contract.last + 1, state.tmt_pensiun) AS tmt
  FROM state
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.tmt_akhir AS last
         FROM sikda_riwayat_perjanjian r
        WHERE r.tmt <= %(day)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) contract ON contract.employee_id = state.employee_id
                 AND state.status_asn IN ('pppk', 'pppk_pw')
 WHERE state.asn_aktif
   AND least(contract.last + 1, state.tmt_pensiun) <= %(until)s
