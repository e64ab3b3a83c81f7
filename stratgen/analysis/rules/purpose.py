"""Rules about why the organisation engages, for whom, and on which facts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stratgen.analysis.keypaths import Path
from stratgen.analysis.rules.rule import Breach, Ground, rule
from stratgen.engagement import known, records
from stratgen.engagement.purpose import Difference, Driver, ServiceIntent, SocialRole
from stratgen.engagement.setup import Sector

REGULATED = frozenset({Sector.BANKING, Sector.INSURANCE, Sector.HEALTH, Sector.PHARMA})
"""Sectors in which what is said in public is watched almost everywhere."""

_PEOPLE = re.compile(
    r"\b(customer|client|consumer|buyer|shopper|member|guest|passenger|traveller|traveler|patient|user|reader"
    r"|citizen|resident|tenant|student|learner|parent|donor|supporter|saver|borrower|subscriber|policyholder"
    r"|visitor|people|household|farmer|patron|viewer|listener|caller)",
    re.IGNORECASE,
)


@rule("V1", "error", "personas[*].share")
def persona_shares_make_a_whole(ground: Ground) -> Iterator[Breach]:
    """The shares of the personas make 95 to 105 percent."""
    shares = [known(each.share) for each in records(ground.engagement.personas)]
    given = [share for share in shares if share is not None]
    if given and len(given) == len(shares) and not 95 <= sum(given) <= 105:
        what = f"the shares of the personas make {sum(given):g} percent."
        yield Breach(("personas", 0, "share"), what, "Make them 95 to 105 together.")


@rule("V8", "warning", "purpose.role", "purpose.further_roles", "purpose.service_channel")
def talking_is_not_service(ground: Ground) -> Iterator[Breach]:
    """A service channel is not built on talking alone."""
    purpose = ground.engagement.purpose
    intent = known(purpose.service_channel)
    if purpose.role is SocialRole.TALK and known(purpose.further_roles) == () and intent not in _NO_SERVICE:
        what = "talk is the only role, yet a service channel is part of the intent."
        yield Breach(("purpose", "role"), what, "Add the role support, or drop the service channel.")


_NO_SERVICE = (None, ServiceIntent.NO)


@rule("V40", "warning", "purpose.reason", "personas[*].name")
def reason_speaks_of_customers(ground: Ground) -> Iterator[Breach]:
    """The reason to engage speaks of customers."""
    reason = known(ground.engagement.purpose.reason)
    names = [known(each.name) or "" for each in records(ground.engagement.personas)]
    if reason and not _PEOPLE.search(reason) and not any(name and name in reason for name in names):
        what = "the reason to engage does not speak of customers."
        yield Breach(("purpose", "reason"), what, "Say what is different for them; presence is not a reason.")


@rule("V41", "warning", "purpose.driver")
def driver_is_a_purpose(ground: Ground) -> Iterator[Breach]:
    """The driver is something to say, to achieve or to share."""
    driver = ground.engagement.purpose.driver
    if driver in (Driver.EVERYONE_ELSE, Driver.UNCLEAR) and isinstance(driver, Driver):
        what = f'"{driver.label}" is not yet a purpose; the board can only be asked for a pilot.'
        mend = "Establish what there is to say, to achieve or to share, or recommend a pilot."
        yield Breach(("purpose", "driver"), what, mend)


@rule("V42", "warning", "purpose.differences")
def followers_are_not_a_goal(ground: Ground) -> Iterator[Breach]:
    """More followers is not the only difference wished for."""
    if known(ground.engagement.purpose.differences) == (Difference.MORE_FOLLOWERS,):
        what = "more followers is the only difference wished for."
        yield Breach(("purpose", "differences"), what, "Add what should change for customers.")


@rule("V94", "warning", "engagement.brand_promise")
def promise_is_one_sentence(ground: Ground) -> Iterator[Breach]:
    """The brand promise is one sentence."""
    promise = known(ground.engagement.engagement.brand_promise)
    if promise and not is_one_sentence(promise):
        yield Breach(
            ("engagement", "brand_promise"), "the promise is more than one sentence.", "Keep the first."
        )


_END = re.compile(r"""(\S{0,12}?)[.!?]["'”’)\]]*\s+(?=["'“‘(\[]*(\w))""")
_ABBREVIATIONS = frozenset(
    {"no", "nos", "ltd", "co", "inc", "corp", "plc", "pty", "mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "vs",
     "sec", "art", "para", "approx", "dept"}
)  # fmt: skip


def is_one_sentence(text: str) -> bool:
    """Return whether no sentence ends before the text does; abbreviations and initials end none."""
    return not any(after.isupper() and not _is_short(word) for word, after in _END.findall(text))


def _is_short(word: str) -> bool:
    plain = word.strip("\"'“‘([").casefold()
    return plain in _ABBREVIATIONS or (len(plain) == 1 and plain.isalpha())


@rule("V96", "warning", "engagement.sector", "engagement.regulators")
def regulated_sector_names_its_regulator(ground: Ground) -> Iterator[Breach]:
    """A client in a regulated sector names its regulators."""
    set_up = ground.engagement.engagement
    if set_up.sector in REGULATED and known(set_up.regulators) == ():
        what = "no regulator is named, yet the sector is one that regulators watch."
        yield Breach(("engagement", "regulators"), what, "Name those that watch what is said in public.")


def is_regulated(ground: Ground) -> bool:
    """Return whether the client is in a regulated sector or names a regulator."""
    set_up = ground.engagement.engagement
    return set_up.sector in REGULATED or bool(known(set_up.regulators))


@rule("V50", "warning", "stakeholders[*].department")
def register_holds_people_and_an_executive(ground: Ground) -> Iterator[Breach]:
    """Human resources and an executive stand in the register."""
    stakeholders = records(ground.engagement.stakeholders)
    departments = {str(known(each.department)) for each in stakeholders}
    for department, words in (("hr", "human resources"), ("executive", "an executive")):
        if stakeholders and department not in departments:
            what = f"the register does not hold {words}."
            yield Breach(_STAKEHOLDERS, what, "Add the role, even if they have not been interviewed.")


_STAKEHOLDERS: Path = ("stakeholders",)


@rule("V51", "warning", "stakeholders[*].candidate")
def register_holds_a_sponsor(ground: Ground) -> Iterator[Breach]:
    """Somebody in the register could be the sponsor."""
    stakeholders = records(ground.engagement.stakeholders)
    if stakeholders and "sponsor" not in {str(known(each.candidate)) for each in stakeholders}:
        what = "nobody in the register could be the sponsor."
        yield Breach(_STAKEHOLDERS, what, "Find a senior executive who will speak for the work.")


@rule("V52", "warning", "stakeholders[*].role")
def register_holds_three(ground: Ground) -> Iterator[Breach]:
    """The register holds at least three stakeholders."""
    count = len(records(ground.engagement.stakeholders))
    if 0 < count < 3:
        what = f"the register holds {count} of the three stakeholders that are the least."
        yield Breach(_STAKEHOLDERS, what, "Add those whose help or consent is needed.")


@rule("V102", "error", "purpose.leading_topics[]")
def leading_topics_are_shown(ground: Ground) -> Iterator[Breach]:
    """A topic on which the organisation leads has something that shows it can."""
    for position, each in enumerate(records(ground.engagement.purpose.leading_topics)):
        if known(each.evidence) is None:
            path: Path = ("purpose", "leading_topics", position, "evidence")
            yield Breach(path, "nothing shows that you can lead on it.", "Say what does, or drop the topic.")


RULES = (
    persona_shares_make_a_whole,
    talking_is_not_service,
    reason_speaks_of_customers,
    driver_is_a_purpose,
    followers_are_not_a_goal,
    promise_is_one_sentence,
    regulated_sector_names_its_regulator,
    register_holds_people_and_an_executive,
    register_holds_a_sponsor,
    register_holds_three,
    leading_topics_are_shown,
)
