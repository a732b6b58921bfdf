-- For whom the waiting tasks are: one row per task and person; whoever is not barred may
-- act on it now.
--
-- A task is for whoever holds the office of the task, in its unit, today. In an office
-- that one person holds at a time, whoever acts for the holder (Plh. before Plt.)
-- comes first, if the SK lets him act on this kind. Barred is who has spoken already:
-- nobody decides on what he wrote or submitted himself, nor twice in a round; approvals
-- of the stages before the one at which the round began still stand. An opinion is given
-- by whoever holds the office that is asked.
SELECT DISTINCT ON (task.id, holder.user_id)
       task.id AS task_id,
       task.request_id,
       task.step_id,
       task.purpose,
       holder.id AS holder_id,
       holder.user_id,
       holder.name AS person,
       holder.office_id,
       holder.unit_id,
       holder.capacity,
       holder.sk_number,
       task.purpose = 'decide' AND (
           holder.user_id = request.author_id
           OR EXISTS (
              SELECT FROM pemda_approval_decision AS decision
               WHERE decision.request_id = request.id
                 AND decision.user_id = holder.user_id
                 AND (decision.act = 'submit'
                      OR decision.act = 'approve'
                     AND (decision.round = request.round
                          OR decision.stage < request.round_start)))) AS barred
  FROM pemda_approval_task AS task
  JOIN pemda_approval_request AS request
    ON request.id = task.request_id
   AND request.state = 'running'
  JOIN pemda_office AS office
    ON office.id = task.office_id
   AND office.active
  JOIN pemda_office_holder AS holder
    ON holder.office_id = task.office_id
   AND holder.unit_id = task.unit_id
   AND holder.date_from <= %(today)s
   AND (holder.date_to IS NULL OR holder.date_to >= %(today)s)
  JOIN res_users AS sign_in
    ON sign_in.id = holder.user_id
   AND sign_in.active
 CROSS JOIN LATERAL (
       SELECT CASE holder.capacity WHEN 'plh' THEN 1 WHEN 'plt' THEN 2 ELSE 3 END
       ) AS precedence (rank)
 WHERE task.state = 'waiting'
   AND %(condition)s
   AND NOT EXISTS (
       SELECT FROM pemda_office_holder_kind_rel AS scope
        WHERE scope.holder_id = holder.id
       HAVING count(*) > 0 AND NOT bool_or(scope.kind_id = request.kind_id))
   AND NOT (office."single" AND EXISTS (
       SELECT FROM pemda_office_holder AS other
        WHERE other.office_id = holder.office_id
          AND other.unit_id = holder.unit_id
          AND other.date_from <= %(today)s
          AND (other.date_to IS NULL OR other.date_to >= %(today)s)
          AND CASE other.capacity WHEN 'plh' THEN 1 WHEN 'plt' THEN 2 ELSE 3 END
              < precedence.rank
          AND NOT EXISTS (
              SELECT FROM pemda_office_holder_kind_rel AS scope
               WHERE scope.holder_id = other.id
              HAVING count(*) > 0 AND NOT bool_or(scope.kind_id = request.kind_id))))
 ORDER BY task.id, holder.user_id, precedence.rank, holder.id
