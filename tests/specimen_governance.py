"""The second half of the specimen: voice, terms, policy, board case and roadmap."""

from __future__ import annotations

from typing import Any

from tests.specimen import Plain


def tactics() -> list[Plain]:
    """Return a tactic for each channel that is worked."""
    ideas = {
        "facebook": "Parcel Monday: a thread that traces late orders",
        "whatsapp": "A reading advice line before the holidays",
        "trustpilot": "A named person answers each review with what changed",
    }
    return [
        {"channel": name, "idea": idea, "posts_a_week": 3, "promotion_share": 10}
        for name, idea in ideas.items()
    ]


def tools() -> Plain:
    """Return the tools."""
    return {
        "in_use": [{"name": "Help desk", "purpose": "care", "owner": "Head of Customer Care"}],
        "capabilities": {"queues": True, "history": True, "handling_time": True, "response_time": True},
    }


def voice() -> Plain:
    """Return the voice."""
    traits = {"Plain": "short and concrete", "Curious": "we ask before we judge", "Generous": "we give more"}
    return {
        "dimensions": {"formal_to_casual": 3, "serious_to_funny": 2, "respectful_to_irreverent": 1,
                       "matter_of_fact_to_enthusiastic": 3},
        "traits": [
            {"trait": trait, "we_are": are, "we_are_not": "curt, or hiding behind terms", "value": trait}
            for trait, are in traits.items()
        ],
        "shifts": {
            "complaint": "Slower and warmer; the apology comes before the reason",
            "crisis": "Facts and times only",
            "praise": "Light and short",
            "vulnerable_customer": "Gentle, one step at a time",
            "humour_in_complaints": False,
        },
    }  # fmt: skip


def terms() -> Plain:
    """Return the terms."""
    return {
        "hours": {"mon-fri": "08:00-18:00"},
        "promise": {"urgent": 15, "complaint": 90, "question": 90, "praise": 480},
        "promise_from": "2028-01-03",
        "go_private_when": ["An order has to be looked up"],
        "never_ask_in_public": ["Identity or account numbers", "Card or payment details", "Health"],
        "moderation": [
            {"rule": "Threats against a person", "action": "Remove", "decides": "Care team leader"}
        ],
        "moderation_log": True,
        "moderation_appeal": True,
    }


def credo() -> Plain:
    """Return the credo."""
    return {
        "commitments": [
            "We take part in hard conversations",
            "We say so when we do not know",
            "We do not sell in an answer",
        ],
        "correct_within_hours": 4,
        "posts_a_week": 5,
        "hard_topics": [
            {"topic": "Shop closures", "position": "We publish each one 90 days ahead", "stance": "engage",
             "spokesperson": "Head of Communications", "approved_line": "Here is your nearest shop",
             "review": "2027-03-31"}
        ],
        "silence_when": ["Legal hold", "Clear trolling"],
    }  # fmt: skip


def level(name: str, minutes: float, approvers: list[str], **changes: Any) -> Plain:
    """Return one level of severity."""
    base: Plain = {
        "name": name,
        "trigger": "A complaint spreads beyond one thread",
        "example": "Forty shares of one story in an hour",
        "first_responder": "Agent on duty",
        "decision_owner": "Head of Communications",
        "backup": "Head of Customer Care",
        "acknowledge_minutes": minutes,
        "update_minutes": 120,
        "holding_line": "We have seen this and write here again within two hours.",
        "approvers": approvers,
        "pause_scheduled_posts": False,
        "tell_board": False,
    }
    return base | changes


def governance() -> Plain:
    """Return four levels and the approvals."""
    both = ["Legal and compliance", "Head of Communications"]
    crisis = {"pause_scheduled_posts": True, "tell_board": True, "board_contact": "Board chair",
              "decision_owner": "Chief Executive Officer"}  # fmt: skip
    return {
        "escalation": [
            level("Routine", 90, []),
            level("Concern", 30, ["Head of Customer Care"]),
            level("Serious", 20, both, pause_scheduled_posts=True),
            level("Crisis", 15, [*both, "Chief Executive Officer"], **crisis),
        ],
        "distress": {
            "first_words": "I am glad that you wrote. I am here, and I am not going away.",
            "help_named": "In danger of life 999; to talk, the helpline on the card at each desk",
        },
        "approvals": [
            {"content": "routine_reply"},
            {"content": "planned_post", "approver": "Social Media Manager", "minutes": 240},
        ],
    }


