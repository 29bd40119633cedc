/** What people say at each question that no plain yes or no would tell, tried in order before yes and no are looked for. */
import { pattern } from '../../safety/rule';

type Says = readonly (readonly [choice: string, says: RegExp])[];

const WHO =
  '(?:mum|dad|man|husband|wife|partner|boyfriend|girlfriend|ex|son|daughter|brother|brothers|sister|kids?|weans?|family|everybody|everyone|people|folk|visitors?|daughter in law|son in law|he|she|they|hes|shes|theyre|somebody|someone|flatmates?|mother|father)';
const ALONE =
  '(?:just|only|its just|its only|theres only|nobody (?:here |in |else |about |around |looking )?(?:but|except|bar)) (?:~1 )?me|(?:on my own|by myself|all alone|alone|to myself|nobody (?:here|in|about|around|looking|else|listening|near|going to|reads|watching|bothers)|no one (?:here|in|about|around|looking|else)|everybody is (?:out|at|away)|(?:in|im in|got) my (?:~1 )?(?:room|bed|bedroom|house|flat|kitchen|car|motor|own house|bathroom)|door (?:shut|locked|closed)|empty house|house is empty|(?:he|she|they|hes|shes|theyre|kids|weans|man|husband|wife|partner|mum) (?:~2 )?(?:out|away|asleep|sleeping|sound|at (?:work|school|nursery|the|his|her|their)|offshore|doesnt mind|wouldnt mind|knows)|(?:safe|private|quiet|comfy|peaceful)(?: enough| here| as houses| place)?)';
const CLOSE_BY = `(?:not|isnt|no) (?:~2 )?(?:safe|private|alone|good time|good place|great time|ideal|the best)|cant (?:talk|chat|now|speak|text)|${WHO} (?:~2 )?(?:here|in(?= \\||$| $| the (?:room|house|living|next))|beside|next to|sitting|reading|looking|watching|listening|nosy|coming|back|over my|walks? in|password|checks?|goes through|came in|home|about(?= |$))|over my shoulder|(?:on the|in the) (?:train|waiting room|queue|jobcentre|office|ward)|at work|wee ears|walls have ears|one room|safer (?:after|later|when)|(?:busy|crowded|full of|packed)|(?:later|tomorrow|the morrow|tonight) (?:would|is|be)`;

const says = (...rows: readonly (readonly [string, string])[]): Says =>
  rows.map(([choice, words]) => [choice, pattern(words)]);

const NO_MORE =
  'rather (?:~1 )?(?:just )?(?:type|phone|call|text|write|message|approach|get|go|do|speak to them|ring|skip|keep)|(?:id|i would|would) (?:sooner|prefer)(?! (?:a|to (?:speak|talk)))|no more|not worth|not in the mood|decline|hold off|hang (?:up|fire)|too many|better not|best not|not necessary|not the (?:now|night)|stick with you|ask my arse|stick (?:your|it)|not today|im afraid not|maybe later|later maybe|another time|wait till|over my dead body|without (?:that|it)|use (?:it )?without';
const GO =
  'near enough|100|very glad|(?:get|find) (?:me )?somebody|pencil me|put [^ |]+ down|just this once|ask what|coast is clear|send (?:but|in|by|to)|bash on|work away|fire (?:in|on|away)|happy days|do it|crack on|whatever you need|on you go|go on|go for it|if it helps|cheers|that(?:d| would|ll| will) be (?:a relief|good|great|grand|lovely)|probably for the best|anybody but a machine|anyone but a machine|mean a lot|put me down|sign me up|pass (?:it|them|that|my)|tell them|send (?:it|them|that|me)|if its them|thats the one';

