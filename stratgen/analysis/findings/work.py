"""What there is to do: channels, people, measures and objectives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from stratgen.analysis.demand import Demand, demand
from stratgen.analysis.findings.standing import Score
from stratgen.analysis.sentences import inside
from stratgen.catalogue import ChannelEntry, KpiEntry, plain_word
from stratgen.engagement import Figure, Unknown, known
from stratgen.engagement.channels import Channel, ChannelState, Interaction
from stratgen.engagement.objectives import Commitment, Objective
from stratgen.engagement.vision import Initiative


@dataclass(frozen=True, slots=True)
class ChannelFinding:
    """What the numbers make of one channel (domain 5.5). Scores 0 to 100, hours a week."""

    channel: Channel
    key: str
    """Catalogue id, or a slug of the custom name."""
    name: str
    presence: float | None
    fit: float | None
    opportunity: float | None
    hours_needed: float | None
    hours_available: float | None
    capacity: float | None
    feasibility: float | None
    risk: float | None
    priority: float | None
    recommended: ChannelState | None
    """What the rules say before capacity; None where inputs are missing."""
    state: ChannelState | None
    """What holds after the capacity cap and any override."""
    why: str
    """One sentence that says why the state is what it is."""
    demoted: bool
    overridden: bool
    missing: tuple[str, ...]
    """The questions whose answers are missing for a state."""
    entry: ChannelEntry | None = None
    """What the catalogue knows of it; None for a channel of the client's own."""

    def is_type(self, *kinds: str) -> bool:
        """Tell whether the catalogue knows it as one of these kinds of channel."""
        return self.entry is not None and self.entry.is_type(*kinds)

    @property
    def spoken(self) -> str:
        """The name as it stands inside a sentence: what the catalogue calls by ordinary words begins small."""
        second = self.name.partition(" ")[2]
        return inside(self.name) if self.entry is not None and second[:1].islower() else self.name

    @property
    def words(self) -> frozenset[str]:
        """All that it answers to, in small letters: its key and name, the client's own word, other names of it."""
        given = self.channel.channel if isinstance(self.channel.channel, str) else ""
        names = (self.key, self.name, given, *(self.entry.aliases if self.entry else ()))
        return frozenset(plain_word(name) for name in names if name)


@dataclass(frozen=True, slots=True)
class Channels:
    """All channels in the order of the answers, and the hours of those that are worked."""

    findings: tuple[ChannelFinding, ...]
    hours_needed: float
    hours_available: float
    handling_minutes: Score
    target_response_rate: float

    @property
    def names(self) -> dict[str, str]:
        """The printed name of each channel by every word that it answers to."""
        return {word: each.name for each in self.findings for word in each.words}

    @property
    def demand(self) -> Demand | None:
        """Messages that need a reply and those that get one, over all channels."""
        return demand(each.channel for each in self.findings)

    @property
    def reviews(self) -> tuple[ChannelFinding, ...]:
        """Return the channels in use on which people leave reviews, those of the client's own among them."""
        return tuple(
            each for each in self.findings
            if each.state not in (None, ChannelState.NONE, ChannelState.RETIRE)
            and (each.is_type("review") or _replies_to_reviews(each.channel))
        )  # fmt: skip

    def in_state(self, *states: str) -> tuple[ChannelFinding, ...]:
        """Return the channels whose state is one of `states` ("lead", "pilot", …)."""
        return tuple(each for each in self.findings if each.state is not None and each.state.value in states)


def _replies_to_reviews(channel: Channel) -> bool:
    ways = known(channel.feasibility.interactions) if channel.feasibility else None
    return Interaction.REVIEW_REPLY in (ways or ())


Standing = ChannelState | Literal["decide"]
"""What a channel is in one quarter; "decide" after a pilot, whose outcome nobody knows before its exit test."""


@dataclass(frozen=True, slots=True)
class ChannelYear:
    """What one channel is in each of the four quarters (documents VR-7), and what moves it."""

    finding: ChannelFinding
    quarters: tuple[Standing | None, Standing | None, Standing | None, Standing | None]
    """None in all four where the channel has no state of the year."""
    why: str
    """Why it has its state, and which work moves it when, in a few words."""
    work: tuple[Initiative, ...]
    """The initiatives that move it to its state of the year, in the order of the answers."""


LEAST = 0.05
"""Full-time posts that print as one tenth; fewer are none."""


