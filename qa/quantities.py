"""Units of what is measured, how long, heavy, fast, hot or old something is, and how questions ask
for it: parts of regular expressions.

"How heavy is a crane?" is answered by kilograms and not by any number (Li and Roth, Learning
Question Classifiers, 2002, whose finer classes of numbers these are).
"""

LENGTH = (
    r"(?:(?:kilo|centi|milli|micro|nano)?met(?:re|er)s?|[kcmn]m|m|miles?|mi|feet|foot|ft|inch(?:es)?"
    r"|yards?|yd|fathoms?|leagues?|light[\s-]years?|stor(?:eys?|ies)|floors)"
)
WEIGHT = (
    r"(?:(?:kilo|milli|micro)?gram(?:me)?s?|kilos?|kg|mg|g|tonn?es?|tons?|t|pounds?|lbs?|ounces?|oz"
    r"|carats?)"
)
SPEED = (
    r"(?:km/h|kph|mph|m/s|knots?|Mach"
    r"|(?:(?:kilo|centi|milli)?met(?:re|er)s?|miles?|feet|km|m)\s(?:an?|per)\s(?:hour|second|minute|day"
    r"|week|month|year))"
)
TEMPERATURE = (
    r"(?:°\s?[CFK]?|degrees?(?:\s(?:Celsius|Fahrenheit|centigrade|below|above))?|kelvins?|K)"
)


def _attribute(nouns: str) -> str:
    """Asks for an attribute by its name: "what is the height of", "at what speed", "height of"."""
    return (
        rf"\b(?:what|which)(?:(?: is| are| was| were|['’]s)(?: the| its| their)? (?:[\w-]+ ){{0,3}}"
        rf"| \w+ | )"
        rf"(?:{nouns})\b(?! of (?:time|stay))"
        rf"|^(?:the )?(?:{nouns}) of (?!time|stay|.*\b(?:what|which)\b)"
    )


_LONG = (
    r"(?:canal|bridge|tunnel|river|road|line|wall|coast\w*|border|track|route|pipeline|cable|street"
    r"|runway|reef|ship|boat|train|wing\w*)"
)
ASKED_LENGTH = (
    r"\bhow (?:tall|deep|wide|thick)\b|\bhow (?:near|close) (?:may|can|could|should|did|do|does)\b"
    r"|\bhow far (?:is|are|was|were|away|from|apart|up|out|inland)\b"
    r"|\bhow far (?:can|could|do|does|did|will|would) .{1,60}\b(?:fly|travel|sail|swim|run|walk"
    r"|drive|shoot|throw|jump)\b"
    rf"|\bhow long (?:is|are|was|were) (?:the|an?) (?:\w+ ){{0,3}}{_LONG}\b|"
    + _attribute("height|depth|width|length|altitude|diameter|thickness|distance")
)
ASKED_WEIGHT = r"\bhow heavy\b|\b(?:how much|what) .{1,60}\bweigh\b|" + _attribute("weight|mass")
ASKED_SPEED = (
    r"\bhow fast (?:is|are|was|were|can|could|will)\b"
    r"|\bhow fast .{1,40}\b(?:fly|run|go|move|travel|sail|drive|swim)\b|" + _attribute("speed")
)
ASKED_TEMPERATURE = r"\bhow (?:hot|cold|warm)\b|" + _attribute("temperature")
ASKED_AGE = r"\bhow old\b|" + _attribute("age")
