/** What makes it hard to join in, what would help, how ready they are, and what they said yes or no to by name. */
import type { Found } from '../reading';
import type { Clause } from './clauses';

/** Choice ids of G1. Groups of plain words; a stretch said to be fine does not count. */
const BARRIERS: Readonly<Record<string, string>> = {
  childcare:
    '(?:no|cant (?:get|find|afford)|without|need) (?:a |any )?(?:child ?care|sitter|babysitter|crech?e)|childcare|babysitter|nobody (?:to|trained to|that can) (?:watch|mind|look after|leave|sit)|(?:got|have|with|ive|only) (?:\\d |the |a |my )*(?:(?:wee|small|young) )*(?:kids|babies|toddlers?|twins|buggy)(?: (?:under|and|with))?|(?:cant|dont like to|never) leave (?:my |the |her |him )?(?:mum|dad|mother|father|wife|husband|man|son|daughter|kids?|baby|her|him|margaret|\\w+ on (?:his|her) own)|care for (?:my|him|her) [^|]{0,20}(?:so|round|cant|all)|(?:her|him|them|twins|kids?|boy|girl|baby) (?:looked after|watched|minded)|school run|(?:would|have) (?:have )?to bring my|to leave (?:the )?(?:kids|children|baby)|bring my (?:wee )?(?:brother|sister|kids|boy|girl)|kids sorted|kids in tow|breastfeed\\w*|(?:^ |the )kids $|2 toddlers|toddlers and|i care for (?:my|him|her)|nobody to leave|single mum no|whos going to watch|(?:go|goes|settle|settles|stay|stays) (?:to|with|for) (?:nobody|no one|anyone|anybody|noone) (?:but|except|bar) (?:me|her mum|his mum)|home for (?:the )?(?:babies|kids|weans|baby)',
  travel:
    'no car|dont drive|cant drive|(?:2|3|the|no|getting the|catch|miss|only) (?:bus|buses)(?! stop)|bus(?:es)?(?! shelter| stop)(?: is| are| only| that| i| let| beats| doesnt| money| fare|fare| from| and| every| after)|getting there|get there|too far|no (?:way of getting (?:there|in|about|home|to|up|over)|transport|lift)|pick(?:ed)? me up|(?:need|needing|get|got|had|with|without) a lift|on the [\\d ]+ bus|public transport|stopped driving|travel(?:ling)?(?: is| would| costs?)?|taxi|train fare|miles away|would need to be (?:near|by phone|local|close)|cant get (?:to|there|out to)|how (?:would|do) i get|dark nights coming home|lost my licence|miles from',
  phone:
    'no (?:wifi|wi fi|data|credit|internet|phone|laptop|computer|smart ?phone|signal|broadband|minutes)|dont (?:own|have)(?: so much as)? (?:a |an |the |any )?(?:mobile|phone|smart ?phone|laptop|computer|internet|wifi)|(?:phone|screen|mobile|tablet)(?: is|s)? (?:smashed|broken|bust|cracked|in the pawn|cut off|knackered|dead)|(?:mine|phone) (?:is )?(?:smashed|in the pawn|cut off)|in the pawn|cut off my (?:internet|phone)|library computer|at the library|(?:share|shares|sharing) (?:the |a |one )?phone|only get the phone|pay as you go is empty|cant (?:use|work) (?:a |the |my )?(?:computer|phone|zoom|internet|tablet|smartphone)|not at ease with computers|dont do (?:computers|online|internet|technology)|no good (?:with|on) (?:computers?|phones?|technology)|havent (?:got )?(?:a |any )?(?:phone|wifi|internet|credit)|on zoom|ran out of data|out of credit|cracked phone|no credit|ive no phone|i have no phone|forgot my password|never used it',
  nerves:
    '(?:cant|dont|dont do|hate|scared of|no good (?:in|with)|afraid of|nervous (?:of|in|about)|not (?:good|comfortable) (?:in|with)|anxious (?:about|in|of)|shy (?:of|in)|freak me out|cope with) (?:do |the |big |a |being in |like |with |at )*(?:groups?|rooms? (?:full|of)|crowds?|room full|new (?:people|folk|faces)|strangers|classrooms|big crowd|people)|panic attacks?|anxiety(?: has|s)? (?:got|me|is|keeps|stops)|the anxiety|social anxiety|nerves|nervous|(?:very|too|am|im|bit|so|that) shy|shy (?:i think|person|so)|bottle it|scared to (?:walk|go|come|talk)|too scared|fear to|no confidence|legs go to jelly|walk(?:ing)? into|overwhelmed by people|what if folk know me|everybody (?:turning round|looking)|mortified|housebound with|a (?:room|crowd) of (?:folk|people|strangers)|(?:not|im not) comfortable in a crowd|crowds? finish|dont fancy a group|not a group|group(?:s)? (?:are|is) hard|my head says no|when many people|(?:one|only) person in|people cant do|frightened of (?:people|groups)|feart (?:of|to)',
  health:
    '(?<!(?:wife|husband|mum|dad|mother|father|son|daughter|sister|brother|partner|gran) in a )wheelchair|(?<!(?:wife|husband|mum|dad|mother|father|son|daughter|sister|brother|partner|gran) )in a chair|my (?:bad )?(?:back|knees?|hips?|legs?|feet|chest|lungs|heart|eyes|eyesight|joints|health|nerves are|condition|fatigue|stoma|hearing)|(?:bad|sore|dodgy|gammy|bust) (?:back|knees?|hips?|legs?|feet|chest|lungs|heart|ankle|shoulder)|eyes (?:went|are)|no sight|one good eye|eyesight|arthritis|copd|fibro\\w*|chronic|ive me|its me some|with me (?:so|an)|me so an hours|fatigue|fits|epilep\\w*|seizures?|autistic|asd|adhd|stammer|parkinsons|ms |stroke|disab\\w+|pain|stairs|walking (?:is|far)|cant (?:walk|stand|hear|see|breathe)|breath(?:less|ing)?|deaf|hard of hearing|hearings? away|dont hear|hear better|a frame|my stick|a stick|on crutches|mobility|tablets (?:kick|make)|with the tablets|these meds|meds make|tired all|operation|dialysis|chemo|sensory|noise|overload\\w*|toilet close|blind|a carer is here|my carer|big print|rather deaf|insulin|puffer|oxygen|bowels?|panic disorder',
  reading:
    '(?:cant|dont|not|never|struggle to|struggle with|struggle|no great at|hard|no good at|cannot|bad at|slow at|learning to|help with) (?:really |very |too |to |the |at the |read |wee |well |great at |so good at |much |right |that )*(?:read|reading|write|spell|spelling|writing|letters)|readings? (?:is )?hard|dyslexi\\w*|(?:the |big |filling in |fill in |filling |help with |with )forms|read (?:a bit but not|them right|it out|so good)|forms are|hardly write my name|reading aloud|cant write|read or write|letters from|the reading|swim about',
  language:
    '(?:no|little|bad|poor|not good|my|a bit|only|dont speak|not much|speak|learn|not speak|small) (?:much |good |so good |very |a |little |of )*english(?: (?:is |only |no |not |little |very )*(?:good|little|bad|small|poor|ok|okay|weak|only))|no english|english (?:no good|not good|only|is not|only little|little|not so)|little english|interpreter|translat\\w+|(?:speak|speaks|in) (?:polish|ukrainian|russian|arabic|urdu|kurdish|farsi|tigrinya|amharic|romanian|punjabi|cantonese|mandarin|vietnamese|spanish|portuguese|bsl|slow)|the language|(?<!do )i sign|bsl|sign language|my accent|understand nothing|dont understand (?:good|well|everything|the)|language is|not (?:understand|know) english|english for (?:law|forms|the)',
  cost: 'the (?:fees?|cost|price|money)|cant (?:afford|pay)|cannot afford|costs?(?: too| me| it|$)?|no (?:bus )?money|bus fare|too dear|its dear|dear |forty quid|\\d+ quid|pay nothing|i can pay|(?:too|far too|so) skint|what it costs|asylum money|benefit money|anything with a price|(?:anything )?costing|money (?:is|and|for)|on jsa|cant spend|price on it|depends what|dont have money|havent the money|no have money|money$',
  else: '(?:shifts?|rota|nights?|hours|2 jobs|time) (?:work|pattern|change|changes|is the problem|all the time|are mad|every week)|shift (?:work|pattern)|on nights|work (?:\\d+|all|full|long|shifts|in night|nights) (?:hours)?|(?:the|no|only the|only) time(?: i work)?$|2 jobs|back shift|night shift|back shift|on a tag|curfew|criminal record|disclosure form|(?:dog|dug|cat) (?:cant|howls)|cant leave (?:the|my) (?:dog|dug)|(?:husband|partner|he) (?:doesnt|wouldnt|wont) (?:like|let)|dont do classrooms|sign on|be anywhere theres drink|hours (?:at|in)|no(?: the)? time|change every week|never know my',
  nothing:
    '(?:nothing|none|no) (?:at all|stopping me|stops me|makes it hard|really|of (?:them|that|those))|cant see anything stopping|free as a bird|nothing stoppin|no (?:barriers|problems)',
};
/** Choice ids of G2. */
const ADJUSTMENTS: Readonly<Record<string, string>> = {
  company:
    '(?:somebody|some1|a pal|a friend|a buddy|someone|a person) (?:to |that |could |would |who )?(?:go|come|came|walk|walked|chum|meet|with|met|come along)|come with me|came with me|go with me|walked? in with|chum me|companion|a buddy|met (?:me )?at the (?:door|bus)|met me|being met|meet me at the|come along with me|company on the|hold my hand|not (?:come|go) alone|come alone',
  onePerson:
    '(?:one|1|just one) person|one to one|1 to 1|meet (?:one|somebody|a worker) (?:of you )?first|just the one|not a group|1 2 1|wee coffee with|someone patient|chat to (?:one|somebody) first',
  busFare:
    'bus (?:fare|money|pass|ticket)|day ticket|travel (?:costs|money|expenses)|fares? paid|train fare|help with (?:the )?(?:bus|travel|fares?)|taxi paid',
  childcare:
    'crech?e|mind the (?:baby|kids)|watch the (?:kids?|baby|boy)|childcare|babysit\\w*|bring (?:the|my) (?:kids?|baby|boy|girl|wee)|she could come|somebody to sit with|respite',
  bigPrint:
    'big(?:ger)? (?:print|letters|writing|text)|large (?:print|letters)|audio|read it out|easy read|read to me|braille',
  interpreter:
    'interpreter|translat\\w+|bsl|sign language|(?:polish|ukrainian|russian|arabic|urdu|kurdish|farsi|tigrinya|romanian)(?: or \\w+)? (?:speaking|speaker)|speaks? (?:polish|ukrainian|russian|arabic|urdu|kurdish|farsi|tigrinya|romanian|my language)|able to sign|can sign',
  quiet: 'quiet(?:er)?|no loud|corner|no noise|low lights|calm|near the door|no music',
  online: 'online|on ?line|zoom|video call|camera off|from home|teams call|remote',
  no: '(?:nothing|none|not) needed|dont need (?:any|anything)|(?:i )?(?:can )?manage (?:fine|perfectly|myself|ok)|none of (?:them|those)|im (?:fine|alright|ok|okay)|all good|no thanks',
};

