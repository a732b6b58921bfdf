-- For whom the waiting tasks are: one row per task and person; whoever is not barred may
-- act on it now.
--
-- A task is for whoever acts for its office, in its unit, today (sql/acting.sql). That
-- is asked once per office, unit and kind, however many tasks wait there. Barred is who
-- has spoken already (sql/barred.sql). An opinion is given by whoever holds the office
-- that is asked.
WITH place AS MATERIALIZED (
     SELECT DISTINCT task.office_id, task.unit_id, task.kind_id
       FROM pemda_approval_task AS task
      WHERE task.state = 'waiting'
        AND %(tasks)s),
     seat AS MATERIALIZED (
     SELECT DISTINCT ON (place.office_id, place.unit_id, place.kind_id, holder.user_id)
            place.kind_id, holder.*
       FROM place
      CROSS JOIN LATERAL pemda_approval_acting(
            place.office_id, place.unit_id, place.kind_id, %(today)s) AS acting
       JOIN pemda_office_holder AS holder
         ON holder.id = acting.holder_id
      WHERE %(holders)s
      ORDER BY place.office_id, place.unit_id, place.kind_id, holder.user_id, holder.id)
SELECT task.id AS task_id,
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
       task.purpose = 'decide' AND holder.user_id = ANY(task.barred_user_ids) AS barred
  FROM pemda_approval_task AS task
  JOIN seat AS holder
    ON holder.office_id = task.office_id
   AND holder.unit_id = task.unit_id
   AND holder.kind_id = task.kind_id
 WHERE task.state = 'waiting'
   AND %(tasks)s
