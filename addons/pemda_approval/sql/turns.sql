-- For whom the waiting tasks are: one row per task and person; whoever is not barred may
-- act on it now.
--
-- A task is for whoever acts for its office, in its unit, today (sql/acting.sql). That
-- is asked once per office, unit and kind, however many tasks wait there. Barred is who
-- has spoken already: nobody decides on what he wrote or submitted himself, nor twice in
-- a round; approvals of the stages before the one at which the round began still stand.
-- The first decision is the submission, by the maker: with no other, none is looked up.
-- An opinion is given by whoever holds the office that is asked.
WITH waiting AS MATERIALIZED (
     SELECT task.id, task.request_id, task.step_id, task.purpose, task.office_id,
            task.unit_id, task.due_date, task.since, request.kind_id, request.author_id, request.maker_id,
            request.round, request.round_start, request.decision_count
       FROM pemda_approval_task AS task
       JOIN pemda_approval_request AS request
         ON request.id = task.request_id
        AND request.state = 'running'
      WHERE task.state = 'waiting'
        AND %(tasks)s),
     seat AS MATERIALIZED (
     SELECT place.office_id AS place_office_id, place.unit_id AS place_unit_id,
            place.kind_id, holder.*
       FROM (SELECT DISTINCT office_id, unit_id, kind_id FROM waiting) AS place
      CROSS JOIN LATERAL pemda_approval_acting(
            place.office_id, place.unit_id, place.kind_id, %(today)s) AS acting
       JOIN pemda_office_holder AS holder
         ON holder.id = acting.holder_id
      WHERE %(holders)s)
SELECT DISTINCT ON (task.id, holder.user_id)
       task.id AS task_id,
       task.request_id,
       task.step_id,
       task.purpose,
       task.due_date,
       task.since,
       holder.id AS holder_id,
       holder.user_id,
       holder.name AS person,
       holder.office_id,
       holder.unit_id,
       holder.capacity,
       holder.sk_number,
       task.purpose = 'decide' AND (
           holder.user_id IN (task.author_id, task.maker_id)
           OR task.decision_count > 1 AND EXISTS (
              SELECT FROM pemda_approval_decision AS decision
               WHERE decision.request_id = task.request_id
                 AND decision.user_id = holder.user_id
                 AND (decision.act = 'submit'
                      OR decision.act = 'approve'
                     AND (decision.round = task.round
                          OR decision.stage < task.round_start)))) AS barred
  FROM waiting AS task
  JOIN seat AS holder
    ON holder.place_office_id = task.office_id
   AND holder.place_unit_id = task.unit_id
   AND holder.kind_id = task.kind_id
 ORDER BY task.id, holder.user_id, holder.id
