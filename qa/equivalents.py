"""Words that say the same, or nearly: what a question may call a thing that an article calls else.

General English, made for no collection: spellings and abbreviations, word families, countries
with their people and governments, near-synonyms. These words are used at lower weight, and only
for words of the question; docs/quality.md says what they bring.

One group a line, separated by commas; lower case, base forms, to be stemmed like any text.
"""

SAME = """
us, usa, united states, america, united states of america
uk, united kingdom, britain, great britain
eu, european union
un, united nations
uae, united arab emirates, emirates
ussr, soviet union
prc, people's republic of china
drc, democratic republic of the congo, dr congo
dprk, north korea
rok, south korea
roc, republic of china
png, papua new guinea
nz, new zealand
nyc, new york city
dc, district of columbia
burma, myanmar
turkey, turkiye
czechia, czech republic
holland, netherlands
ivory coast, cote d'ivoire
swaziland, eswatini
cape verde, cabo verde
kiev, kyiv
peking, beijing
bombay, mumbai
calcutta, kolkata
gdp, gross domestic product
gnp, gross national product
gni, gross national income
cpi, consumer price index
vat, value added tax
fdi, foreign direct investment
imf, international monetary fund
wto, world trade organization, world trade organisation
world health organization, world health organisation
ilo, international labour organization, international labor organization
fao, food and agriculture organization
wfp, world food programme
iaea, international atomic energy agency
ipcc, intergovernmental panel on climate change
icc, international criminal court
icj, international court of justice
ioc, international olympic committee
unhcr, un refugee agency
unicef, un children's fund
nato, north atlantic treaty organization, atlantic alliance
oecd, organisation for economic co operation and development
opec, organization of the petroleum exporting countries
asean, association of southeast asian nations
au, african union
ecb, european central bank
boe, bank of england
fed, federal reserve
fda, food and drug administration
epa, environmental protection agency
cdc, centers for disease control
nih, national institutes of health
fbi, federal bureau of investigation
cia, central intelligence agency
nsa, national security agency
dod, department of defense, defense department, pentagon
doj, department of justice, justice department
dhs, department of homeland security
faa, federal aviation administration
ftc, federal trade commission
irs, internal revenue service
nhs, national health service
bbc, british broadcasting corporation
mit, massachusetts institute of technology
nasa, national aeronautics and space administration
esa, european space agency
ccp, chinese communist party, communist party of china, cpc
pla, people's liberation army
gop, republican party, republicans
idf, israel defense forces, israeli army, israeli military
ira, irish republican army
isis, isil, islamic state, daesh
mp, member of parliament, parliamentarian
mep, member of the european parliament
pm, prime minister, premier
fm, foreign minister
ceo, chief executive, chief executive officer
cfo, chief financial officer, finance director
coo, chief operating officer
cto, chief technology officer
vp, vice president
gp, general practitioner, family doctor
hr, human resources, personnel department
hq, headquarters
pr, public relations
r&d, research and development
ngo, nongovernmental organization, non governmental organisation
igo, intergovernmental organization
sme, small and medium sized enterprise, small business
mnc, multinational corporation, multinational company
ipo, initial public offering, flotation
ai, artificial intelligence
ml, machine learning
llm, large language model
agi, artificial general intelligence
nlp, natural language processing
iot, internet of things
ict, information and communications technology
api, application programming interface
cpu, processor, central processing unit
gpu, graphics processing unit, graphics card
os, operating system
ui, user interface
url, web address
vpn, virtual private network
pc, personal computer
app, application
tv, television
vr, virtual reality
ev, electric vehicle, electric car
uav, drone, unmanned aerial vehicle
gps, global positioning system, satellite navigation
dna, deoxyribonucleic acid
gmo, genetically modified organism
ghg, greenhouse gas
co2, carbon dioxide
ch4, methane
ccs, carbon capture and storage
lng, liquefied natural gas
ppm, parts per million
kwh, kilowatt hour
mw, megawatt
gw, gigawatt
pv, photovoltaic
covid, covid19, coronavirus
hiv, human immunodeficiency virus
tb, tuberculosis
std, sexually transmitted disease, sti
ptsd, post traumatic stress disorder
adhd, attention deficit hyperactivity disorder
icu, intensive care unit, intensive care
bmi, body mass index
ppe, personal protective equipment
mri, magnetic resonance imaging
ivf, in vitro fertilization
iq, intelligence quotient
phd, doctorate, doctoral degree
mba, master of business administration
esl, english as a second language
sdgs, sustainable development goals
mdgs, millennium development goals
wmd, weapons of mass destruction
icbm, intercontinental ballistic missile
ied, improvised explosive device, roadside bomb
dmz, demilitarized zone
npt, non proliferation treaty
tpp, trans pacific partnership
nafta, north american free trade agreement
brics, brazil russia india china and south africa
bri, belt and road initiative, belt and road
crypto, cryptocurrency
ww1, wwi, first world war
ww2, wwii, second world war, world war ii
lgbt, lgbtq, gay and lesbian
faq, frequently asked questions
kpi, key performance indicator
roi, return on investment
csr, corporate social responsibility
esg, environmental social and governance
mou, memorandum of understanding
nda, non disclosure agreement, confidentiality agreement
pto, paid time off, paid leave
wfh, work from home, telework, telecommute
dei, diversity equity and inclusion
eta, estimated time of arrival
km, kilometre, kilometer
cm, centimetre, centimeter
mm, millimetre, millimeter
kg, kilogram, kilogramme, kilo
lb, pound
mph, miles per hour
kph, kilometres per hour
sq, square
bn, billion
mn, million
percent, per cent, pct
approx, approximately
est, established
dept, department
govt, government
univ, university
prof, professor
dr, doctor
gov, governor
gen, general
sen, senator
rep, representative
rev, reverend
jr, junior
sr, senior
mt, mount
vs, versus
jan, january
feb, february
aug, august
sept, september
oct, october
nov, november
dec, december
exec, executive
info, information
tech, technology
memo, memorandum
ad, advert, advertisement
lab, laboratory
exam, examination
photo, photograph
phone, telephone
cellphone, mobile phone, cell phone
fridge, refrigerator
gym, gymnasium
flu, influenza
math, mathematics
vet, veterinarian
admin, administration
ops, operations
spec, specification
stats, statistics
email, e mail
website, web site
cyber security, cybersecurity
data base, database
health care, healthcare
child care, childcare
day care, daycare
work force, workforce
workplace, work place
decision maker, decisionmaker
policymaker, policy maker
lawmaker, law maker
cease fire, ceasefire
air strike, airstrike
war ship, warship
fund raising, fundraising
life style, lifestyle
living standard, standard of living
nonprofit, non profit
cooperate, co operate
coordinate, co ordinate
coworker, co worker
cofounder, co founder
teenager, teen ager, teen
judgement, judgment
grey, gray
colour, color
favour, favor
favourite, favorite
honour, honor
labour, labor
neighbour, neighbor
neighbourhood, neighborhood
behaviour, behavior
harbour, harbor
humour, humor
rumour, rumor
tumour, tumor
vapour, vapor
flavour, flavor
odour, odor
armour, armor
vigour, vigor
rigour, rigor
savour, savor
endeavour, endeavor
parlour, parlor
saviour, savior
candour, candor
splendour, splendor
valour, valor
glamour, glamor
mould, mold
smoulder, smolder
centre, center
theatre, theater
metre, meter
litre, liter
fibre, fiber
calibre, caliber
lustre, luster
sombre, somber
spectre, specter
manoeuvre, maneuver
sabre, saber
defence, defense
offence, offense
licence, license
pretence, pretense
programme, program
catalogue, catalog
dialogue, dialog
analogue, analog
cheque, check
plough, plow
draught, draft
tyre, tire
kerb, curb
sceptic, skeptic
aluminium, aluminum
aeroplane, airplane
aesthetic, esthetic
archaeology, archeology
encyclopaedia, encyclopedia
paediatric, pediatric
paediatrician, pediatrician
anaemia, anemia
anaesthetic, anesthetic
gynaecology, gynecology
haemorrhage, hemorrhage
leukaemia, leukemia
diarrhoea, diarrhea
foetus, fetus
foetal, fetal
oestrogen, estrogen
orthopaedic, orthopedic
mediaeval, medieval
skilful, skillful
wilful, willful
woollen, woolen
jewellery, jewelry
moustache, mustache
pyjamas, pajamas
mum, mom
yoghurt, yogurt
whisky, whiskey
sulphur, sulfur
sulphate, sulfate
artefact, artifact
enquiry, inquiry
enquire, inquire
adviser, advisor
likeable, likable
sizeable, sizable
liveable, livable
axe, ax
cosy, cozy
disc, disk
speciality, specialty
analyse, analyze
paralyse, paralyze
catalyse, catalyze
apologise, apologize
authorise, authorize
capitalise, capitalize
categorise, categorize
centralise, centralize
civilisation, civilization
colonise, colonize
commercialise, commercialize
criminalise, criminalize
criticise, criticize
crystallise, crystallize
customise, customize
decentralise, decentralize
destabilise, destabilize
digitise, digitize
economise, economize
emphasise, emphasize
equalise, equalize
finalise, finalize
formalise, formalize
generalise, generalize
globalise, globalize
harmonise, harmonize
hospitalise, hospitalize
idealise, idealize
immunise, immunize
industrialise, industrialize
institutionalise, institutionalize
jeopardise, jeopardize
legalise, legalize
legitimise, legitimize
liberalise, liberalize
localise, localize
marginalise, marginalize
materialise, materialize
maximise, maximize
memorise, memorize
militarise, militarize
minimise, minimize
mobilise, mobilize
modernise, modernize
monetise, monetize
monopolise, monopolize
nationalise, nationalize
neutralise, neutralize
normalise, normalize
optimise, optimize
organise, organize
penalise, penalize
personalise, personalize
polarise, polarize
politicise, politicize
popularise, popularize
prioritise, prioritize
privatise, privatize
publicise, publicize
radicalise, radicalize
rationalise, rationalize
realise, realize
recognise, recognize
revitalise, revitalize
revolutionise, revolutionize
scrutinise, scrutinize
socialise, socialize
specialise, specialize
stabilise, stabilize
standardise, standardize
sterilise, sterilize
stigmatise, stigmatize
subsidise, subsidize
summarise, summarize
symbolise, symbolize
sympathise, sympathize
synchronise, synchronize
terrorise, terrorize
traumatise, traumatize
urbanise, urbanize
utilise, utilize
vandalise, vandalize
visualise, visualize
weaponise, weaponize
ft, foot
amid, amidst
practise, practice
cv, curriculum vitae
"""
"""The same word or name, spelt, abbreviated or written differently."""

