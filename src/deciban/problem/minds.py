"""Problems of minds: what an actor wonders, was told and chose, and what is asked of him."""

from deciban.problem.code import Code, warns

MINDS: dict[str, Code] = {
    "D521": Code(
        "An actor who wonders about nothing",
        "A mind is what somebody believes of something, so `wonders` names it and lists the values "
        "it may have: two or more, each once.",
    ),
    "D522": Code(
        "A belief that begins nowhere, or twice",
        "What he believed before the first message is either written, as `prior`, or follows from "
        "what he thought of the other, as `opponent` with its kinds and their stakes. With both "
        "there would be two beginnings; with neither there is none.",
    ),
    "D523": Code(
        "Stakes that leave something out",
        "What a plan or an option is worth is compared over all values, so each has its number, "
        "from 0 to 100; and no number stands for what is not there.",
    ),
    "D524": Code(
        "Neither a message nor a sign",
        "A message has a sender and names a value: `from` and `says`. A sign was seen and not "
        "told, and has `expected` instead. What is both, or half of one, could be read in two "
        "ways.",
    ),
    "D525": Code(
        "A choice without an alternative",
        "An act tells something of a mind because he could have done otherwise, and an omission "
        "only where what he omitted was open to him. List at least two options that he had.",
    ),
    "D526": Code(
        "A question that does not fit the mind",
        "A question about a mind asks either which value he held likeliest (`by: most_likely`, its "
        "hypotheses the values) or in which band his belief in one value lay (`bands`, ascending "
        "from 0 to 100%, one hypothesis each). It hangs from no other question.",
    ),
    "D527": Code(
        "An act that cannot be done or left",
        "An event that shows a choice is a plain yes or no: he chose what he chose, or anything "
        "else. It shows one choice, and has no outcomes of its own.",
    ),
    "D528": Code(
        "Too many acts at once",
        "The acts of one mind stand in one table with a side for each, so that every one can be "
        "weighed, and twelve make it as large as it may be. Leave out those that tell the same "
        "story, or hang them from one act as events.",
    ),
    "D529": Code(
        "A policy that does not hold together",
        "A choice that continues another keeps up what was chosen there: an earlier choice of the "
        "same man, between the same options, which no other choice continues already.",
    ),
    "D530": Code(
        "How closely he follows his stakes",
        "A choice, a kind of opponent and a mirror all need a `care`: 0 is chance, and at 5 a "
        "difference of 20 points makes one option about three times likelier than the other.",
    ),
    "D531": Code(
        "A line that is not written",
        "He thinks that the source pushes something, so `line` says which value that is; else "
        "there is nothing that it would say whatever it believed.",
    ),
    "D532": Code(
        "A reply without a choice",
        "Where the other reckons with what the actor does, `anticipates` names the choice, and "
        "the stakes of the kinds are nested by its options. At depth 2 there must be such a "
        "choice.",
    ),
    "D533": Code(
        "A mind that is asked for what it has not",
        "What is asked of an actor names a value he wonders about and a choice he made; and guilt "
        "by negligence is measured against a `reasonable` actor who is declared.",
    ),
    "D612": warns(
        "Trust learned from what is said",
        "With `learns_trust_from: content` a message that fits what he believes makes him trust "
        "its sender, and that trust makes him believe the message more: the same words count "
        "twice, and belief is known to run away. `outcomes` learns from what turned out.",
    ),
    "D613": warns(
        "A record of one polarity",
        "A counterfactual changes what a source said, and nothing in the record says how such a "
        "message was met: all that the source ever said named one value. What the opposite would "
        "have done then rests on what was assumed of trust in it, and hardly on conduct.",
    ),
    "D614": warns(
        "Few columns carry the answer",
        "The mind is read at many choices of its numbers, and what he did agrees with so few of "
        "them that what is said of him rests on a handful. Read it at more, with `--draws`, or "
        "narrow the ranges that cannot be meant.",
    ),
    "D615": warns(
        "A copy that is none",
        "A copy repeats what another message said and adds nothing, so both name the same value "
        "and the copy comes no earlier. What says something else, or came first, is a message of "
        "its own; as a copy it is ignored.",
    ),
    "D703": Code(
        "A mind too large to read",
        "How much there is to reckon is known beforehand: columns, times what reached him and what "
        "he could choose, times values. Above a hundred million it is refused. Shorten the list or "
        "the record that is named, or ask for fewer columns.",
    ),
    "D704": warns(
        "An answer that his mind never gives",
        "At no choice of his numbers within their ranges does his belief fall there, so no "
        "evidence can raise it above nothing. Move the edges of the bands, widen the ranges if he "
        "might have believed it, or look whether the question stands at the date that is meant.",
    ),
}
