"""Critical questions: what to ask of an argument before it is believed.

The schemes and what may be asked of each follow Walton, Reed and Macagno (2008), *Argumentation
Schemes*, in words of our own; the questions to a document are what historians call external
criticism (Langlois and Seignobos 1898). A move names one, such as ``testimony.bias``.
"""

from collections.abc import Mapping

#: What is argued from, by the name of the scheme.
SCHEMES: Mapping[str, str] = {
    "testimony": "what a witness says",
    "expert": "what an expert holds",
    "motive": "what somebody stood to gain",
    "silence": "what is not on record",
    "analogy": "another case like this one",
    "document": "a document",
}

#: The question in words, by name.
CRITICAL_QUESTIONS: Mapping[str, str] = {
    "testimony.said": "Did the witness say this, in these words and this sense?",
    "testimony.position": "Was the witness placed to know it, or only told of it?",
    "testimony.competence": "Was the witness able to judge what he saw?",
    "testimony.bias": "Had the witness something to gain or to hide by saying so?",
    "testimony.memory": "How long afterwards was it said, and what had been learned by then?",
    "testimony.consistency": "Does the account agree with itself, and with what else he said?",
    "testimony.facts": "Does it agree with what is known from elsewhere?",
    "testimony.others": "Do other witnesses say the same who do not have it from this one?",
    "testimony.plausible": "Is what he tells likely on the face of it?",
    "expert.known": "Is the expert one: who else in the field takes him for that?",
    "expert.field": "Does the question lie in the field that he is an expert of?",
    "expert.opinion": "What exactly did he hold, and how firmly?",
    "expert.bias": "Has he a stake in the answer, or a school to defend?",
    "expert.agreement": "Do other experts agree, and independently of him?",
    "expert.evidence": "What does his view rest on, and has anybody else looked at it?",
    "motive.had": "Did he have this motive, as he himself saw things then?",
    "motive.strong": "Was it strong enough to act on at this price?",
    "motive.against": "What spoke to him against it?",
    "motive.others": "Who else had the same motive?",
    "motive.conduct": "Is what he did what this motive would have led to, and no other?",
    "silence.made": "Would such a record have been made, had it happened?",
    "silence.survives": "Would it have been kept, and not weeded or burnt?",
    "silence.searched": "Where has anybody looked, how thoroughly, and what is still closed?",
    "silence.interest": "Had whoever kept the records a reason to leave this out?",
    "silence.burden": "Whose part is it to show it: does the want of a record tell either way?",
    "analogy.true": "Did the other case go as it is said to have gone?",
    "analogy.alike": "Are the two alike in what matters for the answer?",
    "analogy.differs": "Where do they differ, and would that change the outcome?",
    "analogy.others": "Is there a case just as much alike that went the other way?",
    "document.authenticity": "Is it what it claims to be, or forged or altered?",
    "document.origin": "Who wrote it, when, where, and for whom?",
    "document.copy": "Is this the original, or a copy of what, through whose hands?",
    "document.complete": "Is it whole, and is the translation sound?",
    "document.selected": "Who chose it for print, and what was left aside?",
}


def in_words(name: str) -> str:
    """Answer a critical question in words: the one of that name, or one's own as it stands."""
    return CRITICAL_QUESTIONS.get(name, name)
