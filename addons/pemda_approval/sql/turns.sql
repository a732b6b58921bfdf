-- For whom the waiting tasks are: one row per task and person; whoever is not barred may
-- act on it now.
--
-- A task is for whoever acts for its office, in its unit, today (sql/acting.sql). Barred
-- is who has spoken already: nobody decides on what he wrote or submitted himself, nor
-- twice in a round; approvals of the stages before the one at which the round began
-- still stand. An opinion is given by whoever holds the office that is asked.
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
 CROSS JOIN LATERAL pemda_approval_acting(
       task.office_id, task.unit_id, request.kind_id, %(today)s) AS acting
  JOIN pemda_office_holder AS holder
    ON holder.id = acting.holder_id
 WHERE task.state = 'waiting'
   AND %(condition)s
 ORDER BY task.id, holder.user_id, holder.id