@dataclass(frozen=True, slots=True)
class CareCapacity:
    """People needed for the volume and for the hours promised (domain 5.7), in full-time equivalents."""

    volume: float | None
    """Messages a month that need a reply on all channels, counted or estimated."""
    load: float | None
    cover: float | None
    needed: float | None
    available: float | None
    gap: float | None
    """Needed less available; positive is a shortage."""
    occupancy: float
    minimum_on_shift: float
    """People on shift at the least, on average over the hours promised."""
    missing: tuple[str, ...]
    extra: float = 0.0
    """The part of `cover` that shifts for a language, an area or a time of day take."""
    hours_today: float | None = None
    """Hours a week that the people there today have for customers."""
    hired: float | None = None
    """People who reply once the posts of the board case are filled; None where no cost line names its posts."""
    still_short: float | None = None
    """Needed less hired; positive is a shortage that the board case leaves."""
    shift_hours_needed: float | None = None
    """Hours on shift a week that the people needed give."""
    shift_hours_hired: float | None = None
    """Hours on shift a week once the posts of the board case are filled; None where no cost line names its posts."""
    beyond: float = 0.0
    """Posts that the board case pays for beyond those that are short; 0 where there are none, or it is not known."""
    posts_open: bool = False
    """A cost line of people does not say how many posts it pays for."""
    waiting: float = 0.0
    """Posts of the board case that wait for a condition; they do not count as hired."""
    reviewed: float | None = None
    """People who reply on the day of a review; None without a review, or where it does not say."""
    reviewed_gap: float | None = None
    """Needed less those; positive is a shortage."""

    @property
    def is_filled(self) -> bool:
        """True where a review found all the people of the board case in post, so that nobody is still to be hired."""
        return self.reviewed is not None and (self.hired is None or self.reviewed >= self.hired)

    @property
    def asks_more_than_short(self) -> bool:
        """True where the board case pays for more people than the work of today is short of: that needs a reason."""
        covered = self.gap is not None and self.gap <= 0
        return self.beyond >= LEAST or (self.posts_open and covered)


@dataclass(frozen=True, slots=True)
class Kpi:
    """A measure as its catalogue entry has it."""

    id: str
    name: str
    short: str
    unit: str
    direction: Literal["up", "down"]
    formula: str
    clock: str
    lowest: float | None
    highest: float | None
    guard: str
    leading: bool
    diagnostic: bool
    flow: bool
    entry: KpiEntry
    """All that the catalogue says of it: published values, exclusions, how it is adapted to social."""


@dataclass(frozen=True, slots=True)
class ObjectiveFinding:
    """One objective: its quality (domain 5.9) and its quarter targets (5.15)."""

    objective: Objective
    kpi: Kpi | None
    smart: Score
    """0 to 1."""
    failed: tuple[str, ...]
    """The tests of the six that it does not pass, in words."""
    printable: bool
    """Only an objective that passes all six may be printed as a target."""
    quarters: tuple[float | None, float | None, float | None, float | None]
    """Targets at the end of each quarter up to the due one, then the target is held: steps that were answered, or
    else a straight line from the end of the quarters that are held."""
    held: int = 0
    """Quarters at whose end the baseline still holds, since the first work that moves the measure ends later."""
    answered: bool = False
    """The answers give steps of their own."""
    quarters_90th: tuple[float, float, float, float] | None = None
    """Targets of the 90th percentile at the end of each quarter, as far on their way as the medians beside them; None
    where no target was set for it."""
    baseline_90th: Figure | None = None
    """Where the 90th percentile stands today; None where nobody has measured it."""

    @property
    def aimed(self) -> bool:
        """Its target prints: it passes all six, or lacks nothing but the baseline that somebody has still to find."""
        only_baseline = set(self.failed) <= {"a baseline", "a target better than the baseline"}
        return self.printable or (
            only_baseline
            and isinstance(self.objective.baseline, Unknown)
            and known(self.objective.target) is not None
        )

    @property
    def limits(self) -> tuple[tuple[float, float] | None, ...]:
        """For each quarter: from which value it goes on, and from which it changes course (domain 5.15).

        Nine tenths and six tenths of the way from the baseline to the target of that quarter, the limits of Green and
        Amber; an aspirational key result is expected at six tenths of its step, and graded Amber from four. None where
        the baseline or the target is not known, or no step lies between them.
        """
        baseline = known(self.objective.baseline)
        if baseline is None:
            return (None,) * len(self.quarters)
        start = baseline.value
        go_on, change = (0.6, 0.4) if self.is_aspirational else (0.9, 0.6)
        return tuple(
            None
            if goal is None or goal == start
            else (start + go_on * (goal - start), start + change * (goal - start))
            for goal in self.quarters
        )

    @property
    def is_aspirational(self) -> bool:
        """It is a stretch, of which a part is expected (domain 5.15)."""
        return known(self.objective.commitment) is Commitment.ASPIRATIONAL

    def holds(self, place: int) -> bool:
        """Tell whether the target of a quarter, 0 to 3, is where the measure stands today: it is to be held, not moved."""
        baseline = known(self.objective.baseline)
        return baseline is not None and self.quarters[place] == baseline.value
