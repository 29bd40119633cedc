/** Hears the awkward moments: anger, another language, a joke taken back, writing for somebody else. */
import { gateOf } from '../safety/gate';
import { pattern, search } from '../safety/rule';
import { normalise } from '../safety/words/normalise';
import type { AwkwardMoment } from '../types';
import { isOtherLanguage } from './otherLanguage';

const COMER =
  '(?:hes|shes|theyre|he is|she is|they are|he|she|somebody|someone|somebodys|someones|somebody is|(?:my |the )?(?:man|partner|boyfriend|girlfriend|husband|wife|ex|dad|mum|stepdad|brother|son|sister|uncle|fella|other half|flatmate|mother in law)(?:s| is)?)';
/** Said in a few words by somebody who has to stop now; a longer sentence tells a story and is heard as one. */
const SOMEONE_COMING = pattern(
  `${COMER} (?:~1 )?(?:coming|comin|here|back|home|in|in now|in the room|in the house|up the stairs|at the door|outside|behind me|beside me|next to me|watching|awake|up)(?: (?:in|back|home|now|here|up|up the stairs|in the door|through the door|along|down|downstairs|soon|early|again|the now|right now|in a minute|in \\d+ mins?|in \\d+ minutes?|gotta go|got to go|have to go|need to go|must go|bye))*(?= \\||$| $)|${COMER} (?:just |has just |have just )?(?:walked in|came in|came back|come in|come back|got in|got back|got home|pulled up|woke up|woken up)(?= \\||$| $)|(?:i |ive )?(?:gotta|got to|to|have to|need to|must|i will have to) (?:go|run|stop)(?: (?:now|quick|the now))?(?= \\||$| $)|(?:cant|cannot) (?:talk|chat|type|text|speak)(?: (?:now|the now|right now|any more))?(?= \\||$| $)`,
);
const FEW_WORDS = 12;

const STAFF = '(?:you|your (?:staff|team|workers?|advisors?|office)|the (?:advisor|worker|staff)|bot|win)';

