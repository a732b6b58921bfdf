-- What was depreciated of each asset before the register computes it itself: what its
-- entries brought along.
-- state: ledger_state.sql of the day; until: the day.
SELECT state.asset_id, state.unit_id, state.code_id, state.komptabel, worn.akumulasi
  FROM (%(state)s) state
  JOIN (SELECT asset_id, sum(akumulasi) AS akumulasi
          FROM sipbd_entry
         WHERE booking_date <= %(until)s
         GROUP BY asset_id
        HAVING sum(akumulasi) <> 0) worn ON worn.asset_id = state.asset_id