def training() -> list[Plain]:
    """Return the training of the two audiences that a service channel needs."""
    return [
        {"audience": audience, "modules": ["operating", "policy", "voice"], "trained_today": 55,
         "target": 100, "by": "Q2", "refresh_months": 12}
        for audience in ("relationship_managers", "cx_agents")
    ]  # fmt: skip


def policy() -> Plain:
    """Return the employee policy."""
    return {
        "owner": "Head of People",
        "approver": "Executive Committee",
        "effective": "2027-02-01",
        "review_months": 12,
        "covers": ["employees", "contractors"],
        "personal_use": "reasonable",
        "advocacy": "voluntary",
        "disclosure_wording": "I work for Tidewater; this is my own view",
        "authorised_voices": [
            {"role": "Certified care agent", "scope": "Answers customers on the official channels",
             "how_to_become": "Pass the operating and policy modules"}
        ],
        "accounts": {"multi_factor": True, "password_manager": True, "no_shared_logins": True,
                     "corporate_recovery": True, "leavers_removed_hours": 24,
                     "recovery_plan": "The security desk locks the account within the hour"},
        "monitoring": {"scope": ["brand_mentions"], "lawful_basis": "legitimate_interest",
                       "notice_given": True, "impact_assessment": True, "retention_months": 12},
        "ai": {"use": "allowed_with_human_review", "approved_tools": ["Drafting assistant"],
               "disclosure": "Always for a bot"},
        "confidential": [{"category": "customer_data", "example": "What somebody has ordered"}],
        "concerns": {"route": "Your manager, or the People desk", "whistleblowing": "Speaking Up Policy",
                     "contact": "The ethics line; its number is on the intranet"},
        "disciplinary_procedure": "Disciplinary Procedure HR-07",
        "consultations": [{"body": "Staff forum", "date": "2026-11-03", "outcome": "Two changes made"}],
        "legal_reviews": [{"country": "GB", "reviewer": "Employment counsel", "date": "2026-11-12"}],
        "accessibility": "wcag_2_2_aa",
    }  # fmt: skip


def risk(name: str, residual: tuple[int, int], **changes: Any) -> Plain:
    """Return a risk of 4 times 4 before anything is done."""
    base: Plain = {
        "id": name,
        "category": "reputation",
        "cause": "Late or missing replies",
        "event": "a complaint spreads",
        "effect": "customers leave",
        "likelihood": 4,
        "impact": 4,
        "controls": "Office-hours desk",
        "mitigation": "Staffed hours and a response clock from Q2",
        "owner": "Head of Customer Care",
        "residual_likelihood": residual[0],
        "residual_impact": residual[1],
        "trigger": "Response rate under 70 % for a week",
    }
    return base | changes


def option(name: str, cost: float, scores: tuple[int, int, int, int, int]) -> Plain:
    """Return an option with its five scores."""
    return {
        "id": name,
        "name": f"Option {name}",
        "what": "One way to go",
        "year_one_cost": cost,
        "benefits": "Some",
        "risks": "Some",
        "start": "Q1",
        "scores": dict(zip(CRITERIA, scores, strict=True)),
    }


CRITERIA: dict[str, float] = {"Customer effect": 30, "Risk": 25, "Cost": 20, "Speed": 15, "Ease": 10}


