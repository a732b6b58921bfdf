-- Who may not decide on waiting steps, since they have spoken already: nobody decides on
-- what he wrote or submitted himself, nor twice in a round; approvals of the stages before
-- the one at which the round began still stand. Kept with the step, so that the inbox of
-- an office with thousands of them need not ask for the decisions on each.
UPDATE pemda_approval_task AS task
   SET barred_user_ids = ARRAY(
       SELECT request.author_id
       UNION
       SELECT request.maker_id
       UNION
       SELECT decision.user_id
         FROM pemda_approval_decision AS decision
        WHERE decision.request_id = request.id
          AND (decision.act = 'submit'
               OR decision.act = 'approve'
              AND (decision.round = request.round
                   OR decision.stage < request.round_start)))
  FROM pemda_approval_request AS request
 WHERE request.id = task.request_id
   AND task.state = 'waiting'
   AND task.purpose = 'decide'
   AND %(tasks)s
