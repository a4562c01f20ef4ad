"""The most memory that any process of a build ever holds."""

from dataclasses import dataclass, field

from resilience.processes import peak_memory, running
from resilience.site import Run

MEGABYTE = 1_000_000
LIMIT = 300 * MEGABYTE


@dataclass(frozen=True, slots=True)
class Peaks:
    """Bytes by what a process does; look often, for a process takes its own with it."""

    bytes: dict[str, int] = field(default_factory=dict)

    def look(self, run: Run) -> None:
        """Look at every process of a run."""
        for process, role in running(run.token).items():
            self.bytes[role] = max(self.bytes.get(role, 0), peak_memory(process))
