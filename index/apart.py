"""Words that the stemmer would take for forms of others: "critical" minerals have no critic.

Porter's rules know endings, not meanings (Krovetz, Viewing Morphology as an Inference Process,
1993).

Each line begins with the form that is indexed, as it stands, for all of the line.
"""

_APART = """
critical critically
important importantly importance
authority authorities
several
business businesses
customer customers
customs
majority majorities
minority minorities
publication publications
response responses
conservative conservatives
informal informally
morale
rational rationally
experiment experiments experimented experimenting experimental experimentally
succession successions successive successively
hardly
capitalism capitalist capitalists
physics
physician physicians
"""

APART = {word: line.split()[0] for line in _APART.strip().splitlines() for word in line.split()}
"""The indexed form of each word that is kept apart from its stem."""