FORMS = """
cling, clung
dwell, dwelt
find, found
know, knowledge
leap, leapt
leave, left
lie, lay
mistake, mistook, mistaken
overcome, overcame
overthrow, overthrew, overthrown
prove, proof
sing, song
strive, strove, striven
tear, tore
undergo, underwent, undergone
undertake, undertook, undertaken
uphold, upheld
withhold, withheld
bad, worse, worst
far, farther, farthest
large, larger, largest
big, bigger, biggest
small, smaller, smallest
high, higher, highest
low, lower, lowest
great, greater, greatest
old, older, oldest, elder, eldest
young, younger, youngest
early, earlier, earliest
late, later, latest
long, longer, longest
strong, stronger, strongest
weak, weaker, weakest
rich, richer, richest
poor, poorer, poorest
fast, faster, fastest
new, newer, newest
cheap, cheaper, cheapest
wide, wider, widest
deep, deeper, deepest
short, shorter, shortest
easy, easier, easiest
heavy, heavier, heaviest
safe, safer, safest
hot, hotter, hottest
cold, colder, coldest
loaf, loaves
shelf, shelves
thief, thieves
analysis, analyse, analyze
diagnosis, diagnoses
bacterium, bacteria, bacterial
curriculum, curricula
fungus, fungi
nucleus, nuclei
index, indices
matrix, matrices
appendix, appendices
policeman, policemen
businessman, businessmen
fisherman, fishermen
spokesman, spokesmen
chairman, chairmen
accede, accession
acquire, acquisition
abstain, abstention
absorb, absorption
abolish, abolition
accurate, accuracy
admit, admission
advise, advice
able, ability
adequate, adequacy
ally, alliance
ancestor, ancestry, ancestral
anxious, anxiety
argue, argument
ascend, ascent
assume, assumption
autonomy, autonomous
bankrupt, bankruptcy
believe, belief
brief, brevity
broad, breadth
bury, burial
cede, cession
centre, central
circle, circular
clear, clarity, clarify
close, closure
coerce, coercion
collide, collision
colony, colonist
commerce, commercial
compel, compulsion, compulsory
complain, complaint
comprehend, comprehension
conceive, conception
conclude, conclusion
congress, congressional
conquer, conquest
constrain, constraint
consume, consumption
convert, conversion
create, creation, creator
crime, criminal
cure, curative
cycle, cyclical
dead, death, die
deceive, deception, deceit
decide, decision
deep, depth
defend, defence, defense
define, definition
deliver, delivery
democracy, democratic
demography, demographic
depart, departure
descend, descent
describe, description
destroy, destruction
detain, detention
deter, deterrence
dictator, dictatorship
diplomat, diplomacy
disagree, disagreement
disaster, disastrous
discover, discovery
dissolve, dissolution
divert, diversion
divide, division
donate, donor
drama, dramatic
economy, economic, economist
edit, editor
elect, electoral
emerge, emergence
emit, emission
emperor, empire, imperial
emphasis, emphasise, emphasize
enemy, enmity
energy, energetic
enter, entry, entrance
enterprise, entrepreneur
erode, erosion
evade, evasion
evolve, evolution, evolutionary
exceed, excess
expand, expansion
expel, expulsion
explain, explanation
explode, explosion
extend, extension
fail, failure
false, falsehood
famous, fame
farm, farmer
finance, financial
fish, fishery
fluent, fluency
forest, forestry
fraud, fraudulent
free, freedom
frequent, frequency
gene, genetic
geography, geographic
give, gift
globe, global
glory, glorious
govern, governor
grieve, grief
guide, guidance
hate, hatred
hero, heroic
high, height
history, historic, historian
horror, horrify, horrific
hot, heat
hunger, hungry
impede, impediment
include, inclusion
injure, injury
inquire, inquiry
intend, intention
intervene, intervention
intrude, intrusion
invade, invasion
invest, investor
islam, islamist
japan, japanese
journal, journalist
judge, judicial, judiciary
jury, juror
justify, justification
king, kingdom
labor, labour
law, legal
leader, leadership
legislature, legislate
liberty, liberate
live, life, alive
long, length, lengthy
maintain, maintenance
malnourished, malnutrition
marine, maritime
marry, marriage
medicine, medical
member, membership
method, methodology
migrate, migrant
military, militarise, militarize
minister, ministry, ministerial
misery, miserable
money, monetary
monopoly, monopolise, monopolize
moon, lunar
multiply, multiple
music, musician
myth, mythology
navy, naval
necessary, necessity
neglect, negligence
north, northern
south, southern
east, eastern
west, western
novel, novelist
nutrition, nutrient
obey, obedience
occur, occurrence
offend, offence, offense
omit, omission
oppose, opposition, opponent
parent, parenthood
parliament, parliamentary
partner, partnership
peasant, peasantry
perceive, perception
permit, permission
persuade, persuasion
philosophy, philosopher
physics, physicist
pirate, piracy
planet, planetary
please, pleasure
poem, poet, poetry, poetic
police, policeman
politics, politician
poor, poverty
prejudice, prejudicial
president, presidential
prevail, prevalence
prince, princess
priest, priesthood
private, privacy
produce, product
pronounce, pronunciation
propose, proposition
prosecute, prosecutor
proud, pride
provide, provision
provoke, provocation
qualify, qualification
race, racial, racism, racist
rare, rarity
rebel, rebellion, rebellious
receive, receipt, reception, recipient
recession, recede
reduce, reduction
rely, reliance, reliable
religion, religious
reproduce, reproduction
resolve, resolution
respond, response
restrain, restraint
retain, retention
reveal, revelation
revolt, revolution, revolutionary
sacrifice, sacrificial
safe, safety
satisfy, satisfaction
science, scientific, scientist
secret, secrecy
sense, sensory
serve, service, servant
sex, sexual
short, shortage, shorten
simple, simplify, simplicity
slave, slavery, enslave
society, social, societal
solve, solution
sovereign, sovereignty
space, spatial
speak, speaker
specific, specify
stable, stability
star, stellar
state, statehood
statistic, statistician
strategy, strategic, strategist
strong, strength, strengthen
submit, submission
subscribe, subscription
subsidy, subsidize, subsidise
succeed, success, successor
suffice, sufficient
sun, solar
supervise, supervisor
surgeon, surgery, surgical
survive, survivor
suspect, suspicion, suspicious
suspend, suspension
sustain, sustenance
sympathy, sympathetic
system, systematic
technique, technical, technician
terror, terrorist
theory, theorist, theoretical
thief, theft
threat, threaten
tour, tourism, tourist
trade, trader
tragedy, tragic
transmit, transmission
treat, treatment
tribe, tribal
true, truth
tyrant, tyranny
urban, urbanisation
urge, urgent, urgency
use, usage, user
vacant, vacancy
value, valuable
vary, variety, variation, variable
verify, verification
victim, victimise
victory, victor
violent, violence
volcano, volcanic
volunteer, voluntary
warm, warmth
wealth, wealthy
weigh, weight
wide, width, widen
wise, wisdom
worker, work
worship, worshipper
write, writer
young, youth
clergy, cleric
"""
"""Irregular forms and word families the stemmer leaves apart; lines as in `SAME`."""

