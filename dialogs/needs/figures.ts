/** Figures of speech as they are meant: nobody who is "dying for a fag" is bereaved, and a "nightmare" of a neighbour is no trauma. */
const FIGURES: readonly (readonly [RegExp, string])[] = [
  [/ dying (?:for|to) /g, ' wanting '],
  [/ (?:a|an|pure|total|absolute|utter) nightmare /g, ' awful '],
  [/ (?:is|are|was|been) (?:pure |a |total )?(?:murder|killing me) /g, ' is sore '],
  [/ (?:im|am|i am|feel|feeling|is) (?:fine|fine thanks|fine but) /g, ' ok '],
  [/ (?:bored|worried|scared|working|tired|freezing|laughing) to death /g, ' very bored '],
  [/ (?:doing|does|done) my head in /g, ' annoys me '],
  [/ jail ?bait | get out of jail /g, ' '],
  [/ starving lol | starving for my (?:tea|dinner) /g, ' '],
];

/** A message in plain spelling with its figures of speech put plainly. The learned ear was taught with these: retrain after a change. */
export function asMeant(plain: string): string {
  return FIGURES.reduce((said, [figure, meant]) => said.replace(figure, meant), plain);
}

/** More of them, by what else the words are said of. Only heard through: what was learned was learned without. */
const ALSO: readonly (readonly [RegExp, string])[] = [
  [
    / (?:phone|mobile|battery|car|van|motor|boiler|tv|telly|laptop|tablet|internet|wifi|signal|line|fridge|kettle|plants?) (?:has |just |has just |s |is )*(?:died|dead|dying)(?= )/g,
    ' it broke',
  ],
  [
    / (?:lost|losing|lose) (?:my |the )?(?:keys?|phone|purse|wallet|bag|card|pass|glasses|way|place|patience|voice|temper|rag|train of thought|bet|ticket|password|pin|letter|receipt|track|count|interest in this|words?)(?= )/g,
    ' mislaid it',
  ],
  [/ lost for words(?= )/g, ' quiet'],
  [/ (?:murder|kill) (?:for )?(?:a|an|some|the) (?:wee )?[^ |]+(?= )/g, ' want some'],
  [
    / (?:is |s |was )?(?:a |the )?(?:real |pure |right |total )?pain in the (?:neck|arse|backside|bum|bahookie)(?= )/g,
    ' is a bother',
  ],
  [/ (?:its|it is|thats|what|such|be|was|bit of) a (?:real |pure |right )?pain(?= )/g, ' a bother'],
  [/ (?:thats|its|is|was|all|am|be|just|quite|perfectly|yes|no|ok|aye|yeah) fine(?= )|^ fine(?= )/g, ' ok'],
  [/ (?:yes|yeah|aye|ok|well|of|but|no) course(?= )|^ course(?= )/g, ' yes'],
  [
    / (?:weather|day|news|film|rain|winter|telly|football|result) (?:is |s |was )?(?:pure |so |really |that )?depressing(?= )/g,
    ' it is dull',
  ],
  [/ (?:good|great|some|whats the|the|for the|pure) crack(?= )| crack on(?= )/g, ' fun'],
  [/ (?:can|cans|bottle|glass|diet) (?:of )?coke(?= )/g, ' a juice'],
  [/ (?:pure |total |dead |absolute )?(?:thats|youre|its|was|is) (?:pure |dead )?class(?= )/g, ' great'],
  [/ (?:that |it |this )?works for me(?= )/g, ' suits me'],
  [/ (?:fit|fits|fitted) (?:me |us |it |that |this |better |right )*(?:in|best|well|round|around)(?= )/g, ' suits'],
  [/ (?:tennis|food|well|basketball|earls) court(?= )/g, ' a place'],
  [
    / (?:insurance|electric|gas|phone|taxi|bus|water|cleaning|removal|delivery) company(?= )| company (?:car|van|phone|name|stuff)(?= )/g,
    ' a firm',
  ],
  [/ (?:sick|sick and tired|sick to death|sick to the back teeth) of(?= )/g, ' fed up with'],
];
const NEXT_DOOR = / (?:neighbours?|next door|up the stair|upstairs|downstairs|above|below|through the wall|the flat) /;
const LOUD = / (?:music|parties|party|drums?|football|telly|dog|dogs|singing|dancing|karaoke)(?= )/g;

/** What a message means where needs are heard: figures of speech put plainly, and a neighbour's music as noise. */
export function putPlainly(plain: string): string {
  const meant = ALSO.reduce((said, [figure, to]) => said.replace(figure, to), asMeant(plain));
  return NEXT_DOOR.test(meant) && NOISE.test(meant) ? meant.replace(LOUD, ' noise') : meant;
}

/** Heard through a wall, and not wanted. */
const NOISE =
  / (?:all night|all hours|every night|loud|noisy|noise|racket|blaring|blasting|banging|awful|sleep|constant|wont stop|non stop|pumping|full blast|till \d) /;
