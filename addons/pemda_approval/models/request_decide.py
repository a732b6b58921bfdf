from dataclasses import dataclass, field

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import steps as step_rules
from ..rules import transitions as rules
from ..rules.arguments import plain_text
from .engine_token import as_engine
from .sql_file import sql_file

LONGEST_NOTE = 5000
# of many documents that were left, so many are named with their reasons
MOST_NAMED = 20


@dataclass
class Decided:
    """What came of a decision on many documents.

    :param request_ids: decided on
    :param left: sentences for those that were not, and why
    :param further: how many of those were left that no sentence names
    """

    request_ids: list[int] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    further: int = 0

    def leave(self, sentences):
        """Add sentences, each once, as far as there is room for them."""
        for sentence in sentences:
            if sentence in self.left:
                continue
            if len(self.left) < MOST_NAMED:
                self.left.append(sentence)
            else:
                self.further += 1


class ApprovalRequest(models.Model):
    """Decisions of those whose turn it is, on one document or on thousands.

    Each act is a few statements over all of them; what a document does at its final
    decision is called once per kind.
    """

    _inherit = "pemda.approval.request"

    @api.model
    def _decide(self, tasks, act, note="", step=None, field_notes=None):
        """Decide on waiting tasks.

        :param tasks: may be any; what does not wait for the user is left
        :param act: approve, return or reject
        :param step: return to this earlier step instead of the maker
        :param dict field_notes: name of a field or attachment -> what is wrong there
        :return: :class:`Decided`
        :raises UserError: when nothing could be decided, with the reason
        """
        note = self._check_words(act, note)
        turns = self._take_turns(tasks)
        outcome = Decided()
        self._leave_without_turn(tasks, turns, outcome)
        requests = self.browse([turn.request_id for turn in turns]).sudo()
        hashes = self._current_hashes(requests)
        words = {"act": act, "note": note, "field_notes": field_notes or None}
        if act == rules.APPROVE:
            turns = self._approve(turns, hashes, words, outcome)
        elif act == rules.RETURN:
            self._return(turns, hashes, words, step)
        else:
            self._reject(turns, hashes, words)
        outcome.request_ids = [turn.request_id for turn in turns]
        if outcome.further:
            outcome.left.append(
                self.env._(
                    "%(count)s further ones were left as well.", count=outcome.further
                )
            )
        if not turns:
            raise UserError("\n".join(outcome.left))
        return outcome

    @api.model
    def _check_words(self, act, note):
        if not isinstance(act, str) or act not in rules.DECIDING:
            raise UserError(self.env._("There is no decision %(act)s.", act=act))
        return self._checked_note(act, note)

    @api.model
    def _checked_note(self, act, note):
        """The note as it is kept.

        :raises UserError: it is missing, too long or no text
        """
        if note and not isinstance(note, str):
            raise UserError(self.env._("The note is a text."))
        note = plain_text(note or "").strip()
        if act in rules.NEED_A_NOTE and not note:
            raise UserError(
                self.env._("Say why, so that the maker knows what is to be done.")
            )
        if len(note) > LONGEST_NOTE:
            raise UserError(
                self.env._(
                    "The note has more than %(count)s characters; attach a document "
                    "instead.",
                    count=LONGEST_NOTE,
                )
            )
        return note

    @api.model
    def _leave_without_turn(self, tasks, turns, outcome):
        """Name what does not wait for the user: the first of it, each reason once."""
        requests = {turn.request_id for turn in turns}
        without = tasks.filtered(lambda task: task.sudo().request_id.id not in requests)
        errors = [self._no_turn_error(task) for task in without[:MOST_NAMED]]
        if errors and len(tasks) == 1:
            raise errors[0]
        outcome.leave(map(str, errors))
        outcome.further += len(without[MOST_NAMED:])

    # the three decisions

    @api.model
    def _approve(self, turns, hashes, words, outcome):
        """Approve; what cannot be approved stays as it is and is named in ``outcome``.

        :return: the turns that were taken
        """
        progress = self._progress(turns)
        final = [turn.request_id for turn in turns if progress[turn.task_id].is_final]
        problems = self._changed_since(turns, hashes)
        final = self.browse([each for each in final if each not in problems])
        problems |= self._problems(final.sudo())
        outcome.leave(problems.values())
        turns = [turn for turn in turns if turn.request_id not in problems]
        final -= self.browse(problems)
        numbers = final.sudo()._take_numbers()
        self._record_turns(turns, hashes, words, numbers)
        self._finish_tasks(
            [turn.task_id for turn in turns if progress[turn.task_id].task_done], "done"
        )
        self._bar_where_others_decide(turns, progress)
        moving = [turn for turn in turns if progress[turn.task_id].stage_done]
        self._close_opinions([turn.request_id for turn in moving])
        self._open_stages(
            {
                turn.request_id: progress[turn.task_id].after
                for turn in moving
                if progress[turn.task_id].after
            }
        )
        final.sudo()._take_effect()
        return turns

    @api.model
    def _bar_where_others_decide(self, turns, progress):
        """Whoever approved decides on nothing else of this stage."""
        staying = [t.request_id for t in turns if not progress[t.task_id].stage_done]
        if staying:
            self.env["pemda.approval.task"]._bar(
                SQL("task.request_id = ANY(%s)", staying)
            )

    @api.model
    def _return(self, turns, hashes, words, step):
        requests = self.browse([turn.request_id for turn in turns]).sudo()
        pending = requests._stages_from(step) if step else {}
        target = step.sequence if step else 0
        self._record_turns(turns, hashes, {**words, "target": target})
        requests._close_tasks()
        if not step:
            requests._move(rules.RETURN, rules.RETURNED)
            return
        for request in requests:
            as_engine(request).write(
                {"round": request.round + 1, "round_start": target}
            )
        self.env.flush_all()
        self._open_stages(pending)
        requests._mirror()

    @api.model
    def _reject(self, turns, hashes, words):
        requests = self.browse([turn.request_id for turn in turns]).sudo()
        self._record_turns(turns, hashes, words)
        requests._close_tasks()
        requests._move(rules.REJECT, rules.REJECTED)

    # what they are made of

    @api.model
    def _tasks_of(self, turns):
        """Tasks of the turns, in their order, as superuser."""
        ids = [turn.task_id for turn in turns]
        return self.env["pemda.approval.task"].sudo().browse(ids)

    @api.model
    def _record_turns(self, turns, hashes, words, numbers=None):
        """Write the decision of each turn.

        :param dict numbers: of requests that end by it: what ``_take_numbers`` gives
        """
        numbers, decisions = numbers or {}, []
        for turn, task in zip(turns, self._tasks_of(turns), strict=True):
            decisions.append(
                {
                    **words,
                    "request_id": turn.request_id,
                    "round": task.round,
                    "stage": task.sequence,
                    "task_id": turn.task_id,
                    "step_id": turn.step_id,
                    "person": turn.person,
                    "office_id": turn.office_id,
                    "unit_id": turn.unit_id,
                    "capacity": turn.capacity,
                    "sk_number": turn.sk_number,
                    "on_behalf": task.step_id.on_behalf_office_id._signed_as(),
                    "document_hash": hashes[turn.request_id],
                    **numbers.get(turn.request_id, {}),
                }
            )
        self._record_decisions(decisions)

    @api.model
    def _progress(self, turns):
        """What an approval does to each task: dict task id -> :class:`_Progress`."""
        tasks = self._tasks_of(turns)
        # who else could approve is asked only where all have to
        of_all = tasks.filtered(lambda task: task.step_id.mode == step_rules.ALL)
        counts = {
            row["task_id"]: row
            for row in self.env.execute_query_dict(
                sql_file(
                    "progress",
                    task_ids=[turn.task_id for turn in turns],
                    user_id=self.env.uid,
                    turns=self.env["pemda.approval.task"]._turns(
                        request_ids=of_all.request_id.ids
                    ),
                )
            )
        }
        progress = {}
        flows = tasks.request_id._stages_of_flows()
        for turn, task in zip(turns, tasks, strict=True):
            row, step = counts[turn.task_id], task.step_id
            task_done = step_rules.is_done(
                step.mode, step.count, row["given"] + 1, row["remaining"]
            )
            stage_done, after = task_done and not row["beside"], ()
            if stage_done:
                after = step_rules.after_stage(flows[turn.request_id], task.sequence)
            progress[turn.task_id] = _Progress(task_done, stage_done, after)
        return progress

    @api.model
    def _changed_since(self, turns, hashes):
        """Documents that are not what was submitted: dict request id -> sentence."""
        requests = self.browse([turn.request_id for turn in turns]).sudo()
        return {
            request.id: self.env._(
                "“%(document)s” is not as it was submitted. Return it to the maker.",
                document=request.title,
            )
            for request in requests
            if hashes[request.id] != request.document_hash
        }

    @api.model
    def _problems(self, requests):
        """Why documents cannot take effect now: dict request id -> sentence."""
        found = {}
        for kind, ours in requests.grouped("kind_id").items():
            problems = kind._documents(ours.mapped("res_id"))._approval_check()
            found |= {
                request.id: f"{request.title}: " + " ".join(problems[request.res_id])
                for request in ours
                if problems.get(request.res_id)
            }
        return found

    def _stages_from(self, step):
        """Stages from an earlier step on: dict request id -> stages.

        :raises UserError: the step is not one that the document has gone through
        """
        pending = {}
        for request in self:
            stages = request._stages_of_flow()
            found = step_rules.from_stage(stages, step.sequence)
            passed = {rule.id for stage in stages for rule in stage}
            if step.id not in passed or step.sequence >= request.stage:
                raise UserError(
                    self.env._(
                        "“%(document)s” has not gone through the step “%(step)s”: "
                        "choose an earlier one, or return it to the maker.",
                        document=request.title,
                        step=step.sudo().name,
                    )
                )
            pending[request.id] = found
        return pending

    @api.model
    def _close_opinions(self, request_ids):
        """Nobody needs the opinion on a stage that has been decided."""
        opinions = (
            self.env["pemda.approval.task"]
            .sudo()
            .search(
                [
                    ("request_id", "in", request_ids),
                    ("state", "=", "waiting"),
                    ("purpose", "=", "opine"),
                ]
            )
        )
        self._finish_tasks(opinions.ids, "closed")

    def _take_effect(self):
        """The final approval: state, and what the documents do."""
        if not self:
            return
        for requests in self.grouped("kind_id").values():
            requests._move(rules.APPROVE, rules.APPROVED)
            as_engine(requests._document())._approval_effect()

    def _take_numbers(self):
        """Take numbers of the register, in one go per kind; the final decision keeps
        them and gives them to the request.

        :return: request id -> ``number`` (None where documents have none) and
            ``number_date``
        """
        today, found = self.env.company.sudo()._pemda_today(), {}
        for kind, requests in self.sorted("id").grouped("kind_id").items():
            numbers = [None] * len(requests)
            if kind.numbering_id:
                documents = requests._document()
                parts = [each._approval_number_parts(today) for each in documents]
                register = self.env["pemda.numbering"].sudo()
                numbers = register._issue(kind.numbering_id.code, parts)
            for request, number in zip(requests, numbers, strict=True):
                found[request.id] = {"number": number, "number_date": today}
        return found


@dataclass(frozen=True)
class _Progress:
    """What an approval does to its task and to the stage.

    :param after: the stages that follow, once the stage is done
    """

    task_done: bool
    stage_done: bool
    after: tuple

    @property
    def is_final(self):
        """Whether the document is approved by it."""
        return self.stage_done and not self.after