/** Checked in this order; abuse of staff is only threats, hate or sexual messages to staff (guide X9). */
const MOMENTS: readonly (readonly [AwkwardMoment, RegExp])[] = [
  [
    'abuse_of_staff',
    search(
      `(?:im |i will |gonna |i am |we will |will )(?:~1 )?(?:gonna )?(?:kill|batter|stab|find|slash|smash|get|hunt|bomb|burn|come down there and|do) (?:~1 )?${STAFF}(?: lot| all| down)?(?= \\||$| $| you| up| for this)|i know where (?:you|your staff|your workers) (?:work|live|stay)|(?:send|show) (?:me|us) (?:~1 )?(?:your )?(?:nudes|tits|boobs|pussy|cock|naked|pics of you)|(?:i want to |lets |wanna |can i |gonna )(?:~1 )?(?:fuck|shag|ride|sleep with|have sex with) (?:you|your (?:worker|advisor|staff))|what are you wearing|suck my|sit on my face|(?:you|your) (?:~2 )?(?:paki|poof|faggot|nigger|spastic|mongo|retard|tranny|fenian bastard|orange bastard|whore|slut|slag|cunts?|wee cow|bitch)|get (?:~1 )?tits out|hope (?:you|your (?:staff|kids|family)) (?:~1 )?(?:die|get cancer|burn)|(?:fucking )?(?:pakis|niggers|faggots|trannies)`,
    ),
  ],
  [
    'anger',
    search(
      'fuck (?:off|this|you|sake|it|them|the|everybody|all|life|everything|sakes|my)|fucking|fuckin|fucked|ffs|fucks|for fuck|bastards?|cunts?|shite|bullshit|piss(?:ed)? off|pish|wankers?|pricks?|arseholes?|bollocks|raging|so angry|bloody (?:joke|useless|hell|waste)|waste of (?:time|fucking)|this is (?:a joke|useless|rubbish|stupid|ridiculous|a waste|pointless)|useless (?:bot|thing|robot|lot|bunch)|stupid (?:bot|questions?|thing|machine|robot)|you lot are|sick of (?:this|these questions|being passed|repeating|you lot|the system)|nobody (?:ever )?listens|no one listens|fuming|beeling|pure ragin|ragin|i hate (?:this|everybody|you|them all)|get lost|shut up|had it with (?:this|you|them|everything)|passed from pillar to post|youre (?:all )?useless|your (?:all )?useless|are you kidding|how many times',
    ),
  ],
  [
    'deaf',
    search(
      '(?:im|i am|am|hes|shes|partially|profoundly|my (?:mum|dad|son|daughter|husband|wife|partner) is|going|born|severely) (?:~1 )?(?:deaf|hard of hearing|hearing impaired)|(?:use|uses|need|sign|speak|using|understand|only|have|prefer) (?:~1 )?(?:bsl|sign language|british sign)|bsl|(?:cant|dont|hard to|struggle to) (?:hear|use) (?:~1 )?(?:phone|phones|calls|on the phone|well|you on)|hearing aids?|sign language interpreter|deaf and|lip ?read|text ?relay|relay uk|cochlear',
    ),
  ],
  [
    'bereaved',
    search(
      '(?:my|our) (?:~2 )?(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|nan|nana|papa|granda|grandad|grandma|baby|boy|girl|kid|best friend|friend|pal|mate|man|auntie|aunt|uncle|cousin|twin|nephew|niece|dog|cat|boyfriend|girlfriend|grandson|granddaughter) (?:~3 )?(?:died|passed|passed away|is dead|has died|just died|killed (?:himself|herself)|took (?:his|her) own life|was murdered|is gone now|is away now|hung (?:himself|herself)|hanged (?:himself|herself)|dropped dead)|(?:lost|burying|buried|grieving|grieving for|mourning) (?:~1 )?(?:my|our|him|her) ?(?:~2 )?(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|nan|papa|granda|grandad|baby|boy|girl|best friend|friend|pal|mate|man|auntie|uncle|dog|grandson|granddaughter|cousin|twin|wee boy|wee girl)?(?= to| last| in| \\||$| $| and| at| suddenly| this| two| when| a| \\d)|(?:widow|widowed|widower|bereaved|bereavement|grieving|miscarriage|stillborn|stillbirth|cot death)|(?:he|she) (?:died|passed away|passed)|funeral|since (?:he|she|they|mum|dad|my \\w+) (?:died|passed|went)|lost (?:him|her) (?:to|last|in|two|when)|in memory of|scattering (?:his|her) ashes|(?:mum|dad|gran|granny|papa|granda) (?:~1 )?(?:died|passed away|passed)',
    ),
  ],
  [
    'joking',
    search(
      '(?:just|only|was|im|i was|am|pure|totally|was only|were) (?:~1 )?(?:kidding|joking|messing|having a laugh|winding you up|having you on|being daft|being dramatic|carrying on|at it|a joke|geein you a laugh|joke|a laugh|jokin|kiddin|winding)|jk|j k|jokes|jist (?:kidding|kiddin|joking|jokin|messin|messing)|forget (?:it|i said|that|about it|what i said)|never ?mind|ignore (?:me|that|what i said|my last)|didnt mean it|i didnt mean (?:it|that)|dont worry about it|doesnt matter|it was a joke|scrub that|lol joking|only kidding on|kidding on|nvm|i take it back|pretend i didnt',
    ),
  ],
  [
    'withdraw_share',
    search(
      '(?:stop|dont|quit|no longer|not) (?:~1 )?(?:sharing|share|pass|passing|send|sending|giving|give|want) (?:~2 )?(?:my|the|them|these|anything) (?:~1 )?(?:details|information|info|data|stuff|name|number|answers|shared|to have my details)|(?:take|taking|want|get|took) (?:~1 )?(?:back|it back|them back|my details back|my consent back)(?! to| again)|take back (?:my )?(?:details|permission|consent|what i shared|yes)|withdraw(?: my| consent| permission| it)?|(?:unshare|take my details off them|take my name off them)|changed my mind about (?:sharing|them|passing|you passing|giving)|dont want (?:them|you|that place|the group|that service) (?:to )?(?:have|having|see|know|seeing|knowing|sharing|getting|get|passing) (?:~1 )?(?:my )?|(?:tell|ask) them (?:to )?(?:delete|forget|not to contact|no to contact|bin) ?|dont (?:pass|send|give) (?:my|it|anything) (?:~1 )?(?:details |on |to )',
    ),
  ],
  [
    'third_party',
    search(
      '(?:worried|concerned|scared|frightened|anxious|feart) (?:~1 )?(?:about|for) (?:~1 )?(?:my |her |him |a |the |our )(?:~1 )?(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|nan|papa|granda|friend|pal|mate|neighbour|cousin|auntie|uncle|boyfriend|girlfriend|nephew|niece|man|boy|girl|flatmate|lassie|woman|him|her)|(?:its|this is|im asking|im texting|im messaging|asking|im contacting you|on behalf of|help|looking for help|looking for support|is there help|any help|support) (?:~2 )?for (?:~1 )?(?:my |a |the |our |an )(?:~1 )?(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|nan|papa|granda|friend|pal|mate|neighbour|cousin|auntie|uncle|boyfriend|girlfriend|nephew|niece|man|client|patient|somebody)|on behalf of|its for somebody else|somebody else|(?:my|our) (?:~1 )?(?:mum|dad|son|daughter|husband|wife|partner|brother|sister|gran|granny|nan|papa|granda|friend|pal|mate|neighbour|cousin|auntie|uncle|boyfriend|girlfriend|nephew|niece) (?:~1 )?(?:needs|need|is struggling|is really struggling|says|said|wants|told me|could do with|isnt coping|is not coping|is suicidal|has stopped|is in a bad way|is depressed|is lonely)|im (?:a |his |her |their )(?:~1 )?(?:support worker|carer|social worker|health visitor|teacher|housing officer)|(?:hes|shes|she|he|they) (?:wont|will not|doesnt want to|refuses to) (?:get|ask for|accept|take) (?:any )?help',
    ),
  ],
  [
    'advice',
    search(
      '(?:should i|can i|is it safe to|how much|how many|do i|could i|can you take|is it ok to|can my|would it be safe) (?:~2 )?(?:take|stop taking|mix|double|up my|come off|drink) (?:~3 )?(?:tablets|pills|meds|medication|ibuprofen|paracetamol|antidepressants?|sertraline|codeine|valium|dose|insulin|steroids|alcohol|co codamol|cocodamol|tramadol|antibiotics)|what(?:s| is) the (?:right |max |maximum )?dose|is (?:this|it|that|my) (?:~2 )?(?:infected|cancer|broken|normal|serious|a stroke|contagious|illegal|legal)|do i have (?:a case|grounds|rights|depression|adhd|autism|cancer|bipolar)|can (?:they|he|she|my landlord|the landlord|my boss|the council|the police|my ex|the dwp|the jobcentre|my employer) (?:~1 )?(?:evict|sack|do that|legally|fire|stop me|take my|keep my|arrest|do this|sanction|increase|put my rent|change the locks)|(?:legal|medical) advice|what are my (?:legal )?rights|can i (?:sue|appeal|be evicted|claim for|get arrested)|what are the side effects|should i (?:see|go to|phone|plead|sign|get) (?:~1 )?(?:a doctor|the doctor|a&e|hospital|guilty|a lawyer|a solicitor|this contract)|is it (?:illegal|legal|against the law)|diagnose|what(?:s| is) wrong with me|will i (?:go to|get) (?:jail|prison)|how do i (?:get custody|appeal my|get out of my contract)',
    ),
  ],
];

const gate = gateOf(MOMENTS.map(([, says]) => says));

/** The moments of guide 4 X a message names. Distress and swearing at life is anger, never abuse of staff. */
export function recogniseMoments(text: string): readonly AwkwardMoment[] {
  const { plain } = normalise(text);
  const open = gate(plain);
  const found = MOMENTS.filter(([, says], n) => {
    if (open[n] !== 1) return false;
    says.lastIndex = 0;
    return says.test(plain);
  }).map(([moment]) => moment);
  SOMEONE_COMING.lastIndex = 0;
  const asking = / (?:how|what|if|when|why|who|where) /.test(plain);
  if (!asking && text.trim().split(/\s+/).length <= FEW_WORDS && SOMEONE_COMING.test(plain))
    found.push('someone_coming');
  const heard = found.includes('abuse_of_staff') ? found.filter((moment) => moment !== 'anger') : found;
  return isOtherLanguage(text) ? [...heard, 'other_language'] : heard;
}