/** By question id. `more` at consent, `person` and the rest are ids of choices the question may have. */
export const SAID_AT: Readonly<Record<string, Says>> = {
  start: says(
    ['no', 'stop texting|never asked|changed my mind|wrong (?:number|person)|not interested'],
    [
      'later',
      '(?:give|gie) me|later|another (?:time|day)|not (?:now|the now|right now|just now|today)|(?:tomorrow|tonight|weekend|after|when im)(?= )(?!.* (?:yes|ok|fine))|busy|at work',
    ],
    ['yes', `${GO}|(?:.* )?[a-z]{2,}(?: .*)?`],
  ),
  consent: says(
    ['no', NO_MORE],
    [
      'more',
      'tell me more|more (?:info|information|please|about|details?)|small print|(?:can you |could you |gonna |please )?explain|what (?:does|do|is|exactly)(?: that| you| it| this)? (?:mean|keep|involve)|read (?:it|the|more)|in (?:normal|plain|easy) words|what (?:for|kind of)',
    ],
    [
      'unsure',
      'in two minds|swithering|half and half|ask my (?:~1 )?(?:first|daughter|son|man|mum)|not (?:know|sure)|good is bad|let me (?:think|ask)',
    ],
    ['yes', GO],
  ),
  safeNow: says(
    [
      'yes',
      `all clear|perfectly|(?:as )?good (?:a )?(?:time|place|as any)|having (?:~1 )?rest|(?:on the bus|in (?:the )?(?:library|town|cafe|car|park)) but (?:nobody|no one|its)|nobody(?:s)? (?:looking|bothers|here)|(?:he|she|they|wife|husband|man|mum)s? (?:~3 )?(?:telling|told me|tellt|knows|doesnt mind|wouldnt mind|not a bad)`,
    ],
    [
      'unsure',
      'should be|i think so|for now|walls have ears|reasonably|sometimes|mostly|maybe|not sure|dont know|suppose',
    ],
    ['yes', `(?:${ALONE})`],
    ['no', CLOSE_BY],
  ),
  sharedDevice: says(
    ['no', `${ALONE}|(?:my|its my) (?:own )?(?:phone|mobile)|nobody(?: else)?|no one(?: else)?|only i`],
    ['unsure', 'not sure|dont know|maybe|might'],
    [
      'yes',
      `${WHO} (?:~2 )?(?:uses?|looks?|reads?|checks?|takes?|goes through|borrows?|sees)|share[ds]?|family phone|yes`,
    ],
  ),
  safeNumber: says(
    [
      'textOnly',
      '(?:text|texts|txt|write|message|messages|whatsapp)(?: it| me)? (?:only|but (?:~1 )?(?:dont|not|no|never))|only (?:~1 )?(?:text|texts|write|message)|(?:dont|not|no|never|cant) (?:~2 )?(?:phone|phoning|phones|call|calls|calling|ring|ringing|voice)(?!.*(?:dont|not|no) (?:text|message))|(?:just|please) text|you text|texts? (?:is|are) (?:fine|ok|safe|better|best)|so text',
    ],
    [
      'callOnly',
      '(?:call|calls|phone|ring|calling|ringing|phoning)(?: it| me)? (?:only|but (?:~1 )?(?:dont|not|no|never)|dont)|only (?:~1 )?(?:call|calls|phone|ring)|(?:dont|not|no|never|cant) (?:~2 )?(?:text|texts|texting|message|messages|read texts)',
    ],
    [
      'no',
      `not always|its? (?:is )?(?:just|for) now|mostly|sometimes|(?:shared|share) (?:phone|it)|house phone|sees the bill|(?:wouldnt|dont) risk|on (?:his|her|my \\w+) contract|lands with|(?:he|she|they|my \\w+) (?:~2 )?(?:check|checks|reads?|sees|answers|picks|has the|goes through|looks at)|not (?:~1 )?safe|isnt safe|will ask who|depends who|have a fit|five of us|not (?:really|alone)`,
    ],
    [
      'yes',
      `${ALONE}|my own (?:phone|number|mobile)|my (?:phone|number|mobile)|(?:got|has) a lock|ring away|text away|all clear|only i|i (?:only|alone) (?:have|use|see)|nobody(?: else)? (?:sees|touches|uses|reads|has|gets|looks)|it never leaves|safe`,
    ],
  ),
  voicemail: says(
    [
      'no',
      `(?:${WHO}) (?:~2 )?(?:hear|hears|plays|picks|listens|snoop|would hear|checks?)|(?:isnt|not) set up|hang up|costs me|dont leave|no (?:voicemails?|messages?)|just text|text (?:me )?instead|${NO_MORE}`,
    ],
    [
      'yes',
      `leave (?:it|one|a|a message|away)|speak (?:slow|up|clear|slowly)|only me listens|i(?:ll| will)? (?:listen|check|play)|${GO}|^ do `,
    ],
  ),
  share: says(
    [
      'change',
      '(?:dont|not) (?:tell|mention|say|include|put|give) (?!.*(?:anybody|anyone|nobody|nothing|my (?:mum|dad|man|husband|wife|partner|family|ex|son|daughter)|jobcentre|dwp|council|police|landlord))|minus|leave (?:out|off)|except|but not|take (?:out|off)|without (?:the|my)|can come off|change (?:it|whats|what)|keep (?:my|the) (?:~2 )?out|just the',
    ],
    ['no', `${NO_MORE}|chap their|dont (?:want )?(?:nobody|anybody|anyone)|not to that|lost (?:them|my)`],
    ['yes', GO],
  ),
  options: says(
    [
      'help',
      'somebody (?:~1 )?(?:tell|phone|call|ring|talk|explain)|cant have it (?:on|here)|(?:ask|want|speak|talk|need) (?:~2 )?(?:person|somebody|someone|advisor)|cant (?:decide|choose|pick)|help (?:me )?(?:choose|pick|decide)|you (?:choose|pick|decide)|what (?:do|would) you (?:think|pick|choose)|dont know which|not sure which|hard to choose',
    ],
    [
      'none',
      'none|neither|not (?:any|one) of|not for me|no thanks|nothing there|dont (?:want|like|fancy) (?:any|them|those|these|that)|not (?:these|those|this|that one|keen|interested)',
    ],
  ),
  summary: says(
    ['startAgain', 'start (?:again|over)|begin again'],
    [
      'change',
      '(?:add|change|drop|remove|take) (?:~2 )?(?:that|the|in|out|it|to)|where it says|mixed (?:me )?up|not groups|one person i said|my names|name is|age|(?:it|that)(?:s| is|isnt| isnt) not|it isnt|(?:picked|got) (?:me|it|that|this|something) (?:up )?wrong|not (?:quite|right|exactly|what i|me|all)|wasnt listening|werent listening|who(?:s| is) that about|isnt me|missed|forgot|never said|(?:^| )change|it(?:s| is) (?:~3 )?not(?: the)? |nearly|almost|apart from|take out|come out|wrong',
    ],
    [
      'yes',
      `(?:~1 )?(?:admirably|well|nicely|neatly|beautifully|perfectly|fairly|plainly) (?:put|said|summed up|expressed)|sums (?:it|me) up|thats the gist|word perfect|to a t|in a nutshell|bang on|spot on|nail on|(?:fair|good|accurate|right|true|decent|faithful) (?:enough )?(?:summary|account|description|picture|reflection)|accurate|thatll do|couldnt (?:have )?(?:put|said)|not bad|thats (?:me|it|about it|the size|everything|right)|got (?:it|me|that)|you (?:have|got|listened)|sums|quite so|close enough|that will do|sounds like me|${GO}`,
    ],
  ),
  confirmYesNo: says(['no', NO_MORE], ['yes', GO]),
  pace: says(
    ['person', '(?:talk|speak) (?:to|with) (?:a |an )?(?:person|human|somebody|someone)|real person'],
    ['now', '^ ?(?:now|ideas now|just ideas)(?= )|show me|now please'],
    [
      'more',
      'take (?:your|my) time|ask (?:away|me|whatever|what)|(?:a bit|bit|tell|know|ask) (?:~1 )?more|full|long(?:er)?(?= |$)|all (?:day|night)|best match|(?:understood|know me|whole story|everything|properly|right match|fit)|no rush|no hurry|more questions|slow|proper|thorough|do it right|get it right|whatever you need|plenty (?:of )?time|i(?:ve| have)? (?:got )?time|which(?:ever|iver) (?:gets|helps|you|suits|is)|whatever (?:helps|you think|gets)|not bothered how',
    ],
    ['more', '(?:bit )?more first|go deep'],
    [
      'now',
      'now|small(?:est)?|short\\w*|quick\\w*|fast|ideas|first(?= |$)|just (?:give|show|gie|tell)|brief|minutes?|wee(?: one| version)|hurry|straight|see what|battery|data|busy|get (?:on|it) (?:with|over)|quickest|asap|soon|rapid|less|few',
    ],
    ['more', GO],
  ),
  readiness: says(
    ['rung1', 'not ready|read about|nothing yet'],
    ['rung2', 'start with a (?:chat|conversation|talk)|conversation'],
    [
      'rung5',
      'help(?:ing)? (?:out|others|people|folk|somebody|at|with)|give (?:something |a bit )?back|(?:give|gie) me a job|volunteer\\w*|lend a hand|be (?:of use|useful)|run (?:it|one)|useful',
    ],
    [
      'rung2',
      'chat|(?:one|1) (?:to one|person|on one)|talk (?:to|with) (?:one|somebody|someone|a)|speak (?:to|with)|(?:phone|call|ring|coffee|cuppa|tea|blether|hear me)(?= |$)|listen|somebody first|one at a time',
    ],
    [
      'rung3',
      '(?:come|pop|nip|go|along|have|take|drop|swing|walk) (?:~3 )?(?:see|look|nosy|nosey|by|along|in|gander|visit|once|peek)|visit|come (?:and|an|along|for)|see (?:the|a) place|try (?:it|one|once|and)|one (?:go|visit|session|time)|dip a toe|give it a (?:go|try|bash)|taster|not (?:~1 )?commit',
    ],
    [
      'rung4',
      'join|ready|(?:all|straight|right|dive|jump|get stuck) in|sign me up|start|deep end|get (?:going|involved|on with)|commit|go for it|desperate|yesterday|as soon|asap|anything|take part',
    ],
    [
      'rung1',
      'just (?:looking|seeing|asking|having|browsing)|looking(?= |$)|nosy|nosey|enquiring|not ready|no(?:t)? (?:yet|the now|right now)|finding out|only (?:looking|asking|having)|see what|browsing|info|read|scared|feart|nothing|slow(?:ly)?|wee steps?|baby steps?|dont know|not sure',
    ],
  ),
  lonely: says(
    ['oftenOrAlways', 'morning noon'],
    ['occasionally', 'every so often'],
    ['hardlyEver', 'nearly never|hardly ever|almost never'],
    ['never', 'never(?! (?:see|get|have|speak|stop))|not (?:lonely|me|ever|at all)|no(?= \\||$| $| me)|nope'],
    [
      'hardlyEver',
      'hardly|rarely|barely|nearly never|seldom|once in a blue|not (?:often|much|really|a lot)|very little',
    ],
    [
      'occasionally',
      'occasional\\w*|now and (?:again|then)|from time|odd (?:time|day|night)|(?:christmas|birthdays?|sundays?|anniversar\\w+)|once in a while|wee bit|bit',
    ],
    [
      'someOfTheTime',
      'some(?:times| of the| days| nights)?|comes and goes|on and off|off and on|half the|depends|when (?:the|hes|shes|my)|at night|(?:nights?|evenings?|weekends?)(?= |$)|middling',
    ],
    [
      'oftenOrAlways',
      'often|always|all (?:the )?(?:time|day)|every (?:day|night)|constant\\w*|a lot|most|morning noon|24|too much|never (?:see|get|speak|stop)|only rings|very|yes|nobody|terribl\\w+',
    ],
  ),
  senderStyle: says(
    ['win', '(?:its )?win(?= |$)|where (?:you|youre|its) from|who (?:you|it|yous) (?:are|is)|the whole|full'],
    [
      'noName',
      'no (?:name|names|charity|company)|without (?:a )?name|nothing|blank|discreet|plain|private|(?:just|only) (?:hi|hello)|dont (?:say|put|use)|secret|anonymous|hi and',
    ],
    ['firstName', 'name|first|say (?:your|who)|person|friendly|somebody'],
  ),
  trusted: says(
    ['no', 'no(?:body)?(?= |$)|none|never mind|dont (?:have|want)|trust\\?|nope|rather not|keep it|just me|not really'],
    ['yes', 'yes|my|aye|ill give'],
  ),
  carryOn: says(
    [
      'leave',
      'leave(?! (?:it )?(?:in|a))|too much|too many|stop (?:there|here|now|it)|enough|done in|thats me|tired|another (?:time|day)|later|tomorrow|park it|no more|finish(?! (?:it|this))|call it|not (?:now|the now|today)|maybe (?:tomorrow|later)|break|rest',
    ],
    [
      'carryOn',
      `(?:carry|keep|go|on) (?:on|going|we go)|still here|back now|(?:lets|get it|finish (?:it|this)|continue)|${GO}`,
    ],
  ),
};
