-- How far the tasks are that the user is about to approve: approvals given in this
-- round, others who could still approve, and steps that wait beside it.
WITH turn AS MATERIALIZED (%(turns)s)
SELECT task.id AS task_id,
       (SELECT count(*)
          FROM pemda_approval_decision AS decision
         WHERE decision.task_id = task.id
           AND decision.act = 'approve')::int AS given,
       (SELECT count(*)
          FROM turn
         WHERE turn.task_id = task.id
           AND turn.user_id <> %(user_id)s)::int AS remaining,
       (SELECT count(*)
          FROM pemda_approval_task AS other
         WHERE other.request_id = task.request_id
           AND other.state = 'waiting'
           AND other.purpose = 'decide'
           AND other.id <> task.id)::int AS beside
  FROM pemda_approval_task AS task
 WHERE task.id = ANY(%(task_ids)s)
