"""Module 2, purpose (PUR): why the organisation engages, and what should change for customers."""

from typing import Annotated

from pydantic import Field

from stratgen.engagement.answer import UNIQUE, Answer, Choice, Count, Day, Record, ask, items, line, prose


class Driver(Choice):
    """What really drives the wish to engage."""

    SAY = "say", "something to say"
    ACHIEVE = "achieve", "something to achieve"
    SHARE = "share", "something to share"
    EVERYONE_ELSE = "everyone_else", "everyone else is there"
    UNCLEAR = "unclear", "not clear yet"


class Phase(Choice):
    """A phase of the customer life cycle (Forrester's six, domain 7.4)."""

    DISCOVER = "discover", "Discover"
    EXPLORE = "explore", "Explore"
    BUY = "buy", "Buy"
    USE = "use", "Use"
    ASK = "ask", "Ask"
    ENGAGE = "engage", "Engage"


class SocialRole(Choice):
    """What social is for."""

    LISTEN = "listen", "listen"
    TALK = "talk", "talk"
    ENERGISE = "energise", "energise"
    SUPPORT = "support", "support"
    EMBRACE = "embrace", "embrace"
    EDUCATE = "educate", "educate"


class Difference(Choice):
    """What should be different."""

    FEWER_CALLS = "fewer_calls", "fewer calls"
    MORE_INTERACTION = "more_interaction", "more interaction"
    RESEARCH = "research", "better research"
    POSITIVE_COMMENTS = "positive_comments", "more positive comments"
    MORE_FOLLOWERS = "more_followers", "more followers"
    OTHER = "other", "something else"


class ServiceIntent(Choice):
    """Whether customer service is part of the intent."""

    NO = "no", "no"
    CREATE = "create", "create a service channel"
    EXPAND = "expand", "expand a service channel"


class Sentiment(Choice):
    """How a conversation speaks of the organisation."""

    POSITIVE = "positive", "Positive"
    NEUTRAL = "neutral", "Neutral"
    NEGATIVE = "negative", "Negative"
    MIXED = "mixed", "Mixed"


class Stance(Choice):
    """What leadership needs to see first."""

    PURPOSE = "purpose_led", "the purpose"
    EVIDENCE = "purpose_with_evidence", "the purpose, with evidence"
    CASE = "case_led", "the case in money"


class LeadingTopic(Record):
    """A topic on which the organisation can credibly lead."""

    topic: Answer[Annotated[str, line(3, 120)]] = ask(
        "PUR-10", "On which topic can you credibly lead?", "One topic.", "Fees in plain words", inner=True
    )
    evidence: Answer[Annotated[str, prose(5, 240)]] = ask(
        "PUR-10",
        "What shows that you can?",
        "Experience, people, published work.",
        "Twelve fee guides, read 90 000 times last year",
        inner=True,
    )


class Definitions(Record):
    """The four terms, where the client words them otherwise than the glossary does."""

    social: Answer[Annotated[str, prose(10, 300)]] | None = ask(
        "PUR-15",
        'What does "social" mean here?',
        "Leave out to use the glossary's own words.",
        "People who talk with each other in the open, with or without us",
        full=True,
    )
    media: Answer[Annotated[str, prose(10, 300)]] | None = ask(
        "PUR-15",
        'What does "media" mean here?',
        "Leave out to use the glossary's own words.",
        "The places and forms in which something is told",
        full=True,
    )
    conversational_media: Answer[Annotated[str, prose(10, 300)]] | None = ask(
        "PUR-15",
        'What does "conversational media" mean here?',
        "Leave out to use the glossary's own words.",
        "Media in which everyone who reads can also answer",
        full=True,
    )
    corporate_social_media: Answer[Annotated[str, prose(10, 300)]] | None = ask(
        "PUR-15",
        'What does "corporate social media" mean here?',
        "Leave out to use the glossary's own words.",
        "The part of the conversation in which we take part under our own name",
        full=True,
    )


class Change(Record):
    """How the relationship with customers changes."""

    before: Answer[Annotated[str, line(5, 160)]] = ask(
        "PUR-05", "From what?", "How customers meet you today.", "We answer when it suits the branch"
    )
    after: Answer[Annotated[str, line(5, 160)]] = ask(
        "PUR-05", "To what?", "How they will meet you.", "We answer where and when the customer asks"
    )


class Conversation(Record):
    """A conversation about the organisation that happens without it."""

    channel: Answer[Annotated[str, line(1, 60)]] = ask("PUR-13", "Where?", "Channel id or name.", "facebook")
    date: Answer[Day] = ask("PUR-13", "When was it seen?", "On or before the pack's date.", "2026-10-14")
    topic: Answer[Annotated[str, line(5, 160)]] = ask(
        "PUR-13", "What is it about?", "No names of people.", "Waiting times after a card is swallowed"
    )
    sentiment: Answer[Sentiment] = ask(
        "PUR-13", "In which mood?", "As most readers would take it.", "negative"
    )
    reach: Answer[Count] | None = ask(
        "PUR-13", "How many people does it reach?", "Members or views, if known.", 18000, optional=True
    )


