"""For each rule one set of changes that breaks it and one that comes close: governance, board and roadmap."""

from __future__ import annotations

from tests import specimen_governance as specimen
from tests.analysis.rule_examples import Example
from tests.builders import LEFT_OUT, UNKNOWN

_WORDS = "word " * 7 + "word"
_FOUR_YES = ("shared_calendar", "handover_rule", "joint_kpi", "meeting")
_LONG_REASON = (
    "It scores lower, and still it is right: " + "we can staff it and stop it after two quarters. " * 2
)

GOVERNANCE: dict[str, Example] = {
    "V9": ({"team__responsibilities__reply": {"care": "AR", "marketing": "A"}},
           {"team__responsibilities__reply": {"care": "A", "marketing": "R"}}),
    "V17": ({"governance__escalation__2__acknowledge_minutes": 30},
            {"governance__escalation__2__acknowledge_minutes": 29}),
    "V18": ({"governance__escalation__2__approvers": ["Head of Communications"]},
            {"governance__escalation__2__approvers": ["General Counsel"]}),
    "V19": ({"voice__shifts__humour_in_complaints": True},
            {"voice__dimensions__respectful_to_irreverent": 3}),
    "V61": ({"terms__promise__urgent": 91}, {"terms__promise__urgent": 90}),
    "V62": ({"terms__never_ask_in_public": ["Account numbers", "Card details"]},
            {"terms__never_ask_in_public": ["Passwords", "Bank details", "Medical matters"]}),
    "V63": ({"terms__moderation__0__rule": "Negative comments about our shops"},
            {"terms__moderation__0__rule": "Criticism that turns into threats"}),
    "V64": ({"credo__hard_topics__0__stance": "hold"},
            {"credo__hard_topics__0__stance": "hold", "credo__hard_topics__0__reason": "Before the court"}),
    "V85": ({"credo__commitments": ["We answer", "We correct"]}, {}),
    "V130": ({"governance__escalation__0__acknowledge_minutes": 120},
             {"terms__promise__question": 120, "governance__escalation__0__acknowledge_minutes": 100}),
    "V131": ({"terms__promise_from": "2027-02-01"}, {"terms__promise_from": UNKNOWN}),
    "V132": ({"governance__escalation__3__holding_line": LEFT_OUT},
             {"governance__escalation__1__holding_line": LEFT_OUT}),
    "V133": (
        {"engagement__sector": "banking",
         "voice__model_replies": [{"situation": "Complaint", "reply": "I have found the payment; sorry, Thandi."}]},
        {"engagement__sector": "banking",
         "voice__model_replies": [{"situation": "Complaint", "reply": "I have found the payment; sorry, Thandi.",
                                   "place": "private"}]},
    ),
    "V160": ({"terms__promise__complaint": 60},
             {"baseline__measures__1__social_90th": 900, "objectives__0__target_90th": 90}),
    "V134": ({"terms__promise__question": 600}, {"terms__promise__question": 599}),
    "V150": ({"governance__approvals": [{"content": "campaign", "approver": f"Stranger {n}"} for n in "abcdefgh"]},
             {"governance__approvals": [{"content": "campaign", "approver": "Stranger a"}]}),
    "V151": ({"governance__approvals": [{"content": "crisis", "approver": "Head of Marketing"}]},
             {"governance__approvals": [{"content": "crisis", "approver": "Chief Executive Officer"}]}),
    "V170": ({"governance__distress": LEFT_OUT}, {"governance__distress__help_named": UNKNOWN}),
    "V171": (
        {f"governance__escalation__{at}__clock": "all_hours" for at in (2, 3)},
        {"governance__escalation__2__clock": "all_hours", "governance__escalation__3__clock": "all_hours",
         "governance__escalation__3__second_responder": "Head of Customer Care"},
    ),
    "V172": (
        {"voice__model_replies": [{"situation": "Complaint", "reply": "I am sorry. Send me a private message."}]},
        {"voice__model_replies": [{"situation": "Complaint", "reply": "I am sorry. I am sending you a private message."}]},
    ),
    "V86": ({"governance__approvals__0__approver": "Head of Marketing"}, {}),
}  # fmt: skip

