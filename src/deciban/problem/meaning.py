"""Codes D4 to D8: references, meaning, smells, computing, a case's own tests and debate."""

from deciban.problem.code import Code, warns

MEANING: dict[str, Code] = {
    "D401": Code(
        "One name for two things",
        "Questions, sources, events, reports, silences, unseen records and choices share one set "
        "of names, so that an address or a what-if means one thing. Rename one of the two; both "
        "places are shown.",
    ),
    "D402": Code(
        "A name that nothing carries",
        "The text refers to something that is not in the case. Most often it is a slip of the pen; "
        "the nearest known name is suggested.",
    ),
    "D403": Code(
        "No such outcome",
        "A judgement, a report or a line speaks of an outcome that the event, or a hypothesis that "
        "the question, does not have. `yes` and `no` are the outcomes of an event that lists none; "
        "`else` stands for all that are not named.",
    ),
    "D404": Code(
        "A circle",
        "Events hang from events, questions from questions, relays from reports, copies from "
        "messages and policies from choices, but never in a circle: then nothing would come first "
        "and no probability could be worked out. Decide which of them comes first and drop one "
        "link.",
    ),
    "D405": Code(
        "A work that the bibliography lacks",
        "Citations are keys of the bibliography: `sources.json`, which is CSL-JSON such as Zotero "
        "exports, or `sources.bib`. Nothing is cited that a reader could not look up.",
    ),
    "D406": Code(
        "A citation in a sentence of a work that is not there",
        "What stands in square brackets behind an `@` is a key of the bibliography. A bracket that "
        "is meant for something else is written without the `@`.",
    ),
    "D407": Code(
        "A citation that cannot be read",
        "A citation stands in square brackets, and each part of it names one work: `[@kotkin2017, "
        "p. 891]`, `[see @one, p. 12; @another, ch. 2]`. Half a citation would be printed as it "
        "stands, and its work would be missing from the bibliography.",
    ),
    "D408": Code(
        "A key that stands without brackets",
        "Only what stands in square brackets is a citation; any other `@name` is text, so that a "
        "handle or an address stays what it is. This one is a key of the bibliography.",
    ),
    "D409": Code(
        "A work cited that has no name",
        "A note on a work without title and author would be empty.",
    ),
    "D501": Code(
        "An event that nothing bears on",
        "The event is neither known nor reported, no silence speaks of it, no unseen record would, "
        "and nothing hangs from it. It cannot move the answer. Say that it is `known`, add a "
        "report, or take it out.",
    ),
    "D502": Code(
        "An event counted twice",
        "A published `weight` already holds everything that an event says of the question. If the "
        "event also carried expectations, reports, or other events, the same evidence would be "
        "counted again. Keep the weight on a known event with no other use, or drop it and say "
        "what each hypothesis leads you to expect.",
    ),
    "D503": Code(
        "An event without expectations",
        "An event tells between hypotheses only by how likely it was under each. Give it "
        "`expected`, keyed by what it hangs from, or a published `weight`. A sign that an actor "
        "saw tells him something in the same way, and is keyed by what he wonders about.",
    ),
    "D504": Code(
        "A source silent on what it reports",
        "A source that reports an event cannot also count as silent on it: the two would be one "
        "fact counted for and against. Drop the silence, or let it be the silence of the archive "
        "that ought to hold the record.",
    ),
    "D505": Code(
        "The subject reporting his own mind",
        "What the person asked about says is an act with a purpose, not a reading of his belief. "
        "Write it as an event with `said_by` and judge how likely he was to say it under each "
        "hypothesis; or give him a character if he is to be weighed as a witness.",
    ),
    "D506": Code(
        "A relay of something else",
        "A relay passes on what its origin said of one event, so both must speak of the same "
        "event. A message that says something of its own is a report, not a relay.",
    ),
    "D507": Code(
        "A school with two characters",
        "Sources of one school share one character: that is what makes them a school. State it on "
        "one member and leave it out on the others, or put the odd one in no school.",
    ),
    "D508": Code(
        "Two numbers for one thing",
        "Whether an archive was kept is one fact, and what a source believes of one event is one "
        "belief, so each has one number. Write the same value in both places, or state it once.",
    ),
    "D509": Code(
        "A question without rival answers",
        "A question needs at least two hypotheses that exclude one another; a question of when "
        "needs at least two dates. It has either, not both.",
    ),
    "D510": Code(
        "A question without a prior",
        "Every answer starts somewhere. `prior: even` starts level, a row states your own start, "
        "and `prior: none` prints weights and where readers who start elsewhere would end. "
        "deciban does not choose for you.",
    ),
    "D511": Code(
        "A mind with a second prior",
        "A question about a mind takes its prior, and the acts that show it their expectations, "
        "from what the actor was told and chose. A prior or expectation of its own would count "
        "that twice; `replace_prior` replaces it openly.",
    ),
    "D512": Code(
        "Dates out of order",
        "Nothing can be public before it was made or happened, nor a message turn out before it "
        "came; and the dates of a question of when must run forward, each once, with `never` last.",
    ),
    "D513": Code(
        "An undated event under a question of when",
        "Such an event is expected differently before and after the date in question, so it needs "
        "a `when` of its own.",
    ),
    "D514": Code(
        "Outcomes that leave no alternative",
        "An event tells something by having happened in one way rather than another, so a list of "
        "outcomes names two or more, each once. Leave `outcomes` out where it is yes or no.",
    ),
    "D515": Code(
        "A word of the language as a name",
        "`else`, `rest`, `even`, `none` and `unknown` mean something where judgements are "
        "written, so that an answer, an outcome or an option called by one of them could be "
        "read in two ways. Call it something else; `other` and `none_of_these` are free.",
    ),
    "D517": Code(
        "A silence that would be proof",
        "A part of a silence that is left out is certain. With none of `made`, `survives` and "
        "`found` written, the record would certainly have been made, kept and found, and its "
        "absence would be proof that the event did not happen. Say how likely each was.",
    ),
    "D518": Code(
        "A number that says nothing here",
        "A relay passes on what it was told with some `fidelity`, whatever it knows of the matter "
        "itself; a report of its own rests on its source's `competence` and relays nobody. A "
        "record that nobody has read moves nothing, so where a report rests on the same belief its "
        "own number counts. The other number would be read by nothing.",
    ),
    "D519": Code(
        "A character stated twice",
        "An Admiralty letter is short for a character: so likely honest, else guessing. A source "
        "that has both would have two characters. Keep the one you stand behind.",
    ),
    "D520": Code(
        "Hanging twice from one thing",
        "`given` names each thing an event hangs from once; a table nested under the same thing "
        "twice would have rows that can never hold.",
    ),
    "D601": warns(
        "Perhaps not every answer",
        "Probabilities over the hypotheses add up to 100%, so an answer nobody listed is given no "
        "chance. End with a catch-all such as `other`, or write `exhaustive: yes` to vouch that "
        "none is missing.",
    ),
    "D602": warns(
        "Certainty",
        "A judgement of exactly 0 or 100% can never be moved by any evidence, and it makes "
        "contradictions out of mere surprises. Say how sure you are: 99%, or 1 in 1000.",
    ),
    "D603": warns(
        "Many items taken as independent",
        "Twenty items of 1 deciban each, taken as independent, give 99%. Acts that flow from one "
        "policy and warnings drawn from one picture should hang from one event, and one man's "
        "reports from one source. Look for what these items share.",
    ),
    "D604": warns(
        "A leader above 99%",
        "Contested questions are seldom settled like this. Look for evidence counted twice: acts "
        "of one policy, copies of one report, judgements made with the answer in mind.",
    ),
    "D605": warns(
        "Confirmed by nobody",
        "Credibility 1 means confirmed by independent sources, and the case holds no report of "
        "this event from an independent origin. The digit is shown, never multiplied in; add the "
        "confirming report or lower the digit.",
    ),
    "D606": warns(
        "A source that pushes nothing",
        "Its character may push a line, but no line is written, so it counts as honest there. Add "
        "`line: {event: outcome}`.",
    ),
    "D607": warns(
        "One quotation under two items",
        "Two items quote the same words. If they are one record they count twice; make one a relay "
        "of the other or drop it.",
    ),
    "D608": warns(
        "A date that straddles the answer",
        "The event happened once within a window, and a date of the question falls inside it. It "
        "is counted at the end of the window.",
    ),
    "D609": warns(
        "Nothing left over",
        "The other shares of the row, each at the middle of its range, already add up to 100% or "
        "more, so `rest` is 0 there; of a source no evidence can ever raise it, and of an actor it "
        "has what the lower ends spare. If that outcome is possible at all, leave it something.",
    ),
    "D610": warns(
        "A line that nobody pushes",
        "A line is what a source says whatever it believes, when it pushes. Its character never "
        "pushes, so the line moves nothing. Give it some chance of `pushes`, or drop the line.",
    ),
    "D611": warns(
        "A silence louder than any report",
        "What is missing counts for more here than anything that anybody says: three decibans or "
        "more, taken by itself. That is right where a record would surely have been made, kept and "
        "found. Most often a part was left out, which makes it certain, or judged too kindly.",
    ),
    "D620": warns(
        "Works that nothing cites",
        "Somebody who reads a bibliography takes it for what the case rests on. Cite what was "
        "used, list under `consulted` what was read and is cited nowhere, and leave out the rest.",
    ),
    "D621": warns(
        "One work under two keys",
        "Two entries have the same title, author and date, and nothing tells them apart. Cited "
        "under both keys, one book looks like two, and its reports like two witnesses.",
    ),
    "D701": Code(
        "A contradiction",
        "Taken together these items are impossible under every hypothesis; without any one of them "
        "the rest could be true. Somewhere a judgement of exactly 0 or 100% forbids what another "
        "item asserts.",
    ),
    "D702": Code(
        "Too entangled to compute",
        "So many things hang together here that the exact answer would need more memory than "
        "deciban allows itself. The variables in the tangle are named; hang some of them from one "
        "event, or drop links.",
    ),
    "D801": Code(
        "A what-if that cannot be applied",
        "The edit names an address that the case does not have, or leads to a case that is no "
        "longer whole.",
    ),
    "D802": Code(
        "The case's own test fails",
        "A `test` states where an answer must lie, so that a later edit cannot move it unnoticed. "
        "Either the edit is wrong or the test is out of date.",
    ),
    "D803": Code(
        "No such address",
        "A position or a move names a number or a part of the case that does not exist. The "
        "address is the path in the text, list entries by their id: `events.letter.expected.yes`.",
    ),
    "D804": warns(
        "A stale position",
        "The case has moved under this position: the value it differs from is no longer what the "
        "case says. It is never silently adjusted; look at it and update `was`.",
    ),
    "D805": Code(
        "A position built on itself",
        "A position may extend another, but not itself, neither directly nor through others.",
    ),
    "D806": Code(
        "Two files for one name",
        "Each debater has one position and each move its own id, so that nothing is overwritten.",
    ),
    "D807": Code(
        "A file that is passed over",
        "Positions and moves are files whose names end in `.yaml`. One that ends in `.yml` would "
        "be left out of the debate unnoticed.",
    ),
    "D808": Code(
        "A test with no room",
        "An answer is hardly ever exactly a point, so a `test` gives the range it must lie in.",
    ),
    "D809": warns(
        "A case edited since it was read",
        "A position says which text of the case its debater last read. The case has been edited "
        "since, so there may be something new to take a view on. The position is neither adjusted "
        "nor passed over.",
    ),
    "D810": Code(
        "A position that leads to no case",
        "What a debater holds makes a case that is not whole: a row that does not add up, or "
        "something that nothing bears on any more. The whole row can be held at once.",
    ),
    "D811": Code(
        "A new answer that cannot come out",
        "An answer that only some entertain takes its probability from one that the case has, a "
        "catch-all such as `other`. That needs a row of priors, and enough left in it.",
    ),
    "D812": Code(
        "No hash of a case",
        "`reads` names the text that a debater last read by its SHA-256, so that later edits are "
        "noticed.",
    ),
    "D813": Code(
        "A change of mind that does not lead there",
        "Each entry of `revised` goes on from where the last one left its number, and the last one "
        "leads to what is held. Otherwise the history of a mind would not be the history of its "
        "numbers.",
    ),
    "D814": Code(
        "A number held twice",
        "A row and a number in it are held side by side in one position. Which of the two is meant "
        "cannot be told.",
    ),
    "D815": Code(
        "A debater in another's file",
        "A position and a seal stand in files that are called after their debater, so that whoever "
        "asks for one by name finds it, and nobody takes another's name.",
    ),
}
