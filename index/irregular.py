"""Irregular English forms that no suffix rule brings together: "began" is indexed as "begin".

Each line begins with the form that is indexed. Forms that are more often another word ("found"
the verb, "left" the side, "saw" the tool, "lay") are left out where that would do harm.
"""

_FORMS = """
arise arose arisen
awake awoke awoken
bear bore borne
beat beaten
become became
begin began begun
bend bent
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen choice
come came
creep crept
deal dealt
die died dying
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
flee fled
fly flew flown flight
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown growth
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
learn learnt
lend lent
lie lain lying
lose lost loss
make made
mean meant
meet met
pay paid
prove proven
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold sale
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
slide slid
speak spoke spoken speech
speed sped
spell spelt
spend spent
spin spun
spring sprang sprung
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear torn
tell told
think thought
throw threw thrown
understand understood
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn withdrawal
write wrote written
man men
woman women
child children
person people
foot feet
tooth teeth
goose geese
mouse mice
life lives
wife wives
leaf leaves
half halves
knife knives
wolf wolves
crisis crises
analysis analyses
basis bases
hypothesis hypotheses
criterion criteria
phenomenon phenomena
datum data
medium media
"""

REGULAR = {
    form: words[0]
    for words in (line.split() for line in _FORMS.strip().splitlines())
    for form in words[1:]
}
"""The indexed form of each irregular one."""
