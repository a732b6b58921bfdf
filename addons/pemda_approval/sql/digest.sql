-- What waits for whom: one row per person who may act, for the daily digest.
SELECT turn.user_id,
       count(*)::int AS waiting,
       count(*) FILTER (WHERE task.due_date < %(today)s)::int AS late,
       min(task.since) AS oldest
  FROM (%(turns)s) AS turn
  JOIN pemda_approval_task AS task
    ON task.id = turn.task_id
 GROUP BY turn.user_id