type Table = readonly (readonly [string, RegExp])[];
const tableOf = (words: Readonly<Record<string, string>>): Table =>
  Object.entries(words).map(([id, says]) => [id, new RegExp(`(?<= )(?:${says})(?= |$)`, 'gm')] as const);
const BARRIER_TABLE = tableOf(BARRIERS);
const ADJUSTMENT_TABLE = tableOf(ADJUSTMENTS);
/** "I've a car": getting there is no trouble. "Don't write": a letter is not wanted. "How much is it?" asks us, and tells nothing. */
const NOT_SO: Readonly<Record<string, RegExp>> = {
  travel: / (?:ive|i have|ive got|have|got) (?:a|my own|my) car /,
  reading: / dont write $/,
  cost: /^ (?:(?:and|but|so|ok|okay|aye|right|eh|em|just) )*(?:how much|what(?:s| is| does| do| will| would)|does|do|is|are|will|would|dae) /,
};
const FINE_BEFORE =
  / (?:not|no|no bother|no bother with|no problem|no problem with|fine (?:for|with)|never) (?:the |my |a |with |getting |about )*$/;
const FINE_AFTER =
  /^[^ ]* (?:isnt|is not|not|no|aint|arent|wasnt) (?:a |the |any |really a )*(?:problem|bother|issue|worry|that)|^[^ ]* (?:(?:is|are|were|was) )?(?:fine|ok|okay|sorted|covered|no bother)(?= )/;

