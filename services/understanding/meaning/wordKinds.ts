/** Words that stand for one another: what is learned about "my brother" holds for "my sister" too. */
const KINDS: Readonly<Record<string, string>> = {
  kin: 'mum dad mother father brother sister gran granny nan nana papa granda grandad grandma uncle auntie aunt cousin nephew niece stepdad stepmum da maw family parents',
  kid: 'kid kids baby babies son daughter boy girl lassie laddie toddler grandson granddaughter grandkids bairn bairns children child wean weans wains boys girls twins bump weeone',
  partner: 'husband wife partner boyfriend girlfriend man fella bloke fiance missus hubby ex bf gf',
  friend:
    'friend pal mate neighbour flatmate colleague client patient pupil pals mates friends lodger housemate roommate',
  he: 'he she him her hes shes they them theyre his',
  home: 'flat house home room hostel tent car close couch sofa bedsit caravan park streets',
  heat: 'heating electric gas electricity meter leccy power boiler radiators heater',
  food: 'food eat eaten ate eating fed feed milk bread dinner tea cupboards fridge hungry formula meal meals breakfast lunch',
  pills:
    'pills tablets paracetamol ibuprofen meds medication valium codeine tramadol antidepressants insulin sleepers painkillers sertraline zopiclone prescription',
  drugs: 'heroin kit gear crack coke cocaine valium blues street methadone smack weed hash drugs benzos vallies',
  drink: 'drink drinking drunk vodka wine beer bevvy buckfast cider alcohol whisky booze',
  now: 'now tonight today currently morning evening',
  past: 'ago years used was were had past back years since months',
  never: 'not never no dont didnt doesnt isnt wasnt wont wouldnt none nothing',
  hurt: 'hit hits hitting hurt hurts hurting batter battered batters beat beats beating punch punched kicked kicks slapped slap pushed shoved grabbed choked thumped',
  dead: 'die dead died dying death kill killed killing suicide suicidal',
  fear: 'scared afraid frightened terrified feart fear fearful petrified',
  money: 'money cash wages giro benefits pound quid rent bills debt pay paid tenner',
  place: 'bridge roof river tracks railway edge clyde cliff motorway platform station canal',
  work: 'work job shift boss training course college uni class lecture placement essay volunteer study exam nurse',
  told: 'film book song telly series show programme podcast documentary game novel episode movie story news netflix lyrics',
};

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, `<${kind}>`] as const)),
);

/** The kind a word belongs to, or the word itself. */
export function kindOfWord(word: string): string {
  return KIND_OF.get(word) ?? word;
}
