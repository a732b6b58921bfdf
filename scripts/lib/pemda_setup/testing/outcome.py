"""How a job ended."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Outcome:
    """Counts of one job; a skipped test counts as failed, a crash as one failure."""

    name: str
    passed: int = 0
    failed: int = 0
    log: Path | None = None
    failures: list[str] = field(default_factory=list)  # what to show of them
    remarks: list[str] = field(default_factory=list)  # what a test wants to be seen
    seconds: float = 0.0

    def fail(self, text):
        """Count one failure and keep what there is to say about it."""
        self.failed += 1
        self.failures.append(text)

    def line(self):
        """The one line that a reader sees of this job."""
        word = "ok    " if not self.failed else "FAILED"
        counts = f"{self.passed:5d} passed, {self.failed} failed"
        return f"{word} {self.name:<28} {counts}  {self.seconds:6.1f} s"