function idsIn(table: Table, clauses: readonly Clause[]): Found<readonly string[]> | undefined {
  const ids = new Set<string>();
  const words: string[] = [];
  // one look at all of it says which can be there at all
  const whole = clauses.map(({ plain }) => plain).join('\n');
  const named = table.filter(([, says]) => whole.search(says) >= 0);
  for (const { plain, raw } of clauses)
    for (const [id, says] of named)
      for (const match of plain.matchAll(says)) {
        const before = plain.slice(0, match.index);
        if (
          FINE_AFTER.test(plain.slice(match.index + match[0].length)) ||
          (FINE_BEFORE.test(before) && !/^(?:no|cant|dont|not)/.test(match[0]))
        )
          continue;
        if (NOT_SO[id]?.test(plain) === true) continue;
        ids.add(id);
        words.push(raw);
        break;
      }
  return ids.size === 0 ? undefined : { value: [...ids], words: [...new Set(words)].join(', '), confidence: 0.75 };
}

/** What makes it hard, as choice ids of G1. Outside that question the barest words ("the cost") are not enough. */
export function barriersIn(clauses: readonly Clause[]): Found<readonly string[]> | undefined {
  return idsIn(BARRIER_TABLE, clauses);
}

/** What would make it easier, as choice ids of G2. */
export function adjustmentsIn(clauses: readonly Clause[]): Found<readonly string[]> | undefined {
  return idsIn(ADJUSTMENT_TABLE, clauses);
}