class Communities(Record):
    """What the organisation holds of communities."""

    belong_to_members: Answer[bool] = ask(
        "PUR-16", "Do you accept that communities exist for their members?", "Yes or no.", True
    )
    shown_by: Answer[Annotated[str, prose(0, 300)]] = ask(
        "PUR-16",
        "How will you show it?",
        "What members will see you do.",
        "We ask before we join a members' group, and we never post offers there.",
    )


class Competitor(Record):
    """What a rival can be seen to do, from public observation only."""

    name: Answer[Annotated[str, line(2, 80)]] = ask(
        "PUR-14", "Which competitor?", "A name that anyone could observe.", "A rival bank"
    )
    behaviour: Answer[Annotated[str, line(5, 200)]] = ask(
        "PUR-14",
        "What do they do there?",
        "Only what anyone can see.",
        "Replies to most questions in an hour",
    )
    quality: Answer[Annotated[int, Field(ge=1, le=5)]] = ask(
        "PUR-14", "How well, from 1 to 5?", "5 is very well.", 4
    )


class Purpose(Record):
    """Why the organisation engages with social communities."""

    reason: Answer[Annotated[str, prose(40, 600)]] = ask(
        "PUR-01",
        "Why does the organisation wish to engage with social communities?",
        "Say it in terms of customers; a wish to be present is not a reason.",
        "Customers ask us for help in public and leave without an answer; we want to answer them there.",
    )
    driver: Answer[Driver] = ask(
        "PUR-02", "Which is the honest driver?", 'The main one. "Everyone else" is an answer too.', "achieve"
    )
    other_drivers: Answer[Annotated[tuple[Driver, ...], items(0, 4), UNIQUE]] = ask(
        "PUR-02", "Are there further drivers?", "None to four.", ["say"]
    )
    phases: Answer[Annotated[tuple[Phase, ...], items(1, 3), UNIQUE]] = ask(
        "PUR-03",
        "Where in the customer experience will social sit?",
        "Up to three phases, in order.",
        ["ask", "use"],
    )
    role: Answer[SocialRole] = ask(
        "PUR-04", "Which role should social play first?", "Each role needs an objective.", "support"
    )
    further_roles: Answer[Annotated[tuple[SocialRole, ...], items(0, 2), UNIQUE]] = ask(
        "PUR-04", "Which further roles?", "None to two.", ["listen"]
    )
    relationship: Answer[Annotated[tuple[Change, ...], items(1, 3)]] = ask(
        "PUR-05", "How should the relationship with customers change?", "One to three from-to pairs.", []
    )
    differences: Answer[Annotated[tuple[Difference, ...], items(1, 6), UNIQUE]] = ask(
        "PUR-06", "What should be different?", "All that apply.", ["fewer_calls"]
    )
    customer_gain: Answer[Annotated[str, prose(20, 400)]] = ask(
        "PUR-07",
        "What does the customer gain from meeting you on social?",
        "In the customer's words.",
        "A straight answer from somebody who can act on it, without a call.",
    )
    organisation_gain: Answer[Annotated[str, prose(20, 400)]] | None = ask(
        "PUR-08",
        "What does the organisation gain, beyond sales?",
        "Loyalty, insight, speed.",
        "We hear of faults days earlier.",
        full=True,
    )
    service_channel: Answer[ServiceIntent] = ask(
        "PUR-09",
        "Is a customer service channel part of the intent?",
        "It decides which measures, training and tools are asked for.",
        "create",
    )
    leading_topics: Answer[Annotated[tuple[LeadingTopic, ...], items(0, 5)]] | None = ask(
        "PUR-10", "On which topics can you credibly lead?", "None to five, each with evidence.", [], full=True
    )
    excellence: Answer[Annotated[str, prose(20, 400)]] = ask(
        "PUR-11",
        "What would excellence look like to your customer on social?",
        "Something that can be seen happening.",
        "Every question is answered by a person within the hour.",
    )
    stance: Answer[Stance] | None = ask(
        "PUR-12",
        "What does leadership need to see first: purpose, evidence or money?",
        "It changes the order of the board brief and drops nothing.",
        "purpose_with_evidence",
        full=True,
    )
    conversations: Answer[Annotated[tuple[Conversation, ...], items(0, 10)]] = ask(
        "PUR-13", "Which conversations about you happen today without you?", "None to ten examples.", []
    )
    competitors: Answer[Annotated[tuple[Competitor, ...], items(0, 5)]] | None = ask(
        "PUR-14", "Which competitors engage there, and how well?", "None to five.", [], full=True
    )
    communities: Communities = Field(title="Communities")
    definitions: Definitions = Field(default_factory=Definitions, title="Definitions")