POLICY: dict[str, Example] = {
    "V27": ({"policy__monitoring__lawful_basis": LEFT_OUT},
            {"policy__monitoring": {"scope": ["none"]}}),
    "V28": ({"engagement__employee_bodies": ["Booksellers' union"], "policy__consultations": []},
            {"engagement__employee_bodies": [], "policy__consultations": []}),
    "V36": ({"policy__review_months": 13}, {"policy__review_months": 12}),
    "V58": ({"policy__disclosure_wording": "I work for a bookseller; views my own"},
            {"policy__disclosure_wording": "#TidewaterTeam, views my own"}),
    "V59": ({"policy__monitoring__scope": ["none", "brand_mentions"]}, {}),
    "V60": ({"policy__confidential__0__example": "What people earn: salaries and bonuses"},
            {"policy__confidential__0__example": "What we pay a supplier, and what a member pays us"}),
    "V87": ({"policy__accounts__leavers_removed_hours": 25}, {"policy__accounts__leavers_removed_hours": 24}),
    "V88": ({"policy__accounts__multi_factor": False}, {"policy__accounts__multi_factor": UNKNOWN}),
    "V90": ({"policy__monitoring__lawful_basis": "consent"},
            {"policy__monitoring__lawful_basis": "consent", "engagement__countries": ["NZ"]}),
    "V140": ({"engagement__employee_bodies": ["Staff forum", "Booksellers' union"]},
             {"engagement__employee_bodies": ["Staff forum", "Booksellers' union"],
              "engagement__pack__status": "draft"}),
    "V141": ({"policy__monitoring__lawful_basis": "legal_duty"},
             {"policy__monitoring__lawful_basis": "legal_duty",
              "policy__monitoring__basis_named": "the Water Records Act, section 4"}),
    "V152": (
        {"engagement__pack__status": "approved",
         "policy__legal_reviews": [{"country": "GB", "reviewer": "Counsel", "date": "2026-05-11"}]},
        {"engagement__pack__status": "approved",
         "policy__legal_reviews": [{"country": "GB", "reviewer": "Counsel", "date": "2026-06-01"}]},
    ),
    "V153": ({"policy__concerns__contact": "An outside charity"},
             {"policy__concerns__contact": "An outside charity; the poster says how"}),
    "V154": (
        {"policy__agreed_rules": [
            {"place": "monitoring", "rule": "We do not read what you write on your own account."}]},
        {"policy__agreed_rules": [
            {"place": "monitoring", "rule": "We do not read what is not public on your own account."}]},
    ),
    "V220": (
        {"policy__agreed_rules": [{"place": "personal_use", "rule": "Pictures are welcome; section 3 goes before."}]},
        {"policy__agreed_rules": [
            {"place": "personal_use", "rule": "Pictures are welcome, within the Safety Act, section 3."}]},
    ),
    "V250": ({"policy__monitoring__assessed_on": "2027-01-22"},
             {"policy__monitoring__impact_assessment": False, "policy__monitoring__assessed_on": "2027-01-22"}),
    "V251": ({"policy__legal_reviews__0__date": {"unknown": "Not in yet", "owner": "Counsel", "due": "2027-02-02"}},
             {"policy__legal_reviews__0__date": {"unknown": "Not in yet", "owner": "Counsel", "due": "2027-01-29"},
              "policy__adopted_by": "2027-01-29"}),
    "V252": ({"terms__effective": "2027-02-02"}, {"terms__effective": "2027-02-01"}),
    "V253": (
        {"policy__agreed_rules": [{"place": "rights", "rule": "Pictures in uniform are welcome."}],
         "policy__consultations__0__closed": False},
        {"policy__agreed_rules": [{"place": "rights", "rule": "Pictures in uniform are welcome."}],
         "policy__consultations__0__closed": True},
    ),
    "V254": ({"engagement__pack__status": "approved"},
             {"engagement__pack__status": "approved", "policy__legal_reviews__0__answered": True}),
    "V255": ({"purpose__reason": "People ask the the shops, and hear nothing from us for two days at a time."},
             {"purpose__reason": "People say that that takes too long, and hear nothing from us for two days."}),
    "V190": ({"initiatives__1__id": "I-07", "policy__effective": "2027-04-29", "initiatives__1__start": "2027-04-05",
              "initiatives__1__end": "2027-04-30"},
             {"initiatives__1__id": "I-07", "policy__effective": "2027-04-30", "initiatives__1__start": "2027-04-05",
              "initiatives__1__end": "2027-04-30"}),
    "V191": ({"policy__ai__approved_tools": ["Drafting assistant"],
              "vision__declined": [{"id": "I-27", "reason": "It waits a year"}]},
             {"policy__ai__approved_tools": ["Translation service"],
              "vision__declined": [{"id": "I-27", "reason": "It waits a year"}]}),
    "V210": (
        {"policy__authorised_voices": [
            {"role": "Agent", "scope": "Answers customers", "how_to_become": "Ten coached replies",
             "trained_as": "experts"}]},
        {"policy__authorised_voices": [
            {"role": "Agent", "scope": "Answers customers", "how_to_become": "Ten coached replies",
             "trained_as": "cx_agents"}]},
    ),
    "V211": ({"governance__escalation__3__clock": "all_hours"},
             {"governance__escalation__3__clock": "all_hours", "governance__watch": "Nobody reads the pages at night"}),
    "V212": ({"policy__adopted_by": "2027-02-02", "policy__effective": "2027-02-01"},
             {"policy__adopted_by": "2027-02-01", "policy__effective": "2027-02-01"}),
    "V213": ({"policy__adopted_by": "2027-01-29"}, {"policy__adopted_by": "2027-01-29", "initiatives__0__id": "I-07"}),
    "V214": (
        {"policy__effective": "2027-02-01", "legacy_practices": [
            {"practice": "Answers from private telephones", "harm": "Nothing is recorded", "owner": "Head of Care",
             "replacement": "One official account", "by": "2027-06-30"}]},
        {"policy__effective": "2027-02-01", "legacy_practices": [
            {"practice": "Answers from private telephones", "harm": "Nothing is recorded", "owner": "Head of Care",
             "replacement": "One official account", "by": "2027-06-30", "forbidden": True}]},
    ),
    "V29": ({"purpose__customer_gain": "Write to robin@tidewater.example for a straight answer."},
            {"policy__concerns__contact": "ethics@tidewater.example or 0800 123 456"}),
}  # fmt: skip

