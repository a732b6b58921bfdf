-- Finished requests: copies of one that was decided, with its documents, steps and
-- decisions. Hashes are not theirs: nobody verifies them here.
WITH letters AS (
     INSERT INTO bench_letter (unit_id, state, maker_id, name, amount, create_uid, number)
     SELECT unit_id, 'approved', maker_id, 'Selesai ' || n, amount, create_uid, n::text
       FROM bench_letter, generate_series(1, %(count)s) AS n
      WHERE id = %(letter_id)s
     RETURNING id, name),
     requests AS (
     INSERT INTO pemda_approval_request (
            kind_id, flow_id, res_model, res_id, title, unit_id, maker_id, author_id,
            state, round, round_start, stage, amount, facts, document_hash,
            decision_count, last_hash, submitted_at, ended_at, number, number_date, token)
     SELECT kind_id, flow_id, res_model, letters.id, letters.name, unit_id, maker_id,
            author_id, state, round, round_start, stage, amount, facts, document_hash,
            decision_count, last_hash, submitted_at - random() * interval '3 years',
            ended_at, request.number, number_date,
            md5(letters.id::text)
       FROM letters, pemda_approval_request AS request
      WHERE request.id = %(request_id)s
     RETURNING id, title),
     tasks AS (
     INSERT INTO pemda_approval_task (
            request_id, step_id, purpose, round, sequence, office_id, unit_id, place_key,
            state, since, due_date, done_at, kind_id, title, document_unit_id, amount)
     SELECT requests.id, step_id, purpose, round, sequence, office_id, unit_id, place_key,
            state, since, due_date, done_at, kind_id, requests.title, document_unit_id,
            amount
       FROM requests, pemda_approval_task AS task
      WHERE task.request_id = %(request_id)s
     RETURNING id, request_id)
INSERT INTO pemda_approval_decision (
       request_id, position, round, stage, task_id, step_id, act, user_id, person,
       office_id, unit_id, capacity, decided_at, document_hash, previous_hash, hash)
SELECT tasks.request_id, position, round, stage, tasks.id, step_id, act, user_id, person,
       office_id, unit_id, capacity, decided_at, document_hash, previous_hash, hash
  FROM tasks, pemda_approval_decision AS decision
 WHERE decision.request_id = %(request_id)s
