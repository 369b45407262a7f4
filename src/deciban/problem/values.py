"""Codes D3: values: judgements, rows, weights and dates."""

from deciban.problem.code import Code, warns

VALUES: dict[str, Code] = {
    "D301": Code(
        "No number is written",
        "A judgement was left empty. deciban never fills in a number on its own where you began to "
        "write one: put in what you can stand behind, however wide, such as `30..70%`, or "
        "`unknown` where nothing can be said.",
    ),
    "D302": Code(
        "A number that cannot be read",
        "A judgement is written as a percentage `70%`, a plain number `0.7`, a fraction `1/20`, "
        "odds `3:1`, `1 in 20`, a range of two of these `60..80%`, a central value with its range "
        "`70% (50..85%)`, or a word of the case's scale. Anything else would have to be guessed "
        "at, and a guess at your judgement would be no judgement of yours.",
    ),
    "D303": Code(
        "A bare number above 1",
        "A probability written without a percent sign goes from 0 to 1, so `70` has no meaning, "
        "and reading it as 70% would be a guess. Write `70%` or `0.7`.",
    ),
    "D304": Code(
        "A probability outside 0% to 100%",
        "Nothing is likelier than certain or less likely than impossible. Look for a slipped "
        "digit; for how much likelier the evidence makes something, use a weight such as `6 dB`.",
    ),
    "D305": Code(
        "A range that ends before it begins",
        "A range is written from its lower end to its upper: `60..80%`. The two may only be "
        "swapped, but one of them may also be mistyped, so deciban does not swap them for you.",
    ),
    "D306": Code(
        "A central value outside its range",
        "In `70% (50..85%)` the first number is your best single value and must lie inside the "
        "range you allow. Move the value or widen the range.",
    ),
    "D307": Code(
        "A word the scale does not have",
        "Verbal probabilities mean what a published scale says they mean, and the case's scale has "
        "no such word. Use one of its words, or write the probability as a range of numbers.",
    ),
    "D308": Code(
        "A word of another scale",
        "The same word means different things on different scales, so words of two scales are "
        "never mixed unawares. Write the range the word stands for, or name its scale under "
        "`words:` for the whole case.",
    ),
    "D309": warns(
        "A percentage that may be a range",
        "`60.80%` is a good number, 60.8%, but it is also what is left of `60..80%` when a dot is "
        "lost, and a range that shrinks to its lower end says far more than was meant. Write the "
        "range; or, where the number is meant, write it without the percent sign, `0.608`.",
    ),
    "D310": Code(
        "A range without two dots",
        "A range is written with two dots, `60..80%`. A dash may also be a minus sign and *to* may "
        "also give odds, so neither is read as a range.",
    ),
    "D311": Code(
        "A decimal comma",
        "Decimals are written with a point, `0.7`. A comma separates entries in this kind of text, "
        "so it would sooner or later cut a number in two.",
    ),
    "D312": Code(
        "A number with its thousands set apart",
        "Large numbers are written without commas, spaces or apostrophes between the thousands: `1 "
        "in 20000`. A comma there is easily taken for a decimal one.",
    ),
    "D313": Code(
        "A character that is no digit inside a number",
        "A letter O or l stands where a nought or a one belongs, as happens when text is scanned "
        "or retyped, or the digits are those of another script. Write the digits 0 to 9.",
    ),
    "D314": Code(
        "A number that is hedged",
        "*About 70%* says that you are unsure without saying how unsure. The range is the part "
        "deciban can work with: write the one you mean, such as `60..80%`, or `70% (60..80%)`.",
    ),
    "D315": Code(
        "A percent sign in the wrong place",
        "The percent sign stands right behind its number, `70%`, and the words *per cent* are not "
        "read. One way of writing it keeps cases alike and easy to search.",
    ),
    "D316": Code(
        "Odds written in words",
        "Odds are written with a colon, `3:1`, and frequencies as `1 in 20`. *3 to 1* may also be "
        "a range, so it is not read.",
    ),
    "D317": Code(
        "Odds, a fraction or a range",
        "`40/60` as a fraction is two thirds; as odds of forty to sixty it is 40%. Nobody can tell "
        "from the text, so write odds with a colon, `40:60`, or a percentage.",
    ),
    "D318": Code(
        "Two ends of a range written in different ways",
        "How a range is written says how its inside is spread: percentages evenly in probability, "
        "odds evenly in decibans. Ends of two kinds leave that open, so write both in the same "
        "way.",
    ),
    "D319": Code(
        "Counting with nought",
        "Odds, fractions and *1 in n* divide one number by another, and dividing by nought has no "
        "answer. For what cannot be, write `0%`; for what must be, `100%`; and be sure that "
        "nothing could ever change your mind.",
    ),
    "D320": Code(
        "A number beyond reckoning",
        "The number is so large or so small that a computer cannot tell it from certainty. "
        "Evidence about people never bears such a number; look for a slipped digit.",
    ),
    "D321": Code(
        "A range in odds that reaches certainty",
        "Counted in odds, certainty is endlessly far away, so such a range has no middle. End it "
        "short of certainty, or write it in percentages.",
    ),
    "D322": Code(
        "A word together with a range",
        "A word of a scale already stands for a range, so a second range beside it, or a range "
        "between two words, leaves open which one holds. Write the range alone.",
    ),
    "D323": Code(
        "`rest` outside a row",
        "`rest` stands for whatever the other outcomes of a row leave over. Here a single number "
        "is wanted and there are no other outcomes, so write the number.",
    ),
    "D324": Code(
        "A range in another notation",
        "A central value stands before its range in round brackets: `70% (60..80%)`. Square "
        "brackets mean a list in this kind of text, and a plus-or-minus does not say whether it "
        "ends at 100%.",
    ),
    "D325": Code(
        "A weight without its unit",
        "A weight may be counted in decibans, `6 dB`, or as so many times likelier, `x4`. The bare "
        "number could be either, and the two differ greatly.",
    ),
    "D326": Code(
        "A ratio that is not above nought",
        "A weight of `x4` says that the evidence is four times likelier if the hypothesis holds. A "
        "ratio of nought would rule the hypothesis out for ever; for evidence against it write a "
        "small ratio such as `x0.25`, or decibans such as `-6 dB`.",
    ),
    "D327": Code(
        "A weight past all reckoning",
        "20 dB is a hundredfold and 60 dB a millionfold. A weight beyond 1000 dB is a slip of the "
        "pen, for no evidence about people comes near it.",
    ),
    "D328": Code(
        "A weight that cannot be read",
        "A weight is written in decibans, `6 dB`, `-6..-2 dB`, `-3 dB (-6..-1 dB)`, or as so many "
        "times likelier, `x4`, `x2..x8`. Ranges need both ends.",
    ),
    "D329": Code(
        "A weight and a probability confused",
        "A probability says how likely something is; a weight says how much likelier the evidence "
        "is under one answer than under another. The place decides which is wanted: `expected` "
        "takes probabilities, `weight` takes decibans or ratios.",
    ),
    "D330": Code(
        "`rest` more than once",
        "`rest` is what all other outcomes leave over, so only one outcome can have it. To share "
        "what is left over evenly between several, leave them out and write `else: rest`.",
    ),
    "D331": Code(
        "Shares that do not add up to 100%",
        "Exactly one of the outcomes holds, so their probabilities must add up to 100%. Correct "
        "one of them, or write it as `rest` and let deciban do the sum.",
    ),
    "D332": Code(
        "Shares that add up to more than 100%",
        "Exactly one of the outcomes holds, but even the lowest ends written here add up to more "
        "than 100%. No choice inside the ranges is possible; lower some of them.",
    ),
    "D333": Code(
        "Shares that cannot reach 100%",
        "Exactly one of the outcomes holds, but even the highest ends written here add up to less "
        "than 100%. Raise some of them, write one as `rest`, or add the outcome that is missing.",
    ),
    "D334": Code(
        "An outcome left out of a row",
        "A row says how likely each outcome is, and here it is silent on some. Silence is not "
        "nought: give each a probability, or let `else: rest` share what is left evenly between "
        "them.",
    ),
    "D335": Code(
        "`else` with nothing left",
        "`else` stands for the outcomes that are not named, and here all of them are. Either leave "
        "it out, or a name above it is not the one you meant.",
    ),
    "D340": Code(
        "No date is written",
        "A date was begun and left empty. Write what is known, however coarse: a year `1941`, a "
        "decade `194X`, or a stretch `1941-04..1941-06`; or leave the line out.",
    ),
    "D341": Code(
        "A date that cannot be read",
        "Dates are written from the year down, `1941-06-21`, so that they sort and mean the same "
        "everywhere. Other spellings are recognised only to suggest the right one, never taken as "
        "read.",
    ),
    "D342": Code(
        "A day or time that does not exist",
        "The calendar has no such month, day or hour. Look for a slipped digit, or for a date "
        "taken over from the Julian calendar, which deciban does not convert.",
    ),
    "D343": Code(
        "A stretch that ends before it begins",
        "A stretch of time is written from its beginning to its end. The two may only be swapped, "
        "but one of them may also be mistyped, so deciban does not swap them for you.",
    ),
    "D344": Code(
        "A year too far off",
        "Years run from -9999 to 9999 and have four digits; the year before year 1 is `0000` and "
        "44 BC is `-0043`. A longer year is most often a digit typed twice.",
    ),
    "D345": Code(
        "A stretch with no end at all",
        "One end of a stretch may be left open, `1941-05/..`, but with both open it says nothing. "
        "Write the end that is known, or leave the line out.",
    ),
    "D346": Code(
        "Month first or day first",
        "`05/06/1941` is the 6th of May to some readers and the 5th of June to others. Write it "
        "from the year down and it is one day for everybody.",
    ),
}