BOARD: dict[str, Example] = {
    "V15": ({"board__costs__0__amount": 122000}, {"board__costs__0__amount": 121800}),
    "V30": ({"engagement__pack__status": "approved", "sign_off": []},
            {"engagement__pack__status": "approved"}),
    "V32": ({"engagement__meeting__date": "2026-11-15"}, {"engagement__meeting__date": "2026-11-16"}),
    "V53": ({"board__criteria__Risk": 26}, {}),
    "V54": ({"board__options": [specimen.option("recommended", 180000, (5, 4, 3, 4, 3))]}, {}),
    "V55": ({"board__options": [specimen.option("status_quo", 0, (1, 1, 5, 1, 5)),
                                specimen.option("recommended", 180000, (5, 4, 3, 4, 3))]}, {}),
    "V56": ({"board__recommended": "minimal"},
            {"board__recommended": "minimal", "board__recommended_because": _LONG_REASON}),
    "V57": ({"board__resolutions__0__text": "Approve the budget for 2027. Note the risks of the year."},
            {"board__resolutions__0__text": "Approve the budget of 1.8 million as in paper No. 7 for 2027"}),
    "V69": ({"risks__0__residual_likelihood": 5, "risks__0__residual_impact": 4},
            {"risks__0__residual_likelihood": 4, "risks__0__residual_impact": 4}),
    "V70": ({"risks": [specimen.risk("RSK-01", (2, 3)), specimen.risk("RSK-02", (2, 3))]}, {}),
    "V92": ({"board__benefits__0__low": 95000}, {"board__benefits__0__low": 90000}),
    "V95": ({"board__options__1__scores": {"Risk": 3}}, {"board__options__1__scores": UNKNOWN}),
}  # fmt: skip

ROADMAP: dict[str, Example] = {
    "V20": ({"initiatives__0__end": "2027-04-01"}, {"initiatives__0__end": "2027-03-31"}),
    "V21": ({"initiatives__0__depends_on": ["I-30"], "initiatives__3__depends_on": ["I-02"]},
            {"initiatives__3__depends_on": ["I-02"]}),
    "V22": ({"initiatives__0__owner": UNKNOWN}, {}),
    "V146": ({"initiatives__1__id": "I-07", "initiatives__1__start": "2027-04-05", "policy__effective": "2027-04-04"},
             {"initiatives__1__id": "I-07", "initiatives__1__start": "2027-04-05", "policy__effective": "2027-04-05"}),
    "V23": ({"initiatives__1__quarter": "Q1", "initiatives__1__end": "2027-03-30"},
            {"initiatives__1__quarter": UNKNOWN}),
    "V25": ({"initiatives": [specimen.initiative(f"W-{n}", "Q1") for n in range(5)]},
            {"initiatives": [specimen.initiative(f"W-{n}", "Q1") for n in range(4)]}),
    "V35": ({"vision__target_segment": "observer"}, {"vision__target_segment": "conservative"}),
    "V79": ({"initiatives": [specimen.initiative("I-02", "Q1")]}, {}),
    "V80": ({"vision__year_end": "Customers who ask us in public have an answer within the hour."}, {}),
    "V81": ({"vision__quarters__q2__vision": _WORDS.removesuffix(" word")},
            {"vision__quarters__q2__vision": _WORDS}),
    "V82": ({"vision__target_index": 3.0},
            {"vision__target_index": 3.0, "vision__larger_step_because": "The tool is already bought"}),
    "V162": ({"vision__target_segment": "contender"}, {"vision__target_segment": "conservative"}),
    "V83": ({f"alignment__{name}__agreed": False for name in _FOUR_YES},
            {f"alignment__{name}__agreed": False for name in _FOUR_YES[:3]}),
    "V84": ({"first_contact__top_reasons": [{"reason": "Late parcel", "share": 60, "solvable": True},
                                            {"reason": "Wrong book", "share": 41, "solvable": True}]}, {}),
}  # fmt: skip

EXAMPLES = GOVERNANCE | POLICY | BOARD | ROADMAP
