-- How far the tasks are that the user is about to approve: approvals given in this
-- round, others who could still approve, and steps that wait beside it.
WITH others AS MATERIALIZED (
     SELECT task_id, count(*)::int AS remaining
       FROM (%(turns)s) AS turn
      WHERE turn.user_id <> %(user_id)s
      GROUP BY task_id)
SELECT task.id AS task_id,
       (SELECT count(*)
          FROM pemda_approval_decision AS decision
         WHERE decision.request_id = task.request_id
           AND decision.task_id = task.id
           AND decision.act = 'approve')::int AS given,
       coalesce(others.remaining, 0) AS remaining,
       (SELECT count(*)
          FROM pemda_approval_task AS other
         WHERE other.request_id = task.request_id
           AND other.state = 'waiting'
           AND other.purpose = 'decide'
           AND other.id <> task.id)::int AS beside
  FROM pemda_approval_task AS task
  LEFT JOIN others
    ON others.task_id = task.id
 WHERE task.id = ANY(%(task_ids)s)
