/** How people here write things, and the plain spelling our rules look for: Scots, Glaswegian, text-speak and slips. */

/** "plain: other spellings"; the plain side may be several words. Apostrophes are already gone. */
const LISTED = `
cant: cannae cannay canny cany canni cannot carnt
dont: dinnae dinny dinna doant dunt
doesnt: doesnae doesny disnae disny
didnt: didnae didny didna
isnt: isnae isny isna
aint: aint
wasnt: wisnae wisny wasnae wasny wisnt
werent: wernae werenae werny
couldnt: couldnae couldny couldna
wouldnt: wouldnae wouldny widnae widny
shouldnt: shouldnae shouldny
wont: willnae wullnae wulnae winnae wilnae
havent: havenae havnae huvnae hivnae havny huvny havna hinnae
hasnt: hasnae hasny
arent: arenae
gonna: gonnae gonny gunna gony goni gonae gaunnae gonner
want to: wanna wantae wanny wannae
want: waant wnt
wanted: wantit
trying to: tryna tryin
got to: gotta goatae gottae goattae
have to: hafta
got: goat
get: git
i: ah aa
im: ahm am aam
i will: il ahll
i would: ahd
ive: ahve iv ahv
myself: masel masell maself mysel meself mesel masul myslef myselff mahself
himself: hissel himsel himsell hisself
herself: hersel hersell
yourself: yersel yirsel yersell urself yourselve
themselves: thersel theirsel themsels themself theirselves
my: ma mah
your: yer yir ur yur youre
you: u ye yous youse yeez yiz
with: wi wae wie wiv
from: fae frae
to: tae tay tuh
of: ae o
do: dae
doing: daein daen doin
done: doan daun
no: nae nay naw noh
not: naht
none: nane
more: mair
all: aw awe
always: awways
over: ower owr
out: oot
house: hoose hoos
about: aboot abt bout
down: doon
round: roon roond
off: aff
on: oan
our: oor
now: noo
was: wis wiz wus
have: hiv huv hv
has: hus hiz
would: wid wud
could: cud cid
should: shid shud
had: hud
head: heid
heads: heids
dead: deid ded
die: dee dei
dying: dyin deein dieing
for: fur fir
home: hame
one: wan
stop: stoap
told: telt tellt tolt
think: hink
thinking: hinkin hinking thinkin
thing: hing
things: hings
nobody: naebody naebdy nobdy noone naeb'dy
nowhere: naewhere naewhere
nothing: nothin nuhin nuthin naethin naething nowt hee-haw
something: suhin sumthin somethin summit summat
somebody: somebdy sumbdy somedy sumdy someone sum1 some1
everybody: everybdy evrybody everyone every1 everyb'dy
anybody: anybdy anyone any1
kid: wean wain waen bairn child chid
kids: weans wains waens bairns children childrin childern kiddies
mum: maw mammy mam mummy mom
dad: da faither daddy faithur
brother: brur bro bruv
boyfriend: bf boyf boyfreind bfriend
girlfriend: gf burd girlfreind
husband: hubby husbend
friend: freind
woman: wummin wumman
police: polis polise poliss
electric: leccy lecky leckie lekky electricity lectric elec
valium: vallies vallys valies vallium valiums vally vallie diazepam
paracetamol: paras paracetemol paracetamols paracetomol paracetmol
tablets: tabs tablits tabelts tablet tablts
pills: pils pill pilz
crying: greeting greetin gretin cryin
kill: kil kll kyll k*ll k**l kiII
killing: killin kiling
kill myself: kms kil-myself killmyself killmysel killmasel
kill me: killme
want to die: wanttodie
suicide: sucide suicde suiside siucide suicid suacide s*icide su*cide suic*de sewerslide suicidé unalive
suicidal: sucidal suicadal suicidle suisidal suicial
hurting: hurtin
hurt: hert
cutting: cuttin
bleeding: bleedin bleading
hitting: hittin
battering: batterin
battered: battert battird batterd
sleeping: sleepin
drinking: drinkin
watching: watchin
taking: takin
taken: takn taen
took: tuk
taking me: takinme
getting: gettin
living: livin
starving: starvin
freezing: freezin
choking: chokin
threatening: threatenin
hearing: hearin
eating: eatin
moving: movin
breathing: breathin breething
talking: talkin
telling: tellin
shouting: shoutin
kicking: kickin
giving: givin
feeling: feelin
stabbing: stabbin
tonight: tonite 2nite 2night tnite tonigt
tomorrow: tomoro 2moro tmrw tomoz themorra
today: theday 2day
because: cos cuz coz bc becoz
please: pls plz plse plis
anymore: nomore
unconscious: unconcious unconsious unconshus
alcohol: bevvy bevvies
drunk: steamin steaming oot-ma-nut pished mwi
hungry: hungery hungrey
window: windae
floor: flair
hands: hauns
hand: haun
give: gie
lonely: lonley
knife: chib nife
hanged: hanged
overdose: od overdoes ovedose overdos overdoze
overdosed: od'd oded overdozed odd'd
ambulance: ambulence
social work: sw
boss: gaffer
shut up: stfu
dont know: dunno idk dno dinnaeken
`;

