/** Two kinds of word that are harmless apart and worrying close together, whichever comes first. */

import type { Level, RiskCategory } from '../../types';
import { type Rule, rules } from '../rule';

interface Pair {
  readonly id: string;
  readonly category: RiskCategory;
  readonly level: Level;
  readonly one: string;
  readonly other: string;
  readonly unless?: string;
  /** only when `one` comes first */
  readonly inOrder?: boolean;
  readonly unclear?: boolean;
}

const PARTNER =
  '(?:he|she|hes|shes|my (?:man|partner|boyfriend|girlfriend|husband|wife|ex|other half)|partner|husband|boyfriend)';

const PAIRS: readonly Pair[] = [
  {
    id: 't-method',
    category: 'suicide_thoughts',
    level: 'P1',
    unclear: true,
    one: '(?:picturing|picture|imagining|imagine|imagined|looking at|staring at|eyeing|thinking (?:about|of)|thought about|tempted|urges?|obsessed with|whats it like to|what is it like to|does it hurt to|drawn to|cant stop|would it hurt|wonder(?:ing)? (?:if|what|how)|daydream\\w*|visualis\\w+|dreaming)',
    other:
      '(?:knives|knife|blades?|razors?|pills|tablets|meds|rope|noose|bridge|river|clyde|traffic|lorry|train|tracks|drown(?:ing)?|hang(?:ing)?|jump(?:ing)?|crash(?:ing)?|off the road|overdos\\w+|dying|die|dead|my (?:own )?funeral|ending|stepping out|bleeding out|wrists?|gas|bleach)',
    unless:
      'interview|job|work|chef|cook|shop|holiday|fish|photo|bill|trampoline|meter|boiler|prices?|doctor|kettle|phone|battery|plants?|cat|dog|course|class|hanging about|stop hanging|smoking',
  },
  {
    id: 't-ending',
    category: 'suicide_thoughts',
    level: 'P1',
    unclear: true,
    one: '(?:feel|feeling|felt|want|wanting|thinking|think|thought|ready|need|going|gonna|wish|might|rather|tempted|considering|easier|should|could|keep|wanna)',
    other:
      '(?:ending (?:everything|it all|it|things|all this)|end (?:everything|it|it all|things|all this|the pain|this pain|this misery|my pain|my misery)|make it (?:all )?(?:stop|go away)|be (?:gone|away|done) (?:for good|forever|with (?:it|life|everything))|everybody a favour|them (?:all )?a favour|the world a favour|my family a favour|not be a (?:burden|bother)|out of (?:this|the) (?:misery|pain|hell)|no (?:longer|more) be here|peace at last|finally be at peace|end up (?:dead|killing myself)|no wake up)',
    unless: 'end it with|relationship|marriage|contract|call|chat|tenancy|lease|meeting|toothache|noise|damp',
  },
  {
    id: 't-last',
    category: 'suicide_thoughts',
    level: 'P1',
    unclear: true,
    inOrder: true,
    one: '(?:dont think|doubt|not sure|dont know if|cant see|dont see|wont|no sure|never gonna|might not|not gonna|dunno if|wonder if)',
    other:
      '(?:make it (?:through|to|past|much)|last (?:the|much|long|till|until|another)|get through (?:the|this|tonight|another)|see (?:the morning|tomorrow|christmas|next)|survive (?:the|this|another|much)|be (?:here|alive|around) (?:tomorrow|next|for|much|in)|hold on (?:much|any)|hang on (?:much|any)|manage another (?:day|night))',
    unless:
      'meeting|class|group|course|tuesday|monday|wednesday|thursday|friday|on time|appointment|shift|interview|bus|traffic|the (?:end of the )?month|payday|money|dvd|film|door|lunch',
  },
  {
    id: 't-empty',
    category: 'suicide_thoughts',
    level: 'P1',
    unclear: true,
    inOrder: true,
    one: '(?:nothing|no fight|no strength|no energy|not a thing|no hope|no life|no will|nobody|no reason)',
    other:
      '(?:left in me|left to (?:give|live|lose|fight)|left for me|worth (?:it|living|fighting)|to live for|to hold on|keeping me (?:here|alive|going)|matters anymore|matters to me|left inside)',
    unless: 'tank|wallet|bank|account|meter|cupboards?|fridge',
  },
  {
    id: 't-every-tablet',
    category: 'suicide_act',
    level: 'P0',
    inOrder: true,
    one: '(?:gonna|about to|going|want to|im away to|just about to|ready to|might|could|think i will|i will|tempted to)',
    other:
      '(?:take|swallow|neck|down|eat|drink|use) (?:~2 )?(?:every|all|the whole|whole|full|loads|too many|these|them all|the lot|bottle|box|packet)(?: (?:~3 )?(?:tablets?|pills?|meds|paracetamol|insulin|bleach|bottle|box|packet|methadone|medication))',
    unless: 'shop|chemist|pharmacy|daily|a day|doctor|course of|back|recycle|bin',
  },
  {
    id: 't-drink-drugs',
    category: 'medical_emergency',
    level: 'P0',
    one: '(?:drank|drunk|took|taken|swallowed|necked|downed|had|injected|snorted|smoked|mixed) (?:~3 )?(?:bottle|vodka|whisky|drink|alcohol|booze|wine|gear|something|heroin|valium|coke|pills|tablets)',
    other:
      '(?:(?:with|on top of|and) (?:~2 )?(?:antidepressants|tablets|pills|meds|medication|valium|sleepers|sleeping (?:pills|tablets)|paracetamol|painkillers|codeine|methadone|insulin)|floppy|limp|not (?:making sense|responding|breathing|waking)|cant (?:wake|stand|feel|breathe|see)|gone (?:blue|grey|white)|foaming|slurring|seeing double|cant stay awake|passed out|fitting)',
    unless: 'years ago|last (?:year|month)|used to|doctor said|chemist|food',
  },
  {
    id: 't-head',
    category: 'medical_emergency',
    level: 'P0',
    one: '(?:hit (?:his|her|my|their) head|banged (?:his|her|my|their) head|head injury|fell down|fell off|fell|knocked out|fallen)',
    other:
      '(?:not making (?:any )?sense|confused|being sick|vomiting|throwing up|wont wake|drowsy|sleepy|bleeding (?:bad\\w*|loads|a lot|heavily|from)|cant move|cant feel|unconscious|out cold|eyes rolling|slurring)',
    unless: 'years ago|last (?:year|month|week)|doctor checked|in 20\\d\\d|feel confused about|benefits',
  },
  {
    id: 't-door',
    category: 'danger_now',
    level: 'P0',
    one: '(?:hes|shes|he is|she is|theyre|they are|my ex is|my partner is|ex is|somebody is|trying to|tries to)',
    other:
      '(?:kick|kicking|boot|booting|batter|battering|break|breaking|smash|smashing|bang|banging|force|forcing|climb|climbing) (?:~1 )?(?:my |the |in |down |through |on )(?:~1 )?(?:door|window|windows|wall|flat|house|car)',
    unless: "fix|joiner|council|housing|repair|parcel|noise|neighbour's dog",
  },
  {
    id: 't-control',
    category: 'domestic_abuse',
    level: 'P1',
    inOrder: true,
    one: PARTNER,
    other:
      '(?:track(?:s|ing)|(?:always|constantly|keeps) (?:checking|asking|phoning|watching|accusing|following)|accus(?:es|ing)|jealous|possessive|goes (?:mental|mad|crazy|radge|ballistic|off it)|kicks off|loses (?:it|his temper|her temper)|(?:wont|doesnt|never|will not|not) (?:~1 )?(?:give|giving|allow|let|trust|speak to) me(?: (?:~1 )?(?:any|money|food|out|my|the|a penny|go|see|near|phone|have))?|stops me|stopped me (?:seeing|going|working|leaving)|makes me (?:stay|beg|account|ask|show|feel (?:scared|unsafe|frightened|small|worthless))|threat\\w*|throws things|threw|smashes|punche[sd]|punches walls|calls me (?:a |names|fat|ugly|stupid|worthless)|took my (?:phone|keys|money|card)|scares me|frightens me|intimidat\\w+|bullies me|belittles|humiliates|cut me off from|gaslight\\w*|forces?|forced|hurts?|hurting)',
    unless:
      'boss|manager|council|jobcentre|teacher|football|baby|toddler|wean|doctor|nurse|driver|landlord|dog barks|the cat|threatened with redundancy|hip|knee|back hurts|forces veteran|armed forces|in the forces|threw (?:a party|the ball|out the)|teething|my gran',
  },
  {
    id: 't-home-by',
    category: 'domestic_abuse',
    level: 'P1',
    one: '(?:have to be (?:home|back|in) by|got to be (?:home|back|in) by|cant be late|need to be back before|if im late|if i dont answer|if i go out|when he drinks|when he gets drunk|when shes drunk|when hes drunk)',
    other:
      '(?:or (?:he|she)|he (?:goes|gets|will|kicks|hits|starts|shouts|turns)|she (?:goes|gets|will|kicks|hits|starts|shouts|turns)|hes (?:violent|nasty|scary|different)|trouble|in for it)',
    unless: 'nursery|school|carer|shift|boss|dog',
  },
  {
    id: 't-bed',
    category: 'child_at_risk',
    level: 'P1',
    inOrder: true,
    one: '(?:uncle|stepdad|dad|step dad|mums boyfriend|brother|cousin|granda|papa|coach|teacher|neighbour|moms boyfriend|mums man|foster dad|lodger|boyfriend)',
    other:
      '(?:gets|got|comes|came|climbs|getting|coming|sneaks|is|lies) (?:~1 )?(?:in|into|on) (?:~1 )?my bed(?:room)?|(?:watches|watching|films|filming|photographs) me (?:~2 )?(?:shower|sleep|change|undress|bath)|(?:asks|asked|makes|made) me (?:to )?(?:keep (?:it )?(?:a )?secret|not tell|touch|sit on)',
    unless: 'my boyfriend is in my bed|cuddle|dog',
  },
  {
    id: 't-kids-out',
    category: 'child_at_risk',
    level: 'P1',
    one: '(?:kids?|weans?|baby|toddler|wee (?:boy|girl|yins?|ones?|lassie)|boys|girls)',
    other:
      '(?:(?:outside|out|running about|wandering|in the street|in the close|on the stairs) (?:~3 )?(?:at (?:midnight|night|\\d+ (?:am|in the morning))|all night|in (?:their|his|her) pyjamas|barefoot|in the freezing|with no (?:coat|shoes|adult))|no adults?|unsupervised|nobody (?:watching|looking after|with) them|went to bed (?:hungry|starving)|begging (?:for food|neighbours|at doors)|eating out (?:of )?bins|no (?:adult|parent)|drunk in charge|too drunk to (?:look after|watch)|off (?:his|her) (?:face|head) (?:with|looking after|in charge))',
    unless: 'guisers?|halloween|football|camp',
  },
  {
    id: 't-benefits',
    category: 'exploitation',
    level: 'P1',
    inOrder: true,
    one: '(?:some (?:men|guys|people|boys|guy)|a (?:guy|man|woman|pal|mate)|these (?:men|guys|people)|the (?:men|guys|boss|gaffer|man)|they|men|he|she|a dealer|dealers|neighbour|carer|gang|boss|landlord|agency)',
    other:
      '(?:(?:take|takes|took|taking|have|has|hold|holds|keep|keeps|kept|control|controls|steal|steals|stole|collects?|empties|drains|withdraws?) (?:~1 )?(?:all |half )?(?:of )?(?:my|our) (?:~1 )?(?:benefits?|pip|giro|wages|pay|universal credit|bank ?card|id|passport|documents|papers|pension|money|visa|bank account)|(?:make|makes|made|force|forces|forced|forcing|want|wants) me (?:to )?(?:~1 )?(?:shoplift|steal|sell|carry|hold|drive|beg|run|deal|work for (?:nothing|free|them)|pay (?:them|him) back|launder|open (?:an )?account)|brought me (?:here|over))',
    unless:
      'dwp|jobcentre|council|home office|universal credit (?:took|take)|bank has|deduct\\w*|tax|sanction\\w*|lawyer|school|trust|court|arrears|loan repay|they have my id already|on file',
  },
  {
    id: 't-brought',
    category: 'exploitation',
    level: 'P1',
    one: '(?:brought (?:here|over|to (?:scotland|the uk|this country))|smuggled|came here to work|trapped (?:here|at work|in the job)|cant leave (?:work|the (?:job|house|boss))|owe them for (?:my )?(?:travel|flight|journey))',
    other:
      '(?:id|passport|papers|documents|wages|pay|debt|owe|threat\\w*|lock\\w*|beat\\w*|family back home|no money|free)',
  },
  {
    id: 't-thoughts',
    category: 'psychosis_distress',
    level: 'P1',
    one: '(?:my (?:thoughts|mind|brain|dreams|body)|thoughts|inside (?:me|my head))',
    other:
      '(?:stolen|stealing|not (?:mine|my own)|being (?:read|controlled|broadcast|taken|stolen|put)|implanted|inserted|controlled|broadcast|hacked|taken over|somebody else|by (?:aliens|machines|the government|spirits))',
    unless: 'by my landlord|identity|phone (?:was )?stolen|bike',
  },
  {
    id: 't-demon',
    category: 'psychosis_distress',
    level: 'P1',
    one: '(?:demons?|devil|spirits?|ghosts?|angels?|aliens?|satan|entity|witch|shadow people|dead people|a presence|jinn)',
    other:
      '(?:in my|telling|tells|talking|talks|speaking|following|watching|inside|after me|touching|whisper\\w*|sent|shows? me|wants me|laughing at)',
    unless: 'film|movie|halloween|costume|book|game|show|telly|kids|church|whisky|team spirit|spirits? (?:up|high|are)',
  },
  {
    id: 't-stuff-out',
    category: 'no_shelter_tonight',
    level: 'P1',
    one: '(?:landlord|mum|dad|partner|ex|he|she|they|council|hostel|housing|flatmate|locked out|locks? (?:changed|been changed)|changed the locks|my key|evicted|eviction)',
    other:
      '(?:(?:chucked|threw|flung|put|dumped|binned) (?:~1 )?(?:my|all my|our) (?:~1 )?(?:stuff|things|clothes|belongings|gear|bags) (?:~1 )?(?:out|in the|on the)|locked out by|changed the locks|nowhere|cant get (?:back )?in|doesnt work|on the street|out tonight|by tonight|today)',
    unless:
      'lost my key|locksmith|spare key|boiler|doesnt work for|heating|appeal|hearing|notice|parking|washing|phone|website|computer|telly|cant get in (?:touch|to see)|letter today|today for (?:food|shop|a)|rang|phoned|take(?:s|n)? (?:me|us)|nursery|class|works? today|visit\\w*|help\\w*|is (?:well|better|coming|good)|said|mum (?:is|was|and)|birthday|shopping|today and|doctor|at (?:the )?(?:group|school)|here today|they open|shower',
  },
  {
    id: 't-skin',
    category: 'self_harm',
    level: 'P1',
    one: '(?:cut|cutting|cuts|burn|burning|burns|scratch|scratching|scratches|slice|slicing|carve|carving|stab|stabbing|bite|biting|pick|picking|punch|punching|bang|banging)',
    other:
      '(?:my|his|her) (?:~1 )?(?:arms?|legs?|wrists?|thighs?|skin|stomach|head off|hands) (?:~2 )?(?:till|until|with|bleed\\w*|again|to (?:feel|cope|calm|punish)|when (?:i|he|she)|every|on purpose|deliberately)',
    unless: 'cooker|oven|iron|kettle|sun|work|eczema|cooking|accident|off the cooker|cat|dog|hair straightener',
  },
  {
    id: 't-family-hit',
    category: 'domestic_abuse',
    level: 'P1',
    inOrder: true,
    one: '(?:wife|girlfriend|husband|boyfriend|partner|man|fella|ex|girlfriend|mum|dad|son|daughter|brother|brothers girlfriend|sisters boyfriend|stepdad|carer)',
    other:
      '(?:throws|threw|throwing|chucks|flings) (?:~2 )?at (?:me|us|him|her)|(?:batters|hits|punches|kicks|slaps|bites|chokes|strangles|hurts|beats|headbutts|attacks|nips|burns) (?:him|her|me|us|my mum)(?= )|(?:calls|phones|texts|checks on|rings) me (?:~3 )?(?:every (?:ten|five|few|\\d+|hour)|constantly|nonstop|non stop|to see who|where i am|who im with)',
    unless:
      'ball|football|frisbee|snowballs?|check im ok|because i am ill|every day to chat|at (?:chess|cards|pool)|knee|back|hip|leg',
  },
  {
    id: 't-arson',
    category: 'harm_to_others',
    level: 'P0',
    inOrder: true,
    one: '(?:thinking (?:of|about)|gonna|want to|going|about to|feel like|planning|tempted|might|will)',
    other:
      '(?:setting fire|set fire|torch(?:ing)?|burn(?:ing)? down|blow(?:ing)? up|petrol bomb\\w*|running (?:him|her|them) over|run (?:him|her|them) over|poison(?:ing)? (?:him|her|them|his|her)|acid) ?(?:~2 )?',
    unless: 'balloons?|bed|airbed|photos?|tyres?|weeds|rubbish|candle|reflux|calories|torch(?:es)? battery',
  },
  {
    id: 't-bruised-kid',
    category: 'child_at_risk',
    level: 'P1',
    one: '(?:kids?|weans?|baby|toddler|lassie|laddie|wee (?:boy|girl|lassie|laddie)|son|daughter|niece|nephew|grand\\w+|year old)',
    other:
      '(?:bruises?|bruised|black eye|belt marks|cigarette burns|says (?:her|his) (?:dad|mum|stepdad|uncle) (?:~1 )?(?:did|done|hit|hurts|touched)|scared to go home|doesnt want to go home|older (?:men|man|boys|guys|boyfriend)|gifts from|lifts from|new phone from|to the (?:pub|dancing) and leaves|dealers?|carry(?:ing)? (?:stuff|drugs|packages|a knife|a blade)|selling (?:drugs|stuff)|getting (?:lifts|gifts|picked up by))',
    unless: 'football|fell off|bike|rugby|swing|trampoline|shopping|birthday|santa|car seat|car dealer',
  },
  {
    id: 't-wean-toast',
    category: 'no_food_or_heat',
    level: 'P1',
    one: '(?:kids?|weans?|baby|baby\\w*|toddler|pregnant|son|daughter|boys|girls|bottles?)',
    other:
      '(?:(?:power|electric|gas|heating|leccy|boiler|powers|electrics|heatings) ?(?:is )?(?:off|away|gone|cut|out)|(?:only|just|had|living on) (?:~1 )?(?:toast|bread|cereal|noodles|crisps|biscuits|beans) (?:~2 )?(?:for (?:\\w+ )?days|all week|and (?:its|thats) (?:done|finished))|cant heat|no way to (?:cook|heat)|skipping meals|not eating so)',
    unless: 'fussy|engineer came|fixed|fine now|its fine|back on',
  },
  {
    id: 't-mindread',
    category: 'psychosis_distress',
    level: 'P1',
    inOrder: true,
    one: '(?:folk|people|everybody|they|strangers|neighbours|the (?:telly|radio|government|police|bus)|somebody|he|she)',
    other:
      '(?:know|knows|hear|hears|read|reads|see|sees) (?:~1 )?(?:what im thinking|what i think|my (?:thoughts|mind)|inside my (?:head|mind))',
    unless: 'never know|dont know|nobody knows|want them to|let them',
  },
  {
    id: 't-vanish',
    category: 'suicide_thoughts',
    level: 'P1',
    unclear: true,
    one: '(?:if i|i could|when i|wish i|want to|better if i|how)',
    other:
      '(?:vanish\\w*|wasnt (?:here|about)|didnt exist|stopped existing|peaceful it would be|never woke|didnt wake|shut my eyes (?:~2 )?(?:no|not|never)|close my eyes (?:~2 )?(?:no|not|never)|shut my eyes and|where my (?:bank|insurance|papers|will) (?:~3 )?(?:after|gone))',
    unless: 'debt|spots|weight|pain vanished|the bill|nap',
  },
];

/** The same rule both ways round, unless the order matters. */
export const togetherRules: readonly Rule[] = PAIRS.flatMap((pair) => {
  const there = `${pair.one} ~8${pair.other}`;
  const words = pair.inOrder === true ? there : `${there}|${pair.other} ~8${pair.one}`;
  const options = { ...(pair.unless === undefined ? {} : { unless: pair.unless }), unclear: pair.unclear ?? false };
  return rules(pair.category, [[pair.id, pair.level, words, options]]);
});