def board() -> Plain:
    """Return the board case of the test vector (domain 5.13)."""
    return {
        "resolutions": [
            {"text": "Approve the recommended option and its budget for 2027", "amount": 180000,
             "executive": "Chief Operating Officer", "by": "2027-01-04"}
        ],
        "criteria": dict(CRITERIA),
        "options": [
            option("status_quo", 0, (1, 1, 5, 1, 5)),
            option("minimal", 60000, (3, 3, 4, 3, 4)),
            option("recommended", 180000, (5, 4, 3, 4, 3)),
            option("ambitious", 420000, (5, 5, 1, 2, 2)),
        ],
        "recommended": "recommended",
        "recommended_because": "It is the smallest step that staffs the hours we promise to our customers.",
        "costs": [
            {"item": "Help pages and short films", "kind": "content", "timing": "yearly", "amount": 120000,
             "full_year_amount": 120000, "quarter": "Q2"},
            {"item": "Set-up of the tool", "kind": "tool", "timing": "one_off", "amount": 60000,
             "quarter": "Q1"},
        ],
        "benefits": [
            {"item": "Calls avoided", "low": 60000, "base": 90000, "high": 120000,
             "assumption": "9 000 calls a year, of which half are saved", "source": "Finance", "grade": "B"}
        ],
        "if_nothing_is_decided": "Three in ten messages stay without a reply.",
        "oversight": {"rhythm": "Every quarter", "kpis": ["FRT", "FCR", "CSAT"],
                      "trigger": "Two of these measures red at a quarter's end"},
    }  # fmt: skip


def vision() -> Plain:
    """Return the vision."""
    text = "We know what customers ask, we have agreed who answers, and the first agents are trained."
    return {
        "year_end": "On 31 December 2027 a customer who asks us in public has a person's answer within the"
        " hour, colleagues know who may speak, and the business hears of faults days earlier than today.",
        "proof_points": [
            {"kpi": "FRT", "value": 60},
            {"kpi": "FCR", "value": 72},
            {"kpi": "INS", "value": 40},
        ],
        "inspirations": [{"brand": "A rail firm", "borrowed": "One named person closes each thread"}],
        "target_segment": "leader",
        "target_index": 2.3,
        "quarters": {quarter: {"theme": "Know and agree", "vision": text} for quarter in _QUARTERS},
    }


_QUARTERS = ("q1", "q2", "q3", "q4")


def initiative(name: str, quarter: str, **changes: Any) -> Plain:
    """Return an initiative that runs through the middle of its quarter."""
    month = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10}[quarter]
    base: Plain = {
        "id": name,
        "title": f"Piece of work {name}",
        "owner": "Social Media Manager",
        "quarter": quarter,
        "start": f"2027-{month:02d}-11",
        "end": f"2027-{month + 1:02d}-12",
        "deliverable": "Register with twelve interviews",
        "key_result": "12 of 12 interviews done",
        "done_when": "The sponsor has signed the register",
        "depends_on": [],
        "effort": 2,
        "cost": 0,
        "objective": "answer-fast",
    }
    return base | changes


def alignment() -> Plain:
    """Return what marketing and care agree on."""
    names = ("shared_calendar", "handover_rule", "joint_kpi", "meeting", "insight_loop", "decision_right")
    return {name: {"agreed": True, "detail": "One calendar, Mondays"} for name in names}


def first_contact() -> Plain:
    """Return the definition of first contact resolution."""
    return {
        "contact_is": "The first message of a thread about one matter",
        "resolved_is": "The customer needs nothing further on the matter",
        "window_days": 7,
        "authority_limit": "Refunds up to 50 pounds",
        "identity_check": "A link to the account page",
        "top_reasons": [{"reason": "Late parcel", "share": 40, "solvable": True}],
    }


def rhythm() -> Plain:
    """Return the review rhythm."""
    return {
        "quarterly": "Vision, money and the next quarter's release",
        "chair": "Chief Operating Officer",
        "inputs": "Scorecard, risk list, open points",
    }


def sign_off() -> list[Plain]:
    """Return every function's word."""
    functions = ("legal", "hr", "finance", "it_security", "care", "marketing", "sponsor")
    return [
        {"by": each, "name": "A reviewer", "date": "2026-11-13", "outcome": "approved"} for each in functions
    ]