PLACES = """
afghanistan: afghan; kabul
albania: albanian; tirana
algeria: algerian; algiers
andorra: andorran
angola: angolan; luanda
antigua and barbuda: antiguan
argentina: argentine, argentinian, argentinean; buenos aires
armenia: armenian; yerevan
australia: australian, aussie; canberra
austria: austrian; vienna
azerbaijan: azerbaijani, azeri; baku
bahamas: bahamian; nassau
bahrain: bahraini; manama
bangladesh: bangladeshi; dhaka
barbados: barbadian, bajan; bridgetown
belarus: belarusian, belarussian; minsk
belgium: belgian; brussels
belize: belizean; belmopan
benin: beninese; porto novo, cotonou
bhutan: bhutanese; thimphu
bolivia: bolivian; la paz, sucre
bosnia and herzegovina: bosnian, bosniak; sarajevo
botswana: botswanan, motswana; gaborone
brazil: brazilian; brasilia, planalto
brunei: bruneian; bandar seri begawan
bulgaria: bulgarian; sofia
burkina faso: burkinabe; ouagadougou
burundi: burundian; gitega, bujumbura
cambodia: cambodian, khmer; phnom penh
cameroon: cameroonian; yaounde
canada: canadian; ottawa
cape verde: cape verdean; praia
central african republic: central african; bangui
chad: chadian; ndjamena
chile: chilean; santiago
china: chinese, sino; beijing, zhongnanhai
colombia: colombian; bogota
comoros: comorian; moroni
congo: congolese; kinshasa, brazzaville
costa rica: costa rican; san jose
croatia: croatian, croat; zagreb
cuba: cuban; havana
cyprus: cypriot; nicosia
czech republic: czech; prague
denmark: danish, dane; copenhagen
djibouti: djiboutian
dominica: dominican; roseau
dominican republic: dominican; santo domingo
east timor: timorese, timor leste; dili
ecuador: ecuadorian, ecuadorean; quito
egypt: egyptian; cairo
el salvador: salvadoran, salvadorean; san salvador
equatorial guinea: equatoguinean; malabo
eritrea: eritrean; asmara
estonia: estonian; tallinn
eswatini: swazi; mbabane
ethiopia: ethiopian; addis ababa
fiji: fijian; suva
finland: finnish, finn; helsinki
france: french; paris, elysee
gabon: gabonese; libreville
gambia: gambian; banjul
georgia: georgian; tbilisi
germany: german; berlin
ghana: ghanaian; accra
greece: greek, hellenic; athens
grenada: grenadian
guatemala: guatemalan; guatemala city
guinea: guinean; conakry
guinea bissau: bissau guinean; bissau
guyana: guyanese
haiti: haitian; port au prince
honduras: honduran; tegucigalpa
hong kong: hong konger, hongkonger
hungary: hungarian, magyar; budapest
iceland: ; reykjavik
india: indian; new delhi, delhi
indonesia: indonesian; jakarta
iran: iranian, persian; tehran, teheran
iraq: iraqi; baghdad
ireland: irish; dublin
israel: israeli; jerusalem, tel aviv
italy: italian; rome
ivory coast: ivorian; yamoussoukro, abidjan
jamaica: jamaican; kingston
japan: japanese; tokyo
jordan: jordanian; amman
kazakhstan: kazakh, kazakhstani; astana, nur sultan
kenya: kenyan; nairobi
kiribati: gilbertese; tarawa
kosovo: kosovar, kosovan; pristina
kuwait: kuwaiti; kuwait city
kyrgyzstan: kyrgyz; bishkek
laos: laotian; vientiane
latvia: latvian; riga
lebanon: lebanese; beirut
lesotho: basotho, mosotho; maseru
liberia: liberian; monrovia
libya: libyan; tripoli, benghazi
liechtenstein: ; vaduz
lithuania: lithuanian; vilnius
luxembourg: luxembourgish
madagascar: malagasy, madagascan; antananarivo
malawi: malawian; lilongwe
malaysia: malaysian; kuala lumpur, putrajaya
maldives: maldivian
mali: malian; bamako
malta: maltese; valletta
marshall islands: marshallese; majuro
mauritania: mauritanian; nouakchott
mauritius: mauritian; port louis
mexico: mexican; mexico city
micronesia: micronesian; palikir
moldova: moldovan; chisinau
monaco: monegasque, monacan
mongolia: mongolian, mongol; ulaanbaatar, ulan bator
montenegro: montenegrin; podgorica
morocco: moroccan; rabat
mozambique: mozambican; maputo
myanmar: burmese; naypyidaw, rangoon, yangon
namibia: namibian; windhoek
nauru: nauruan; yaren
nepal: nepalese, nepali; kathmandu
netherlands: dutch; the hague, amsterdam
new zealand: ; wellington
nicaragua: nicaraguan; managua
niger: nigerien; niamey
nigeria: nigerian; abuja
north korea: north korean; pyongyang
north macedonia: macedonian; skopje
norway: norwegian; oslo
oman: omani; muscat
pakistan: pakistani; islamabad, rawalpindi
palau: palauan; ngerulmud
palestine: palestinian; ramallah
panama: panamanian; panama city
papua new guinea: papua new guinean, papuan; port moresby
paraguay: paraguayan; asuncion
peru: peruvian; lima
philippines: filipino, filipina; manila, malacanang
poland: polish; warsaw
portugal: portuguese; lisbon
qatar: qatari; doha
romania: romanian; bucharest
russia: russian; moscow, kremlin
rwanda: rwandan; kigali
saint kitts and nevis: kittitian; basseterre
saint lucia: saint lucian; castries
saint vincent and the grenadines: vincentian; kingstown
samoa: samoan; apia
san marino: sammarinese
sao tome and principe: sao tomean; sao tome
saudi arabia: saudi; riyadh
senegal: senegalese; dakar
serbia: serbian, serb; belgrade
seychelles: seychellois
sierra leone: sierra leonean; freetown
singapore: singaporean
slovakia: slovak, slovakian; bratislava
slovenia: slovenian, slovene; ljubljana
solomon islands: ; honiara
somalia: somali, somalian; mogadishu
south africa: south african; pretoria
south korea: south korean; seoul, blue house
south sudan: south sudanese; juba
spain: spanish, spaniard; madrid
sri lanka: sri lankan; colombo
sudan: sudanese; khartoum
suriname: surinamese; paramaribo
sweden: swedish, swede; stockholm
switzerland: swiss; bern
syria: syrian; damascus
taiwan: taiwanese; taipei
tajikistan: tajik, tajikistani; dushanbe
tanzania: tanzanian; dodoma, dar es salaam
thailand: thai; bangkok
togo: togolese; lome
tonga: tongan; nuku'alofa
trinidad and tobago: trinidadian, tobagonian; port of spain
tunisia: tunisian; tunis
turkey: turkish, turk; ankara
turkmenistan: turkmen; ashgabat
tuvalu: tuvaluan; funafuti
uganda: ugandan; kampala
ukraine: ukrainian; kyiv, kiev
united arab emirates: emirati; abu dhabi, dubai
united kingdom: british, briton; london, westminster, whitehall, downing street
united states: american; washington, white house
uruguay: uruguayan; montevideo
uzbekistan: uzbek, uzbekistani; tashkent
vanuatu: ni vanuatu; port vila
vatican: papal; holy see
venezuela: venezuelan; caracas, miraflores
vietnam: vietnamese; hanoi
yemen: yemeni; sanaa, aden
zambia: zambian; lusaka
zimbabwe: zimbabwean; harare
england: english
scotland: scottish, scot; edinburgh, holyrood
wales: welsh; cardiff
northern ireland: northern irish, ulster; belfast, stormont
european union: european; brussels
europe: european
africa: african
asia: asian
latin america: latin american
tibet: tibetan; lhasa
greenland: ; nuuk
puerto rico: puerto rican; san juan
"""
"""`country: adjectives and demonyms; capitals and seats that stand for its government`."""

