/** Words that stand for one another: what is learned about "my brother" holds for "my sister" too. */
const KINDS: Readonly<Record<string, string>> = {
  kin: 'mum dad mother father brother sister brothers sisters gran granda uncle auntie aunt cousin nephew niece stepdad stepmum family parents stepda stepmother stepfather inlaws relatives',
  kid: 'kid kids baby babies son daughter boy girl lassie laddie toddler grandson granddaughter grandkids child children twins bump weeone boys girls sons daughters infant newborn youngest eldest oldest littlest teenager stepson stepdaughter grandchild twin',
  partner:
    'husband wife partner boyfriend girlfriend man fella bloke fiance missus hubby ex bidey mrs spouse other-half wifes husbands exs',
  friend:
    'friend pal friends flatmate colleague client patient pupil lodger roommate classmate tenant resident workmate',
  he: 'he she him her hes shes they them theyre his hers hed shed',
  i: 'i im ive me my myself mine id',
  home: 'flat house home room hostel tent car couch sofa bedsit caravan settee',
  rough: 'street doorway park bench stair close stairwell shelter bus-stop station tent bins bin shed garage van',
  heat: 'heating electric gas meter power boiler radiators heater lights candle candles heat warm blanket hot',
  food: 'food eat eaten ate eating fed feed milk bread dinner tea cupboards fridge hungry formula meal meals breakfast lunch starving toast beans soup cupboard cereal noodles pasta nappies starve hunger',
  cold: 'cold freezing frozen shivering ice frost damp blue breath',
  pills:
    'pills tablets paracetamol ibuprofen meds medication medicine valium codeine tramadol antidepressants insulin sleepers painkillers sertraline zopiclone prescription dose inhaler',
  drugs:
    'heroin kit gear crack coke cocaine blues street methadone smack weed hash drugs benzos stuff powder parcels package packages deals dealing dealer dealers',
  drink: 'drink drinking drunk vodka wine beer bevvy buckfast cider alcohol whisky booze bottle drinks',
  now: 'now tonight today currently minute outside',
  soon: 'tomorrow morning midnight weekend friday saturday sunday monday hour minutes soon later',
  past: 'ago years used was were had past since months last previously former',
  no: 'not never no dont didnt doesnt isnt wasnt wont wouldnt none nothing cant couldnt nobody nowhere havent hasnt arent aint without neither nor',
  hurt: 'hit hits hitting hurt hurts hurting batter battered batters beat beats beating punch punched kicked kicks slapped slap pushed shoved grabbed choked thumped belt belted skelped throttled strangled grabs pushes shoves punches slaps throws threw bruise bruises bruised marks strap smashed smash',
  dead: 'die dead died dying death kill killed killing suicide suicidal funeral grave coffin gone',
  fear: 'scared fear fearful petrified worried shaking hiding trembling panicking nervous',
  money:
    'money cash wages giro benefits pound pounds quid rent bills debt pay paid tenner bank card pension savings account fiver loan',
  high: 'bridge roof river tracks railway edge clyde cliff motorway platform canal ledge railings balcony rope noose falls water train',
  work: 'work job shift boss training course college uni class lecture placement essay volunteer study exam nurse teacher retired retiring retirement rota interview cv',
  told: 'film book song telly series show programme podcast documentary game novel episode movie story news netflix lyrics match team panto quiz bingo',
  body: 'chest heart head breathing breath arm leg face stomach belly throat lips jaw skin eyes neck lungs speech wrist wrists arms legs tongue side fingers',
  sick: 'bleeding blood vomit vomiting boaking sick fit fits seizure stroke collapsed unconscious choking swollen swelled fainted faint dizzy fever rash slurring purple grey numb limp swallowed overdose allergic twitching floppy confused burning',
  weapon: 'knife blade gun hammer bat machete axe bottle petrol scissors screwdriver iron sword brick fork chib',
  door: 'door window lock locked locks key keys stairs gate bolt chain handle',
  watch:
    'watching watches watched follow follows following followed tracker tracks tracking checks checking cameras camera reads spying listening',
  control: 'lets let allowed allows permission decides controls control rules rule ask asks forbids',
  take: 'takes took taken takes taking keeps kept holds held',
  threat: 'threatened threatening threatens threat warned warning says said told swears promised vows',
  voice:
    'voices voice whispering whispers chip implanted beams signals radio telly poison poisoned god devil demons angels messages cameras agents',
  police: 'police cops 999 ambulance paramedics officers',
  end: 'end ended ending over finish finished finally last goodbye cheerio bye farewell forever',
  give: 'gave give given giving left leaving leave pass passed letter letters note notes ring watch guitar collection',
  secret: 'secret delete nobody dont-tell hide hides hidden quiet whisper sneak pretend pretending',
  good: 'happy love lovely great fine grand brilliant better good thanks thank enjoy loved laugh laughing lol haha champion smashing content proud excited',
  fun: 'holiday wedding party birthday concert gig panto fair festival club bowling football game games bingo garden gardening knitting choir dancing',
  tired:
    'tired done scunnered weary exhausted burden pointless hopeless worthless useless empty numb fed fedup enough cope coping',
  sleep: 'sleep sleeping slept asleep wake woken woke waken bed awake',
  owe: 'owe owes owed owing debt interest loan lender borrowed pay',
  sex: 'pictures pics photos video nudes naked touch touched touches kiss kissed sex raped rape clients customers body webcam snap bed',
  age: 'thirteen fourteen fifteen sixteen seventeen twelve eleven ten nine eight p7 s1 s2 s3 s4 s5 s6 year school',
  out: 'out kicked chucked thrown evicted homeless locked put barred',
};

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(KINDS)
    .reverse()
    .flatMap(([kind, words]) => words.split(' ').map((word) => [word, `<${kind}>`] as const)),
);

/** The kind a word belongs to, or null. */
export function kindOf(word: string): string | null {
  return KIND_OF.get(word) ?? null;
}