/** Words short enough to mean other things when their apostrophe is dropped, read before it is. */
const WITH_APOSTROPHE = `
i will: i'll
he will: he'll
she will: she'll
we will: we'll
they will: they'll
i would: i'd
he would: he'd
she would: she'd
they would: they'd
we are: we're
all: a'
with: wi'
of: o'
`;

/** Two words that are one to us. */
const PAIRED = `
im: i am|i im|a im|a am|i m
hes: he is|he s
shes: she is|she s
theyre: they are
its: it is
theres: there is
ive: i have
cant: can not|can no
dont: do not|do no
didnt: did not|did no
doesnt: does not
isnt: is not
wont: will not|will no
wouldnt: would not|would no
hasnt: has not
havent: have not
gonna: going to|goin to|gaun to
nobody: no one|no body
nowhere: no where
myself: my self
himself: him self
herself: her self
anymore: any more|no more
overdose: over dose
overdosed: over dosed
somebody: some one
want to: want ti|want tea
`;

function listOf(text: string, separator: string | RegExp): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const line of text.trim().split('\n')) {
    const [plain = '', others = ''] = line.split(': ');
    for (const other of others.trim().split(separator)) found.set(other, plain.split(' '));
  }
  return found;
}

/** other spelling -> plain words */
export const SPELLINGS = listOf(LISTED, / +/);
/** with its apostrophe -> plain words */
export const CONTRACTIONS = listOf(WITH_APOSTROPHE, / +/);
/** two words -> plain words */
export const PAIRS = listOf(PAIRED, '|');

/** Words that keep their double letters when somebody leans on a key: "killlll". */
export const DOUBLES: ReadonlySet<string> = new Set(
  `kill killing killed all off need feel feeling see too soon sleep sleeping fell tell hell well bleeding weed food feed
  beer look school room freezing keep keeps been really will wee pills still cutting hitting happen battered stopped
  hopeless miss need needs street`.split(/\s+/),
);

/** Long words worth reading through one slip of the thumb. */
export const LONG_WORDS: readonly string[] = [
  'suicide',
  'suicidal',
  'overdose',
  'overdosed',
  'paracetamol',
  'unconscious',
  'breathing',
  'bleeding',
  'homeless',
  'starving',
  'strangled',
  'pregnant',
  'electric',
  'hospital',
  'ambulance',
  'threatening',
  'tablets',
  'worthless',
  'trafficked',
];

/** What a picture says when it stands on its own. */
export const PICTURES: Readonly<Record<string, string>> = {
  '🔪': 'knife',
  '🗡': 'knife',
  '🔫': 'gun',
  '💊': 'pills',
  '🆘': 'sos',
  '💀': 'skull',
  '☠': 'skull',
  '🩸': 'blood',
  '⚰': 'coffin',
  '🪦': 'grave',
  '😂': 'laugh',
  '🤣': 'laugh',
};

/** Letters of other alphabets and signs that pass for ours. */
export const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  с: 'c',
  е: 'e',
  о: 'o',
  р: 'p',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  к: 'k',
  м: 'm',
  т: 't',
  н: 'h',
  в: 'b',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  ν: 'v',
  η: 'n',
  χ: 'x',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ɪ: 'i',
  ʟ: 'l',
  ᴇ: 'e',
  ᴀ: 'a',
  ᴅ: 'd',
  ᴋ: 'k',
  ꜱ: 's',
};

/** Digits and signs that stand in for letters inside a word. */
export const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
