/** Spellings the learned stage reads as one word, beside those the rules know (dialogs/safety/words). */
const LISTED = `
and: n an nd
fucking: fuckin fckin fkn fking
just: jist jus jst js
put: pit
say: sae sey
said: sed sez
night: nite nicht
nights: nites
every: evry evrey
mum: maws mums
coming: comin cumin
come: cum comes
having: havin huvin
morning: mornin
mornings: mornins
old: auld owld
very: pure verra
there: ther thur thair
their: thir
what: wot wat whit wit wut
before: afore b4 befor
phone: fone fon fones
years: yrs yr
lad: boay
boys: boays bhoys
hours: oors hoors
once: wance
back: bak bk
half: hauf
those: thae
again: agen
wrong: wrang
into: intae
stand: staun
standing: staunin standin
waiting: waitin
cold: cauld
since: sinse
people: ppl peple folk
next: nxt
week: wk
weeks: wks
heating: heatin heatins
work: wurk
working: workin wurkin
anything: anythin anyhin ne1thing
everything: everythin evrythin evrything
another: anither anuther
both: baith
where: whaur whar
really: rly realy
text: txt
texts: txts
sending: sendin
chucked: flung punted lobbed hoyed
looking: lookin
walking: walkin
saying: sayin
staying: stayin steyin
hundred: hunner
doing: dun
telling: tellin
evening: evnin
heart: hert hart
hearts: herts
school: skool scool
doctor: docter doacter gp
want: wna
front: frunt
friend: frend
friends: frends pals mates m8s
pal: m8 mate
friday: fri
scared: scaird skared feart frightened afraid terrified feared
swallowed: swallied swalied
neighbour: nabor neebor nebor neibor
neighbours: nabors neebors
passport: pasport
thoughts: thorts
would: woud wudd
could: coud
like: lik lyk
without: withoot
gave: gied gave
gives: gies
give: giv gie gies
away: awa
right: rite richt
never: nevr nvr nivver
nappies: nappys
cousin: cuz
gran: nan nana nanny granny granma grandma
granda: grandad papa grandpa
shaking: shakin shaky shakey
wages: wage
battery: batery
sister: sis
water: watter
turned: turnt turnd
sore: sair
bloody: bluidy bludy
blood: bluid blud
lobby: loaby
daughter: dauther dochter dauter
hostel: hostle hostl
help: hlp
tell: tel
because: becaus
using: usin
trying: tryin
lying: lyin
sitting: sittin
running: runnin
going: goin gaun gaan
trapped: trapt
`;

const PLAIN: ReadonlyMap<string, string> = new Map(
  LISTED.trim()
    .split('\n')
    .flatMap((line) => {
      const [plain = '', others = ''] = line.split(': ');
      return others.split(' ').map((other) => [other, plain] as const);
    }),
);

/** The word the learned stage reads for a plain word of `normalise`: one spelling, numbers as `#`. */
export function readAs(word: string): string {
  const first = word.charCodeAt(0);
  if (first >= 48 && first <= 57 && /^\d+$/.test(word)) return word.length > 2 ? '##' : word.length > 1 ? '#' : word;
  return PLAIN.get(word) ?? word;
}