NEAR = """
begin, start, commence, initiate, kick off
launch, start, unveil, introduce
establish, found, create
introduce, usher in
open, inaugurate, unveil
source, origin, root
outset, beginning, onset, dawn
resume, restart, reopen, relaunch
founder, creator, founding father
end, finish, conclude, terminate, come to an end
stop, halt, cease, discontinue
suspend, halt, freeze, put on hold
close, shut, shutter
closure, shutdown
abolish, scrap, eliminate, get rid of
cancel, scrap
remove, take away, strip, withdraw
phase out, discontinue
expire, lapse
dissolve, disband
final, last, ultimate
eventually, ultimately
cause, result in, give rise to
trigger, spark, provoke, prompt
reason, cause, motive, rationale
purpose, aim, goal, objective, intention
result, outcome, consequence, effect
impact, effect, influence
affect, influence, shape
consequence, repercussion, ramification, implication, fallout
factor, driver, determinant
stem from, arise, originate
increase, rise, grow, climb
soar, surge, skyrocket, spike
raise, boost, hike, increase
growth, expansion, increase, rise
expand, enlarge, extend, widen, broaden
intensify, escalate, heighten, deepen
double, twofold, twice
triple, threefold, three times, treble
quadruple, fourfold, four times
strengthen, reinforce, bolster, fortify, consolidate
improve, enhance, better, upgrade
progress, advance, headway, breakthrough
accelerate, speed up, hasten, quicken
accumulate, amass, pile up
maximum, highest, ceiling, upper limit
peak, high point, height, climax
exceed, surpass, outstrip, go beyond
decrease, decline, fall, drop, diminish
reduce, cut, lower, slash, scale back
reduction, cut, decrease, decline
shrink, dwindle, diminish
plunge, plummet, tumble, slump, nosedive
collapse, fall apart, crumble, implode
weaken, undermine, erode, sap
slow, decelerate, lose momentum
downturn, recession, slump
limit, restrict, cap, constrain, curtail
curb, rein in, restrain
worsen, deteriorate, exacerbate, aggravate
ease, alleviate, relieve, mitigate, lessen
minimum, lowest, floor, lower limit
deplete, exhaust
subside, recede, ebb, abate
fluctuate, vary, swing
stagnate, stall, flatline, plateau
help, assist, aid, support
support, back, endorse, champion
enable, allow, permit, make possible
facilitate, ease, smooth
encourage, promote, foster, stimulate
assistance, aid, help, relief
benefit, advantage, gain, merit, upside
beneficial, helpful, advantageous
collaborate, cooperate, work together, join forces
partnership, alliance, collaboration, cooperation
sponsor, backer, patron
maintain, sustain, preserve, uphold
advocate, champion, proponent
prevent, stop, avert, forestall
block, obstruct, impede, hinder, hamper, thwart
obstacle, barrier, hurdle, impediment, stumbling block
ban, prohibit, forbid, outlaw, bar
veto, block, reject
deter, discourage, dissuade
disrupt, interrupt, disturb
delay, postpone, defer, push back
setback, blow, reversal
bottleneck, logjam, choke point
avoid, evade, dodge, sidestep, shun
foil, thwart, frustrate
agree, consent, accept, go along with
agreement, deal, accord, pact
approve, endorse, green light
approval, permission, consent, go ahead
accept, embrace, welcome
confirm, verify, corroborate, validate
acknowledge, admit, concede, recognize
consensus, common ground, agreement
comply, obey, abide by, adhere, conform
disagree, differ, dissent
oppose, resist
reject, refuse, rebuff, decline, spurn
dispute, contest, challenge
disagreement, dispute, rift, quarrel, row
deny, refute, rebut
opponent, critic, adversary, rival, detractor
controversial, contentious, disputed
contradict, conflict, clash
protest, demonstration, rally, march
protester, demonstrator, activist, campaigner
debate, discussion, argument
violate, breach, infringe, contravene
pay, fork out
salary, wage, pay, earnings, remuneration
fund, finance, bankroll, underwrite
cost, price, expense
expenditure, spending, outlay
fee, charge, levy
repay, pay back, reimburse, refund
compensation, reparation, redress
borrow, take out a loan
loan, credit, lending
debt, liability, borrowing, arrears
grant, award, bestow
donate, give, contribute
donation, gift, contribution
donor, contributor, benefactor, philanthropist
charity, philanthropy
subsidy, financial support, grant
invest, put money into, pour money into
investor, shareholder, stockholder, backer
allocate, earmark, assign, set aside, allot
tax, levy, duty
tariff, duty, trade barrier
income, revenue, earnings, proceeds
profit, earnings, gain
deficit, shortfall, gap
shortage, scarcity, lack, shortfall, dearth
surplus, excess, glut, oversupply
money, cash, funds
currency, legal tender, banknote
wealthy, rich, affluent, prosperous
wealth, fortune
billionaire, tycoon, magnate, mogul
poor, impoverished, needy, low income
poverty, deprivation, hardship, destitution
cheap, inexpensive, affordable, low cost
expensive, costly, pricey, high priced
free, complimentary
buy, purchase, acquire, procure
acquisition, takeover, buyout, purchase
merge, combine, amalgamate
seller, vendor, supplier, retailer, merchant
buyer, customer, consumer, client, shopper
shop, store, outlet, retailer
advertise, promote
trade, commerce
export, overseas sales, outbound shipment
supply, provide, furnish, deliver, offer
provider, supplier, vendor
bankrupt, insolvent, go bust
bankruptcy, insolvency
inflation, rising prices, cost of living
interest rate, borrowing cost, lending rate
stock, share, equity
bond, gilt
stock market, stock exchange, equity market, bourse
bank, lender, financial institution
fraud, scam, swindle, deception
corruption, bribery, graft, venality
bribe, kickback, payoff
austerity, spending cuts, belt tightening
bailout, rescue package, rescue
rent, lease, hire
tenant, renter, lessee
landlord, property owner
build, construct, erect
construction, building work
building, structure, edifice
builder, contractor
design, devise
develop, create
architect, designer, planner
rebuild, reconstruct, restore
renovate, refurbish, restore
repair, fix, mend
demolish, tear down, knock down, raze
infrastructure, public works, roads and bridges
lead, head, run, command
leader, head, chief, boss
head, director, chief, manager
leadership, helm, stewardship
president, head of state
prime minister, premier, head of government
king, monarch, sovereign, ruler
queen, monarch, sovereign
chair, chairman, chairperson
deputy, vice, second in command, number two
supervise, oversee, manage, run, administer
supervisor, boss, line manager, superior
supervision, oversight, control
govern, rule, administer
ruler, leader, dictator, autocrat, strongman
join, enter, become a member, enroll
accede, join, accession, membership
take part, participate, be involved, engage
participant, attendee, entrant
member, participant
leave, exit, quit, go away
withdraw, exit, leave
withdrawal, pullout, departure, exit
resign, quit
retire, stop working
dismiss, fire, sack, remove, oust
oust, overthrow, topple, depose
abandon, ditch, forsake, drop
visit, trip, tour
visitor, tourist, traveler, guest
tourist, holidaymaker, vacationer, sightseer
holiday, vacation, break
meet, hold talks, convene
meeting, summit, talks, conference, gathering
conference, symposium, forum, convention
negotiate, bargain, hold talks
negotiation, talks, bargaining
negotiator, mediator, envoy
mediate, broker, arbitrate, intercede
host, hold
gather, assemble, congregate, convene
say, declare, claim, assert
tell, inform, notify
say, remark, comment, note
speak, talk, address
speech, address, remarks, lecture
announce, declare, proclaim, make public, unveil
announcement, declaration, statement, proclamation
explain, clarify, spell out
describe, portray, depict, characterize
mention, refer to, cite, note
quote, cite
suggest, propose, put forward, recommend
recommend, advise, urge, suggest
recommendation, advice, proposal
advice, guidance, counsel, tip
argue, contend, maintain, claim, assert
insist, stress, emphasize, underline, underscore
warn, caution, alert, sound the alarm
warning, caution, alert, alarm
ask, request
demand, insist
urge, exhort
persuade, convince
persuade, induce, coax
promise, pledge, vow, commit
promise, commitment, pledge, assurance
reply, respond, answer, react
response, reply, answer, reaction
reveal, disclose, expose, make public, divulge
reveal, show
leak, disclose, release
hide, conceal, mask, disguise
secret, covert, clandestine, hidden, undercover
secrecy, confidentiality
confidential, classified, secret
call, name, term, dub, label
name, title
nickname, moniker, epithet, sobriquet
mean, signify, denote
represent, symbolize, embody
symbol, emblem, token
define, describe, characterize
express, voice, articulate, convey
interview, conversation
spokesman, spokesperson, spokeswoman, representative
message, statement, communication
rumor, gossip, speculation, hearsay
think, believe, consider, feel, reckon
belief, view, opinion
opinion, view, attitude, viewpoint, position
regard, see, view, consider, deem
assume, presume, suppose, take for granted
idea, notion, concept, thought
understand, grasp, comprehend, appreciate
understanding, grasp, comprehension, insight
know, be aware, be familiar with
awareness, knowledge, consciousness
ignorance, lack of knowledge, unawareness
doubt, skepticism, uncertainty
remember, recall, recollect
forget, overlook, neglect
expect, anticipate, foresee, predict
predict, forecast, foresee
forecast, prediction, projection, outlook
estimate, calculate, reckon
guess, speculate, conjecture
hope, aspire, wish
want, wish, desire
fear, worry, dread
concern, worry, anxiety, apprehension
afraid, scared, frightened, fearful
perceive, see, regard
perception, impression, image
perspective, point of view, viewpoint, standpoint
theory, hypothesis, thesis
assumption, premise, presumption
conclude, infer, deduce
lesson, moral, takeaway
criticize, condemn, denounce, attack, slam
criticism, condemnation, censure, rebuke
blame, fault, hold responsible, accuse
accuse, allege, charge
accusation, allegation, claim
complain, grumble, gripe
complaint, grievance
shame, embarrassment, humiliation, disgrace
insult, offend, slur
mock, ridicule, deride, make fun of
praise, commend, applaud, laud, hail
admire, respect
thank, be grateful, express gratitude
gratitude, appreciation, thankfulness
celebrate, mark, commemorate, honor
celebration, festival
anniversary, commemoration, jubilee
honor, tribute, homage
award, prize, medal, honor
reputation, image
plan, intend, aim
plan, scheme, blueprint, project
strategy, game plan, policy
policy, approach, stance
initiative, program, scheme
project, venture, undertaking, endeavor
schedule, timetable, calendar
decide, opt, determine, resolve
choose, select, pick, opt for
choice, option, alternative
prefer, favor
determine, establish, ascertain
proposal, plan, suggestion, offer
consider, contemplate, weigh, mull
aim, seek, strive, try
try, attempt, seek, endeavor
attempt, effort, bid, try
priority, main concern, top of the agenda
agenda, program, platform
roadmap, blueprint
produce, make, manufacture
production, output, manufacturing
producer, manufacturer, maker
factory, plant, mill
product, merchandise, item
generate, produce, yield
invent, devise, pioneer
invention, innovation, creation
pioneer, trailblazer, forerunner, innovator
assemble, put together, piece together
raw material, commodity, resource
use, utilize, deploy
use, application, usage
exploit, take advantage of, make use of
adopt, embrace
consumption, intake
misuse, abuse
implement, put into effect, enforce
implementation, enforcement
conduct, perform, undertake
operate, run, work, function
find, discover, detect, identify
learn, discover, ascertain
search, hunt
investigate, examine, probe, inquire
investigation, inquiry, probe
investigator, detective, inspector
study, research
study, examine, analyze
survey, poll, questionnaire
show, demonstrate, illustrate, indicate, prove
proof, evidence, confirmation
evidence, data
sign, indication, signal, clue, hint
measure, gauge, quantify, assess
evaluate, assess, appraise, judge
assessment, evaluation, appraisal, review
review, reassessment
measure, step, action, move
metric, indicator, yardstick, benchmark, gauge
criterion, standard, benchmark
calculate, compute
count, tally, number
test, trial
compare, contrast, liken
comparison, contrast, parallel
rank, rate
ranking, league table
average, typical
statistic, figure, data
method, technique, approach, procedure, way
process, procedure, mechanism
researcher, scholar, academic, scientist
expert, specialist, analyst
scholar, academic, professor, intellectual
economist, economic analyst
commentator, pundit, observer, analyst
adviser, consultant, counselor
author, writer, novelist
journalist, reporter, correspondent
columnist, commentator, opinion writer
editor, publisher
official, bureaucrat, civil servant, public servant
politician, lawmaker, statesman
lawmaker, legislator, congressman, parliamentarian, senator
minister, secretary, cabinet member
diplomat, ambassador, envoy
representative, delegate, agent, envoy
candidate, contender, nominee
successor, replacement, heir
predecessor, forerunner, precursor
incumbent, current holder, sitting
ally, partner, friend
colleague, coworker, fellow, peer
friend, companion, acquaintance
enemy, foe, adversary
competitor, rival
expert, professional, practitioner
engineer, technician
lawyer, attorney, counsel, solicitor, barrister
judge, magistrate, justice
farmer, grower, cultivator, agricultural producer
fisherman, angler, fisher
worker, employee, staff, laborer
staff, personnel, workforce, employees
employer, company, boss
executive, manager, director
owner, proprietor
entrepreneur, businessman, founder
businessman, businesswoman, entrepreneur
doctor, physician, clinician
nurse, carer, caregiver
patient, sufferer
teacher, educator, instructor, tutor
student, pupil, learner
graduate, alumnus, degree holder
child, kid, youngster
baby, infant, newborn
young people, youth, youngster
teenager, adolescent, youth
elderly, old people, older, senior citizen
woman, female
man, male
parent, mother, father
mother, mom
father, dad
wife, spouse, partner
husband, spouse, partner
sibling, brother, sister
kin, family member
family, household
ancestor, forefather, forebear
descendant, offspring
person, individual
population, citizen, inhabitant
resident, inhabitant, dweller, local
foreigner, alien, outsider
immigrant, migrant, newcomer
immigration, migration, influx
refugee, asylum seeker, displaced person
expatriate, emigrant, expat, diaspora
indigenous, native, aboriginal
native, local, homegrown
minority, ethnic group
slave, bondage, enslave
slavery, bondage, servitude, forced labor
hero, idol, icon
celebrity, star, famous person
victim, casualty, sufferer
survivor, victim
volunteer, unpaid worker
leader of the opposition, opposition leader
opposition, resistance
supporter, backer, fan
follower, disciple, adherent
voter, electorate, constituent
elect, choose
election, vote, poll, ballot
electorate, voters
vote, cast a ballot, go to the polls
referendum, plebiscite, popular vote
campaign, push
government, administration, regime
state, country, nation
power, influence, clout, leverage
authoritarian, autocratic, dictatorial, undemocratic
dictatorship, autocracy, tyranny, authoritarian rule
democracy, self government, popular rule
parliament, legislature, congress, national assembly
ministry, department, government office
cabinet, ministers
agency, body, organization, institution
organization, body, group, association
committee, panel, commission, council, board
politics, political life
ideology, doctrine, creed
reform, overhaul, restructure
reform, transformation
bureaucracy, red tape, civil service
local government, municipality, council
mayor, city leader
province, state, region, territory
federal, central government
nationwide, national, across the country
sovereignty, independence, self determination
independence, autonomy, self rule, freedom
independent, autonomous, self governing
freedom, liberty
coup, putsch, takeover, overthrow
revolution, uprising, revolt, rebellion
unrest, turmoil, upheaval, disorder
instability, turmoil, volatility
stability, steadiness
riot, disturbance, unrest
rebel, insurgent, guerrilla, militant
civil society, grassroots
leftist, left wing
right wing, rightist
extremist, radical, fanatic
moderate, centrist
propaganda, disinformation, indoctrination
disinformation, misinformation, fake news, falsehood
lie, deceive, mislead
law, legislation, statute, act
rule, regulation
regulate, control, govern
regulator, watchdog, regulatory body
guideline, guidance
legal, lawful, legitimate
illegal, unlawful, illicit, against the law
legislation, bill, act
constitution, basic law, charter
amendment, revision, change
enact, pass, adopt
repeal, revoke, rescind, overturn, annul
court, tribunal, judiciary
supreme court, highest court, top court
ruling, verdict, judgment, decision
trial, prosecution, court case
lawsuit, litigation, legal action, case
sue, take to court, take legal action
prosecute, indict, charge, put on trial
convict, find guilty
sentence, penalty, punishment
punish, penalize, discipline
fine, penalty, sanction
sanction, embargo, restriction
arrest, detain, apprehend, take into custody
detention, custody, imprisonment
prison, jail, detention center
imprison, jail, incarcerate, put behind bars
prisoner, inmate, detainee, captive
release, free, set free, liberate
crime, offense, wrongdoing
criminal, offender, felon, perpetrator
gang, cartel, mafia, organized crime
thief, burglar, robber
steal, rob, loot
theft, robbery, burglary, larceny
murder, kill, assassinate, slay
murder, homicide, killing, assassination
kidnap, abduct, take hostage
hostage, captive
rape, sexual assault, sexual violence
harassment, bullying, intimidation
abuse, mistreatment, ill treatment
torture, cruel treatment
police, law enforcement, constable
police officer, policeman, cop
suspect, defendant
witness, bystander, onlooker
smuggle, traffic
smuggler, trafficker
death penalty, capital punishment
human rights, civil liberties, fundamental freedoms
discrimination, bias, prejudice
racism, racial discrimination, bigotry, xenophobia
bias, partiality, slant
inequality, disparity, gap, imbalance
equality, parity, equal treatment
justice, fairness
fair, equitable
injustice, unfairness
privacy, data protection
entitle, be eligible
eligible, entitled, qualified
eligibility, entitlement
obligation, duty, responsibility
responsible, accountable
mandatory, compulsory, obligatory, required
voluntary, optional
require, need, demand
requirement, condition, prerequisite
need, necessity
necessary, essential, needed
contract, agreement
clause, provision, article, section
patent, intellectual property
copyright, intellectual property
war, conflict, warfare
conflict, fighting, strife, violence
civil war, internal conflict
battle, fight, combat, clash
fighter, combatant, militant
soldier, troop, serviceman
military, army, armed forces
navy, naval forces, fleet
air force, air power
commander, officer
veteran, ex soldier, former soldier
recruit, enlist
conscription, draft, military service, national service
deploy, station, send
base, military installation, garrison
weapon, arms, armaments, munitions
gun, firearm, rifle
bomb, explosive
bomb, bombard, shell
explode, detonate
explosion, blast
missile, rocket
nuclear weapon, atomic bomb, nuclear arms
tank, armored vehicle
attack, strike, assault, raid
assail, attack, assault
invade, occupy, overrun
invasion, incursion, occupation
aggression, hostility, belligerence
occupy, seize
seize, capture, take, grab
conquer, subdue, vanquish
conquest, subjugation
annex, incorporate
surrender, capitulate
retreat, fall back, pull back
ambush, surprise attack
threaten, menace, intimidate
threat, danger, menace, risk
endanger, jeopardize, imperil, put at risk
danger, risk, peril, hazard
dangerous, hazardous, risky, perilous, unsafe
violence, bloodshed, brutality
massacre, slaughter, mass killing
genocide, ethnic cleansing, mass murder
holocaust, shoah
casualty, fatality, death toll
injure, wound, hurt
injury, wound
terrorism, extremism
terrorist, militant, extremist
defend, protect, guard, shield
protect, safeguard, shield, preserve
protection, safeguard, shelter
safe, secure
security, safety
guard, sentry, watchman
shelter, refuge, haven
peace, calm
truce, ceasefire, armistice, cessation of hostilities
treaty, pact, accord, convention
peace agreement, peace deal, peace accord
reconciliation, rapprochement
disarmament, arms control, arms reduction
peacekeeper, blue helmet, peacekeeping force
foreign policy, diplomacy, international relations
foreign, overseas, international, abroad
international, global, worldwide, transnational
global, world, worldwide
relations, ties, links, relationship
tension, friction, strain
superpower, great power, major power
hegemony, dominance, supremacy, primacy
dominate, control, prevail
empire, imperial power
colony, overseas possession
colonialism, imperialism, colonial rule
espionage, spying, intelligence gathering
spy, secret agent, intelligence agent
hack, cyber attack
hacker, cyber criminal
isolation, seclusion
isolate, ostracize
intervene, interfere, meddle
intervention, interference
blockade, siege, encircle
border, frontier, boundary
humanitarian aid, relief, emergency assistance
foreign aid, development assistance, overseas aid
developing country, poor country, global south, third world
developed country, rich country, advanced economy
emerging economy, emerging market
technology, tech, digital tools
technological, technical, high tech
software, program
computer, laptop
internet, web, online
website, site, web page
user, subscriber
device, gadget, appliance
tool, instrument, device
smartphone, mobile phone, cellphone, handset
algorithm, model
automation, mechanization, robotics
robot, machine, android
chatbot, virtual assistant, conversational agent
social media, social network
chip, semiconductor, microchip
download, install
upload, post
delete, erase, remove
password, credentials, login
bug, error, defect, flaw
error, mistake, fault
feature, characteristic, attribute, trait
version, edition
update, upgrade, revise
cloud, remote server
encryption, encode
virus, malware
function, purpose
search engine, web search
satellite, spacecraft
space, outer space, cosmos
astronaut, cosmonaut
rocket, launch vehicle, spacecraft
telescope, observatory
earth, globe, planet
universe, cosmos
energy, power, electricity
electricity, power supply, electric power
power station, power plant, generating plant
fossil fuel, coal, oil, gas
oil, petroleum, crude
petrol, gasoline, fuel
renewable, clean, green, sustainable
solar, photovoltaic
wind farm, wind turbine, wind power
nuclear power, atomic energy
battery, energy storage, cell
blackout, power cut, power outage
dam, reservoir, hydroelectric
mining, extraction
drill, bore
metal, mineral, ore
climate change, global warming, climate crisis
warming, temperature rise, heating
emission, greenhouse gas, carbon
emit, discharge
carbon neutral, net zero
pollution, contamination, emissions
pollute, contaminate
toxic, poisonous, harmful
harmful, damaging, detrimental, injurious
waste, rubbish, garbage, trash, refuse
landfill, dump, garbage dump
recycle, reuse
environment, nature, ecosystem
environmental, ecological, green
environmentalist, conservationist, green activist
conservation, preservation
sustainable, viable
drought, dry spell, water shortage
flood, inundation, deluge
flood, inundate, submerge
storm, hurricane, cyclone, typhoon
rain, rainfall, precipitation
heat wave, hot spell, high temperatures
hot, warm
cold, chilly, freezing
earthquake, quake, tremor
tsunami, tidal wave
volcano, eruption
wildfire, forest fire, bush fire, blaze
fire, blaze
disaster, catastrophe, calamity
weather, climate
sea level, ocean level
glacier, ice sheet, ice cap
deforestation, forest clearance, logging
forest, woodland, jungle
tree, wood
timber, wood, lumber
desert, arid land
erosion, wearing away
adapt, adjust
resilient, robust, hardy
vulnerable, at risk, susceptible
biodiversity, species richness, variety of life
extinct, vanish
endangered, threatened, at risk of extinction
health, wellbeing, fitness
ill, sick, unwell
illness, disease, sickness, ailment
disease, disorder, condition
epidemic, outbreak, pandemic
infect, catch
infection, contagion
infectious, contagious, transmissible, communicable
spread, transmit
spread, proliferate, propagate
spread, dissemination, proliferation
bacterium, germ, microbe, bacteria
virus, pathogen
vaccine, jab, inoculation, immunization, shot
vaccinate, immunize, inoculate
medicine, drug, medication, pharmaceutical
drug, narcotic
addiction, dependence, substance abuse
addict, drug user
treat, cure, heal
treatment, therapy, cure, remedy
therapist, psychologist, counselor
psychiatric, mental
mental health, psychological wellbeing
mental illness, psychiatric disorder
depression, low mood, melancholy
stress, strain, pressure
anxiety, nervousness, worry
diagnose, identify, detect
symptom, sign
hospital, clinic, medical center
surgery, operation, medical procedure
pain, ache
painkiller, analgesic, opioid
cancer, tumor, malignancy
heart attack, cardiac arrest
heart, cardiac
brain, neural, cerebral
lung, respiratory, pulmonary
kidney, renal
skin, dermal
blood, bleeding
eye, vision, sight
blind, visually impaired
deaf, hearing impaired
disability, impairment, handicap
disabled, handicapped
obesity, overweight, excess weight
slim, thin
exercise, workout, physical activity
diet, nutrition, eating habits
nutrient, vitamin
nutritious, wholesome
hunger, starvation, malnutrition, famine
malnourished, underfed, undernourished
hungry, starving
sleep, slumber, rest
tired, weary, fatigued, exhausted
fatigue, exhaustion, tiredness, burnout
recover, recuperate, bounce back
recovery, rebound, upturn
pregnancy, gestation
abortion, termination of pregnancy
contraception, birth control, family planning
birth, childbirth, delivery
born, birthplace, native of
give birth, bear, deliver
birth rate, fertility
fertility, childbearing
die, pass away, perish, be killed
death, demise
death rate, mortality
deadly, lethal, fatal
suicide, take one's life, kill oneself
bury, inter, lay to rest
funeral, burial
grave, tomb, cemetery
live, reside, dwell, inhabit
life, existence
life expectancy, lifespan, longevity
survive, outlive
age, years old
childhood, early years, boyhood, girlhood
youth, early life
old age, later life, retirement
raise, rear
marry, wed, tie the knot
marriage, wedding, matrimony
divorce, separation, split
sex, intercourse
gender, sex
gay, homosexual
transgender, trans
education, schooling, instruction
educate, teach, instruct
train, coach
learn, study
school, academy
elementary school, primary school
secondary school, high school
university, college, higher education
kindergarten, preschool, nursery
class, lesson, course
classroom, schoolroom
curriculum, syllabus, course of study
degree, diploma, qualification
qualification, credential, certificate
scholarship, bursary, fellowship
tuition, school fees
exam, test
grade, mark, score
homework, assignment
academic, scholarly
literacy, reading and writing
illiterate, unable to read
skill, ability, competence, expertise
ability, capacity, capability
able, capable
talent, gift, aptitude
intelligence, intellect
intelligent, clever, smart, bright
knowledge, expertise, know how
experienced, seasoned, veteran
beginner, novice, newcomer
textbook, schoolbook
library, archive
job, occupation, profession, work
job, post, role, position
career, working life, profession
employment, work
employ, hire, recruit
hire, recruit, appoint
appoint, nominate
unemployed, jobless
unemployment, joblessness
layoff, redundancy, job cut, dismissal
workplace, job site
working hours, work time
overtime, extra hours
part time, reduced hours
remote work, telework, working from home
leave, absence
maternity leave, parental leave, paternity leave
sick leave, sickness absence
absence, nonattendance
pension, retirement benefit, superannuation
perk, fringe benefit, employee benefit
bonus, incentive, reward
incentive, inducement
reward, recompense
promote, advance, elevate
apprentice, trainee, intern
applicant, candidate, job seeker
apply, submit an application
application, request
resume, curriculum vitae
strike, walkout, industrial action, stoppage
union, trade union, labor union
collective bargaining, pay talks
minimum wage, living wage, wage floor
welfare, social security, benefits
insurance, cover, coverage
performance appraisal, performance review, evaluation
workload, burden
onboarding, orientation, induction
dress code, attire
clothes, garment, apparel, dress
misconduct, wrongdoing, bad behavior
conduct, behavior
discipline, disciplinary action
handbook, manual, guide
confidentiality, nondisclosure
turnover, attrition
company, firm, business, corporation, enterprise
multinational, global company
small business, small firm
startup, new company, young company
subsidiary, affiliate, branch
headquarters, head office, main office
headquartered, based, located
industry, sector
monopoly, market dominance, cartel
compete, vie, rival
competition, rivalry, contest
competitive, cutthroat
market, marketplace
brand, trademark, label
outsource, subcontract
protectionism, trade barriers
free trade, open markets, trade liberalization
supply chain, logistics
inventory, stock, stockpile
communism, marxism
middle class, bourgeoisie
working class, proletariat, blue collar
upper class, aristocracy, elite, nobility
elite, ruling class
slum, shantytown, favela
housing, home, accommodation, dwelling
house, home, residence
apartment, flat, condominium
homeless, rough sleeper
eviction, expulsion
mortgage, home loan
property, real estate
neighborhood, district, quarter
furniture, furnishings
room, chamber
urban, city, metropolitan
city, town, metropolis
village, hamlet, settlement
suburb, outskirts
rural, countryside
capital, capital city, seat of government
downtown, city center
settle, make one's home, colonize
settler, colonist
settlement, colony
crowded, overcrowded, congested, packed
road, street, highway, motorway
transport, carry, convey, haul
car, automobile, vehicle, motor
truck, lorry
bus, coach
train, rail, railway
railway, railroad
underground, subway, metro
airplane, plane, aircraft, jet
airline, carrier
airport, airfield
pilot, aviator, flyer
flight, air travel
ship, vessel, boat
sailor, seaman, seafarer
port, harbor
shipping, maritime transport, freight
freight, cargo
bicycle, bike, cycle
cyclist, bike rider
pedestrian, walker
walk, stroll, hike
drive, motor
driver, motorist
driverless, self driving, autonomous
commute, travel to work
passenger, rider
traffic, congestion, gridlock
crash, accident, collision
parking, car park
bridge, crossing
tunnel, underpass
speed, pace
fast, quick, rapid, swift, speedy, speed
slow, sluggish, gradual
travel, journey
journey, trip, voyage
travel, tourism
explorer, adventurer
expedition, mission
route, path, way
move, shift, transfer, relocate
migrate, move, emigrate
flee, escape, run away
escape, getaway
displace, uproot
expel, deport
arrive, come, reach
return, come back, go back
send, dispatch, transmit
receive, obtain
obtain, acquire
cross, traverse
entrance, entry, access
follow, pursue, chase
pursue, seek
approach, near, come close
distance, range
share, exchange, swap
distribution, allocation
exchange, swap, trade
store, keep, hold, stockpile
storage, storehouse, warehouse
collect, gather, assemble, compile
include, contain, comprise, incorporate
consist, comprise, be composed of
component, part, element, ingredient
part, section, segment, portion
separate, divide, split
division, split, rift
connect, link, join
connection, link, tie, relationship
attach, fasten
mix, blend, combine
mixture, blend, combination
integrate, incorporate, assimilate
integration, assimilation
monitor, track, watch, observe, keep an eye on
monitoring, surveillance
inspect, check, examine
inspection, check, audit
record, register
document, paper, file
report, account
report, paper
publish, release, issue
book, volume
write, pen, compose
novel, fiction, book
story, tale, narrative
poem, verse, poetry
poet, bard
drama, stage play
essay, article, piece
newspaper, broadsheet
magazine, journal
media, press, news outlets
broadcast, air, televise, transmit
broadcaster, television network, tv station
radio, wireless
television, tv, telly
audience, viewer, spectator, listener
reader, readership
movie, film, motion picture
director, filmmaker
cinema, movie theater
actor, actress
character, role
perform, play
performance, concert
theater, stage
musician, player
singer, vocalist
song, tune, track
music, melody
composer, songwriter
band, group
dance, ballet
dancer, ballerina
artist, painter, sculptor
paint, draw
painting, picture, canvas
picture, image, photograph
photographer, photo journalist
sculpture, statue
museum, gallery
exhibition, show, display
masterpiece, great work
artwork, work of art
craft, handicraft
fashion, style
beautiful, pretty, attractive
ugly, unsightly
design, layout, pattern
decorate, adorn
culture, civilization, way of life
heritage, legacy, patrimony
legacy, inheritance
tradition, custom
ritual, ceremony, rite
language, tongue
dialect, vernacular
translate, render, interpret
translator, interpreter
word, term, expression
phrase, expression
proverb, adage, maxim
slogan, motto, catchphrase
religion, faith, belief
religious, spiritual
god, deity, divine
church, chapel, cathedral
mosque, masjid
temple, shrine
muslim, islam, moslem
jew, jewish, judaism
hindu, hinduism
buddhist, buddhism
catholic, papal
pope, pontiff
priest, clergyman, pastor, cleric
clergy, priesthood
monk, friar
worship, pray
pray, prayer
holy, sacred
secular, nonreligious
bible, scripture
quran, koran
pilgrim, pilgrimage
history, past
historian, chronicler
ancient, old, early
antiquity, ancient times, classical era
medieval, middle ages
prehistoric, stone age
archaeologist, excavator
ruins, remains
excavate, dig up, unearth
monument, memorial
century, hundred years
decade, ten years
millennium, thousand years
era, age, period, epoch
period, phase, stretch
annual, yearly, per annum
fortnight, two weeks
quarter, three months
half, fifty percent
recent, latest, new
recently, in recent years
current, present, existing
currently, today, nowadays
modern, contemporary, present day
previous, earlier, prior, former
previously, formerly, earlier
former, ex, past
future, upcoming, forthcoming
following, next, subsequent
later, subsequently, afterwards
simultaneously, concurrently
temporary, interim, provisional, short term
permanent, lasting, enduring, long lasting
long term, long run
short term, short run, near term
immediate, instant, prompt
immediately, right away, straight away
suddenly, abruptly
gradually, step by step, little by little, steadily
often, frequently, regularly, frequency
frequent, common, regular
rarely, seldom
sometimes, occasionally
always, constantly
continue, persist
continuous, ongoing, uninterrupted
ongoing, continuing
last, endure, persist
duration, length
deadline, time limit, due date, cutoff
moment, instant
turning point, watershed, milestone
milestone, landmark
initial, first, early, original
first, earliest
oldest, earliest
new, fresh
old, elderly, age, aged
obsolete, outdated, antiquated
amount, sum, total, quantity
total, overall, whole, entire
number, quantity, figure
share, portion, percentage, proportion
percentage, proportion, rate
many, numerous, a lot of
multiple, various
enough, sufficient, adequate
insufficient, inadequate
additional, extra, supplementary
approximately, roughly, around
level, degree, extent
extent, scope, scale, magnitude
size, scale, dimension
large, big, huge, sizable, substantial
enormous, huge, vast, massive, immense
largest, biggest, greatest
small, little, tiny
tiny, minuscule
long, lengthy
high, tall, elevated
low, poor
wide, broad
deep, profound
narrow, thin
heavy, weighty, weight, weigh
care about, interest in, concern for
weight, mass
height, altitude, elevation
width, breadth
equal, equivalent
equivalent, counterpart
similar, alike, comparable
similarity, resemblance
resemble, be similar to
different, distinct, dissimilar
difference, distinction, discrepancy
diverse, varied, wide ranging
diversity, variety
variety, range, array
type, kind, sort, category
category, class, group
classify, categorize, sort
example, instance, case
exception, exemption
exempt, excuse, excluded
exclude, omit
main, chief, principal, primary, major
important, significant, crucial, key, vital
importance, significance
crucial, vital, essential
significant, substantial, notable
fundamental, basic, underlying
central, core, key
unimportant, trivial, insignificant
special, particular, specific
unique, one of a kind, distinctive
unusual, rare, uncommon
strange, odd, weird, peculiar
common, widespread, prevalent
widespread, pervasive, rampant
popular, well liked
popularity, appeal
famous, well known, renowned
prominent, leading, eminent
foremost, top
best, finest, top
excellent, outstanding, superb
bad, negative
terrible, awful, horrible
severe, serious, acute, grave
seriousness, severity, gravity
intense, fierce
strong, powerful, robust
strength, force
weak, feeble, fragile
weakness, shortcoming, flaw, failing
drawback, disadvantage, downside
problem, issue, difficulty, challenge
difficulty, trouble, hardship
difficult, hard, tough, challenging
easy, simple, straightforward
simplify, streamline
complex, complicated, intricate
solve, resolve, settle
solution, answer, remedy, fix
tackle, address, handle
face, confront, encounter
overcome, surmount
struggle, fight, battle
crisis, emergency, turmoil
risk, chance, likelihood
probability, likelihood, chance
possible, feasible, conceivable
possibility, prospect, potential
impossible, unfeasible
opportunity, chance
certain, sure, confident
certainty, confidence
uncertain, unclear, unsure
clear, obvious, evident, apparent
vague, unclear, ambiguous
accurate, precise, exact, correct
accuracy, precision
correct, rectify, put right
wrong, incorrect, mistaken, false
true, real, genuine
truth, fact, reality
authentic, genuine
fake, bogus, counterfeit, phony
reliable, trustworthy
trust, confidence, faith
credibility, trustworthiness
honest, truthful, sincere
transparency, openness
loyal, faithful
loyalty, allegiance
betray, double cross
effective, efficient, successful
ineffective, useless, unsuccessful
win, triumph, prevail
victory, win, triumph
winner, victor, champion
success, achievement, accomplishment
succeed, thrive
achieve, accomplish, attain, reach
thrive, flourish, prosper
boom, upswing, upturn
defeat, beat, overcome
fail, fall short, flop
failure, breakdown, collapse
lack, absence
destroy, wreck, ruin, devastate, wipe out
destruction, devastation, ruin
damage, harm, hurt
break, fracture, smash
disappear, vanish, go missing
replace, substitute, supplant, take the place of
replacement, substitute
change, alter, modify, shift
change, transformation
transform, convert
transition, shift, changeover
evolve, develop
evolution, development
reverse, undo, overturn
restore, bring back, reinstate
revive, resurrect, rekindle
revival, resurgence, renaissance, comeback
renew, extend
emerge, appear, come to light, surface
appear, seem, look
happen, occur, take place
event, incident, occurrence
incident, episode
situation, circumstance, condition
context, background
trend, tendency, pattern
tend, be inclined, be prone
characteristic, feature, trait, quality
role, part, function
task, job, assignment
mission, purpose, task
activity, action
act, action, deed
habit, practice
attitude, mindset, outlook
emotion, feeling, sentiment
happy, glad, pleased
happiness, joy, wellbeing
sad, unhappy, miserable
grief, sorrow, mourning
angry, furious, irate, outraged
anger, rage, outrage, fury
surprise, astonish, amaze
shock, stun, appall
disappointed, frustrated
frustration, discontent, dissatisfaction
satisfied, pleased
proud, pride
love, affection
hate, loathe, detest
hatred, animosity, hostility
enthusiasm, zeal, passion
enthusiastic, keen, eager
courage, bravery, valor
brave, courageous, fearless
cruel, brutal, ruthless
compassion, sympathy, pity
tolerance, acceptance
stubborn, obstinate
ambition, aspiration
motivate, inspire, drive
attract, draw, lure
attractive, appealing
attention, focus
focus, concentrate, center
concentrate, cluster
emphasis, stress
highlight, underline, draw attention to, spotlight
notice, note, spot
ignore, disregard, overlook, neglect
care, tend
force, compel, oblige, coerce
pressure, coercion
impose, enforce, inflict
order, command, instruct
request, appeal, plea
beg, plead, implore
invite, ask
offer, tender
submit, file
contact, reach
communicate, convey
letter, correspondence
meeting place, venue
attendance, presence, turnout
stay, remain
stay, visit
place, location, site, spot
area, region, zone, district
land, territory, ground
sea, ocean, waters
maritime, naval, marine
coast, shore, seaside, coastline
beach, shore
island, isle, archipelago
river, stream, waterway
lake, lagoon
wetland, marsh, swamp
mountain, peak, summit
hill, slope
valley, gorge, canyon
plain, steppe, prairie
field, meadow
cave, cavern
neighbor, neighboring country, nearby country
nearby, neighboring, adjacent
surround, encircle
edge, margin, fringe
middle, center
north, northern
south, southern
east, eastern
west, western
remote, distant, isolated, far away
domestic, national
internal, domestic
external, outside
society, community, social order
social, societal
state owned, public, government owned
collective, joint
jointly, together
population, number of inhabitants
population growth, demographic growth
census, population count
density, concentration
demographic, population
food, nourishment
meal, dish
eat, feed, consume
drink, beverage
cook, prepare food
cook, chef
cuisine, cooking, food
restaurant, eatery, diner
recipe, dish
meat, beef, pork
vegetarian, meatless, plant based
grain, cereal, corn
bread, loaf
sugar, sweetener
alcohol, liquor, drink
wine, vintage
tobacco, smoking, cigarette
smoke, cigarette
crop, harvest
harvest, reap
yield, output
agriculture, farming
farm, farmland
grow, cultivate, raise
cultivate, till
plant, sow
fertilizer, manure
pesticide, insecticide, herbicide
irrigation, watering
soil, earth, ground
livestock, cattle, farm animals
cattle, cow
sheep, lamb
pig, hog, swine
chicken, poultry
horse, pony
dog, canine, puppy
cat, feline
animal, creature, beast
wildlife, wild animals, fauna
plant, flora
flower, blossom, bloom
insect, bug
bee, pollinator
bird, avian
fish, seafood
fishing, fishery, angling
whale, cetacean
ape, primate, monkey
predator, hunter
prey, quarry
hunt, poach
hunter, poacher
breed, reproduce
habitat, environment
pet, companion animal
zoo, wildlife park
gene, genetic, hereditary
genome, genetic code
organism, living thing
cell, tissue
evolution, natural selection
chemical, substance
substance, material
material, fabric
liquid, fluid
sample, specimen
laboratory, research facility
scientific, science based
finding, result, conclusion
facility, installation
equipment, gear, apparatus
machine, device, apparatus
engine, motor
sport, athletics
athlete, sportsman, player
soccer, football
match, game, fixture
tournament, championship, competition, contest
olympics, olympic games
coach, trainer
team, squad, side
stadium, arena
fan, enthusiast
score, goal
racial, ethnic
black, african american
white, caucasian
hispanic, latino
roma, gypsy
tribe, clan
tribal, ethnic
caste, class
ethnic cleansing, expulsion
segregation, apartheid, separation
feminism, women's rights, women's movement
feminist, women's rights activist
domestic violence, spousal abuse
child labor, child workers
child soldier, underage fighter
orphan, parentless
nation building, state building
failed state, collapsed state
rule of law, legal order
press freedom, freedom of the press, media freedom
free speech, freedom of expression, freedom of speech
censor, suppress, gag
censorship, suppression
suppress, crush, quell
crackdown, clampdown, repression
oppression, repression, persecution
oppress, persecute
exile, banishment
dissident, opponent, dissenter
lobby, pressure
lobbyist, pressure group, interest group
populist, demagogue
nationalist, patriot
royal, monarchical
monarchy, kingdom, crown
prince, heir
throne, crown
dynasty, ruling family
palace, royal residence
tax evasion, tax avoidance, tax dodging
tax cut, tax break, tax relief
money laundering, dirty money
tax haven, offshore center
financial crisis, credit crunch, financial crash
crash, collapse, meltdown
great depression, slump
default, nonpayment
budget deficit, fiscal gap
national debt, public debt, government debt, sovereign debt
monetary, currency
financial, fiscal, monetary
central bank, monetary authority
devalue, depreciate
economic growth, economic expansion
gross domestic product, national output
pay gap, wage gap
income inequality, wealth gap
pay rise, salary increase
save, put aside
save, rescue
rescue, salvage
waste, squander
value, worth
valuable, precious
asset, property
possession, ownership
belongings, possessions
gold, bullion
jewel, gem
treasure, riches
coin, currency
lottery, gambling
gamble, bet, wager
invoice, bill
receipt, proof of purchase
reimbursement, repayment
voucher, coupon
discount, price reduction, rebate
bargain, good deal
quota, limit, allocation
threshold, limit
target, goal
ratio, proportion
"""
"""Near-synonyms: what a question may say for what a report says."""
