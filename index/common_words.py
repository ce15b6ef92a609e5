"""Words that are so common in English that finding one says little, however rare it is here.

In a small collection "getting" may be rarer than the name of the country that all of it is about,
and an idf counted there would make it the heaviest word of a question. Such words are indexed and
searched for like all others; a question only counts them less (`qa.questions.COMMON`).
"""

COMMON_WORDS = frozenset(
    """
    able absolutely accept accord account across act actual actually add adopt affect afford
    against agree aim allow almost alone along already although always among amount answer
    anybody anyone anything anyway anywhere apart appear apply approach area argue around arrive
    article ask aspect available away back bad base basic basically became become begin behind
    believe best better beyond big bit body bring build business busy buy call care carry case
    catch cause certain certainly chance change check choose clear clearly close collect come
    comment common compare complete completely concern condition connect consider contain
    content continue control cost count country couple course cover create current currently cut
    day deal decide deep definitely depend describe design despite detail develop differ
    difference different difficult direct discuss document done drop due early easily easy
    effect effort either else end enough entire entirely especially even event eventually
    everybody everyone everything exact exactly example except exist expect explain extent face
    fact fail fair fairly fall far fast feature feel few fill final finally find fine finish fit
    fix focus follow force form former forward free full fully further gain general generally
    getting give go goal goes going good gotten great group grow guess half hand handle happen
    hard hardly head hear heavy help high hit hold hope huge idea identify image imagine
    immediate impact important improve include increase indeed inform information instead
    interest involve issue item job join keep key kick kind know lack large last late later
    latest lead learn leave less let level lie life likely limit line link list listen little
    live local long look lose lot low main mainly maintain major make manage manner many mark
    matter maybe mean measure meet member mention mind minor miss moment money month move much
    name near nearly necessary need never new next nice nobody normal note nothing notice number
    obvious obviously occur offer office often old one ones open opinion order original others
    outside overall part particular particularly pass past pay people percent perhaps period
    person pick piece place plan play plenty point position possible possibly prefer prepare
    present pretty prevent previous previously probably problem process produce proper properly
    provide purpose put question quick quickly quite raise rather reach read ready real really
    reason receive recent recently reduce refer regard relate remain remember remove report
    represent require rest result return right role roughly rule run sadly same save say see
    seek seem send sense separate serious set settle several share short show side significant
    similar simple simply single situation size slightly slow small smart somebody somehow
    someone something sometimes somewhat somewhere soon sort sound speak special specific spend
    stage stand start state statement stay step still stop story straight strong stuff subject
    success such sudden suggest supply support suppose supposed sure surely system take talk
    tell tend term thing think third today together total toward towards tried true truly try
    trying turn two type understand unless until update use used useful user usual usually
    various version view visit wait walk want watch way week well whatever whenever whoever
    whole wide will wish wonder word work world worry worth write wrong year yes yesterday yet
    """.split()
)
