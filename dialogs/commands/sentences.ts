/** Commands inside sentences, by what they say: short messages only, and never a word that may mean something else. */
import { normalise } from '../safety/words/normalise';
import type { Command } from '../types';
import { ALSO } from './sentencesAlso';

type Heard = Exclude<Command, 'yes' | 'no' | 'menu' | 'why' | 'status' | 'clear_history' | 'start'>;

const MSG =
  '(?:texts?|texting|messages?|messaging|msgs?|writing|contact(?:ing)?|ringing|calling|phoning|bothering|sending)';
/** In this order: the first that fits is heard. Plain spelling, without the marks of sentences. */
const SAYS: readonly (readonly [Heard, string])[] = [
  ['wrong_number', '(?:wrong|not the right) (?:number|person)|dont know (?:who )?you (?:are )?wrong number'],
  [
    'delete_my_data',
    `(?:delete|delte|erase|wipe|destroy|bin|scrub|remove|shred|burn|rub out|get rid of|clear|forget|chuck out|take) (?:please )?(?:me (?:from|off|out)|(?:all |everything |every |of |the )*(?:my|about me|you have (?:on|of)? ?(?:me)?|youve (?:got|saved)|i (?:said|told|wrote)) ?(?:data|details|info\\w*|stuff|records?|file|files|name|story|answers|chat|history|notes|phone)?(?! (?:first|before|mind|wife|husband|past)))|(?:dont|not) (?:want )?(?:you )?(?:to )?(?:keep|keeping|hold|holding|have|store) (?:a single |any |my |anything|that|of|it|all|what)|(?:my )?(?:records?|file|data|details|info\\w*|everything) (?:to be )?(?:deleted|erased|wiped|destroyed|removed|gone)|right to be forgotten|gdpr delete|(?:rub|cross|score|strike) me (?:out|off)|remove (?:please )?(?:my|all my|me)|off your (?:books|system|computer|records)|bin the lot`,
  ],
  [
    'stop',
    `(?:stop|quit|cease|no more|dont (?:you )?|not to|never|enough|plenty|sick of|gonna not|gonna no|pack in|chuck) (?:be |with |of |the |your |these |this |sending |send |me |any |to |you |all |yous? |and )*${MSG}(?: (?:me|this number|us|here|please|now|again|any ?more|off you|ever))?$|(?:stop|quit) (?:${MSG}) (?:me|this number|us|please|to me|here)|unsubscribe|opt(?:ing|ed)? (?:me )?out|(?:take|get|remove) (?:me|my number|this number|us) (?:off|from) (?:your|the|this) (?:list|texts?|messages)|leave (?:me|us) (?:alone|be|in peace)|dont (?:contact|bother|message|text|phone|call|write|write to) (?:me|us|this number|again)(?: (?:again|any ?more|ever|please))?|(?:blocking|block) (?:this number|you)|(?:end|finish|close|terminate) (?:this|the) (?:conversation|chat|thing)|(?:wish|want|like) to (?:end|stop|finish) (?:this|the|our|here|now|chatting)(?: (?:conversation|chat|now))?|(?:im|am|thats me) done (?:with|wi) (?:this chat|these texts|you|yous|youse)$|przestan\\w*|nie pisz\\w*|stopp|dejen de|no me (?:escrib|mand|llam)\\w*|arretez|nu ma(?:i)? (?:scri|suna|contact)\\w*|opreste\\w*|ne pishit\\w*|не пиш\\w*|остан\\w*|стоп|parem|lasciatemi|hor auf|jog on|finito|get lost`,
  ],
  [
    'restart',
    'start(?:ing)? (?:all )?(?:over|again|afresh|anew|fresh)(?! (?:in|with|after|my|somewhere|at (?:my|his|her)))|(?:begin|commence) (?:again|anew|afresh)|(?:from|back to) (?:the )?(?:top|start|beginning|square one|scratch|very first|zero)|clean slate|new start|fresh (?:start|one)(?! in)|(?:scrap|wipe|bin|clear) (?:that|the lot|it|all)(?: and| an)? (?:start|begin|again|anew)|do (?:it|the whole thing|all the questions|the questions) (?:all )?(?:again|over)|re ?start|reset it|redo (?:it|this|the lot)|question one again',
  ],
  [
    'complaint',
    `complain(?:t|ts|ing)?(?! (?:to the school|about the (?:bullying|neighbours|noise|damp))| in to)|(?:your|the|yer) (?:man|worker|staff|lady|woman|guy|leader|advisor|group leader|fella)(?: at the \\w+)? (?:was |is |wis )?(?:dead |really |very |so |that |pure )*(?:rude|nasty|horrible|off with|late|never)|(?:a )?disgrace(?:ful)?(?! to)|(?:speak|talk|get me) (?:to )?(?:your|the|a) manager|whos your (?:manager|boss)|who(?:se)? is (?:your|the) manager|(?:nobody|no one|never|not one|times nobody|yous never|you never) (?:has |ever |have )*(?:called|phoned|rang|rung|answered|came|come|turned up|got|replied|showed)(?: me)? (?:back|up|like you)|not happy (?:with|w) (?:the|your|this) (?:service|way|help)|(?:how|the way) i was treated|(?:you|yous) (?:have )?let me down|want it (?:dealt with|noted|sorted|looked at)|told (?:my|our) (?:business|secrets)|formal|unacceptable|not good enough`,
  ],
  [
    'change_answer',
    '(?:change|fix|correct|amend|edit|update|swap|alter|sort|redo|put right|take back) (?:please )?(?:that |the |one of |an |something |a )*(?:my |what i |it |previous |last |earlier )*(?:answers?|reply|response|said|put|age|name|number|postcode|post ?code|email|postal|time|area|bit|one|option|earlier|thing)|(?:put|gave|picked|pressed|wrote|typed|said|hit|ticked) (?:down )?(?:the )?wrong|made (?:a )?(?:mistake|slip|error|an arse of)(?: with)?|meant (?:to (?:say|put|pick|press)|no|yes|the other)|(?:thats|that is|that numbers?|number is|numbers) wrong|wrong (?:answer|one|option|button|thing)|changed my mind about (?!sharing|passing|them)|scratch that|allow me to (?:amend|correct|change)|(?:should|shouldve|should have) (?:be|been|said|put)|not what i meant|swap what i',
  ],
  [
    'access_my_data',
    '(?:what|everything|all|anything|any) (?:information |info |data |stuff |have |do |is |are |the |notes? |it is )*(?:you|yous|youve|is|held|got) ?(?:have |got |hold |keep |saved |written |wrote |know |kept |stored )+(?:down )?(?:on |about |of |for |from )?(?:me)?|(?:see|show|send|read|get|look at|copy of|print|give|have|view) (?:me |us |please |to me |out )*(?:a |the )?(?:copy of )?(?:all |every|my |what |your )+(?:own )?(?:file|records?|data|notes|details|answers|info\\w*|youve|you have|i (?:said|wrote)|chat)|subject access|(?:copy|print ?out) of (?:the |my |what )|data request',
  ],
  [
    'who_are_you',
    '(?:are|r) (?:you|yous|u|ye) (?:a |an |the |actually |really )*(?:real|robot|bot|human|person|machine|computer|ai|council|charity|legit|scam\\w*|government|automated|chatgpt|nhs)|(?:is|whats|what is|am i) (?:this|it|that|talking to|speaking to|i)? ?(?:a |an |the |to )*(?:real|robot|bot|human|person|machine|computer|ai|scam|council|charity|organisation|win)|(?:who|whos|who is|whose) (?:is |are |am |the |dis |hell |runs |pays )*(?:this|you|yous|win|that|i (?:talking|speaking|messaging)|it|dis|for this|with)|what(?:s| is| are)? (?:you|yous|win|your name)(?: called)?$|whom (?:have|am|do)|no (?:idea|clue) who (?:it|this|you)|robot or|person or (?:a )?(?:machine|robot|bot|computer)|who (?:it|this) is|identify yourself|got my number|talking to a (?:machine|robot|person|bot)|(?:sound|type) like a (?:computer|robot|bot)|charity (?:anyway|then)',
  ],
  [
    'privacy',
    '(?:who|whos|whose|what (?:folk|people)) (?:gets?|can|will|all|else|is|are|eyes|has|to|folk|sees|reads|reading)(?: to)? ?(?:sees?|reads?|reading|looking|told|access|look|got)?(?: at)? ?(?:this|it|what|my|these|here)|(?:is|are|will|does|it is|can) (?:this|it|that|my|what i say|i) ?(?:be |stays? |kept |really )*(?:private|confidential|secret|secure|safe to say|between us|anonymous|recorded)|(?:will|do|does|can|would|are|is|could) (?:you|yous|the (?:social|dwp|jobcentre|job centre|council|polic\\w*|school|housing|landlord)|my (?:\\w+ )?(?:mum|dad|landlord|boss|work|family|school|doctor|husband|wife|ex|partner|worker|neighbours?)|anybody|other (?:folk|people)|social work) (?:gonna |be able to |get to |going |ever |on the computer )*(?:tell|see|hear|know|find out|told|share|pass|grass|report|read|sell|get told)|(?:what|where) (?:do|does|are|is|will) (?:you |my |it |yous |all )*(?:gonna )?(?:do(?:ing)? with|happens? to|kept|stored|go|keep|information|details|answers)|privacy|data protection|stays? between us',
  ],
  [
    'someone_else',
    `(?:its|this is|im (?:asking|writing|texting|filling (?:this|it) in|here|doing this|messaging)|asking|doing this|writing|i write|i (?:ask|am asking)|want(?:ing)? (?:help|something|to get help)|looking for (?:help|something)|get help|help|refer|sign|put|enquir\\w*|on behalf|concerns|not (?:for )?me|no me|for) (?:is |its |it is |but |up |in |for |of |about |on behalf of |a |the |please )*(?:my |a |an |the )(?:wee |elderly |old |best |daft |own )*(?:mum|dad|mother|father|son|boy|daughter|girl|brother|sister|gran|granny|grandson|granddaughter|grandpa|papa|nana|friend|pal|mate|neighbour|client|tenant|wife|husband|partner|nephew|niece|uncle|aunt|auntie|cousin|flatmate|patient|colleague|teenager|lassie|lad)(?! (?:and i|to (?:know|find)|is (?:here|out|in)|died|passed))|(?:not|no) for (?:me|myself)|rather than (?:me|myself|mine)|on behalf of|for (?:somebody|someone|another person|anybody) (?:else)?|asked me to (?:text|message|write|do)|refer (?:him|her|them|my|somebody|someone)|(?:its|it is) my \\w+ (?:that |thats |i am |im |who )(?:needs?|worried|needing|wants)`,
  ],
  [
    'human',
    `(?:speak|talk|spk|chat|put|pass) (?:me )?(?:to |with |wi |through to )(?:a |an |the |one of |somebody |someone )*(?:(?:real|actual|proper|living|live|human) )*(?:person|human(?: being)?|somebody|someone|advisor|adviser|worker|team|staff|body|you lot|agent|one of you|operator)|(?:get|gies|give|want|need|like|prefer|rather|gonna get|is there|find) (?:me |us |a |an |to |have |the |one of |any |your |speak |just )*(?:(?:real|actual|proper|living|live) )*(?:person|human(?: being)?|advisor|adviser|body to (?:phone|ring|talk)|of your staff|one of your|somebody (?:real|i can talk|to talk)|someone (?:real|i can talk|to talk))(?! (?:being treated|touch|at my work))|(?:phone|ring|call) (?:me|us)(?: (?:back|please|instead|on))?(?! (?:ted|tam|\\w+ite))|call ?back|no (?:more )?(?:machines?|robots?|bots?)|(?:real|actual) (?:person|human)|a person (?:please|not)|(?:body|human|person) (?:on|please|not (?:a )?(?:robot|bot|machine))|just speak to somebody`,
  ],
  [
    'back',
    '(?:go|take me|get|step|move|return|can we go|nip|skip|jump|gae) (?:me )?(?:back|to the (?:last|previous|earlier|one before))(?: (?:a (?:step|bit|page|question)|one|please|to (?:the )?(?:one before|last|previous|earlier|question before)|up))?$|(?:previous|last|earlier) (?:question|page|one|screen|q)(?: again| please)?|the one before|back (?:a step|one|up|please|a (?:page|bit|question))|rewind$|undo(?: that| it)?$|return (?:me )?to the (?:last|previous|earlier)|let me (?:at|see) (?:it|that|the last one) again|re ?read the (?:previous|last)',
  ],
  [
    'pause',
    '(?:need|take|gies?|give me|have|just|quick|a|want|for) (?:a |me |us |you |wee |quick )*(?:minute|sec|second|break|breather|pause|moment|fag break|min)(?: (?:please|then|till|i|to|while|hen|pal|the kettles?|there))?|(?:hold|hang|haud) on(?: (?:a (?:minute|sec|bit|wee)|the|i|till|my|to|there))?|(?:\\d+|one|few|couple of|two) (?:mins?|minutes?|secs?)(?: the| there| my| then|$)|(?:come|be|get|write|text|message|finish|do|pick|carry|continue|go|speak) (?:it |this |that |up |on )*(?:back |you )?(?:to (?:this|it|you) )?(?:later|in a (?:bit|minute|while)|tomorrow|after|the morn|another (?:time|day)|tonight|at the weekend)|(?:leave|park|stop|pausing|pause) (?:it|this|that|here|us|there)? ?(?:there|here)? ?(?:for (?:now|the (?:day|night|moment)|today|tonight|a bit|a while)|just now|the now|till|until|a (?:bit|minute|while|little)|my)|break off|got to (?:go|run)|(?:need|have) to (?:go|nip|run|stop here|answer the|see to)|brb|back in (?:a|\\d+|five|ten|half)|not (?:just )?now (?:the|im|i|my)|at (?:my )?work (?:cant|the now|just now)|pausing|later on|somebodys at the door',
  ],
  [
    'resume',
    '(?:im|am|i am|right|thats me|me|yo) ?(?:is |im |am )*(?:back|ready (?:now|to (?:go|continue|carry|finish))|here again|free now|home now)(?: (?:again|now|on you go|ready|at it|then))?$|(?:where|what) (?:were|was) (?:we|i)(?: (?:at|up to))?$|(?:carry|keep|go|on you) (?:on|going|go)(?: (?:with|from|where|then|please|to|now))|continue(?: (?:the|please|where|from|with|now))|me again|resume|i have returned|pick up where|(?:lets|can we|shall we) (?:continue|carry on|go on|proceed|crack on|finish)|(?:ready|right) (?:when you are|to continue)|back (?:from|now|again)(?: the)? ?.{0,20} (?:on you go|carry on|ready|where were we)|fire on with|where did we leave off|sorted now carry on',
  ],
  [
    'skip',
    '(?:skip|miss|jump|pass|leave|swerve|bypass|omit|ignore)(?:ing)? (?:over |on |out )*(?:this|that|it|one|the question|question|past)(?: one| bit| question)?(?: (?:out|blank|please|for now|over|if))?|(?:next|another)(?: one| question| q| wan)? ?(?:please|then)?$|(?:prefer|rather|like) (?:not|no) (?:to )?(?:say|answer|to say|tell)|(?:prefer|rather|like) to (?:leave|skip|miss)|(?:not|no) (?:answering|saying|telling|for me that)|(?:none of|no) your business|move (?:on|along)|dont (?:want|wish|like|care) to (?:answer|say|tell)|too personal|(?:thats|give it|that) a (?:miss|pass)|(?:ask|try) me (?:another|something else)|leave (?:that|this|it) blank|keep that to myself|hard pass|whats next',
  ],
  [
    'dont_know',
    '(?:dont|do not|cant|couldnt|not) (?:really |honestly |rightly |even )*(?:know|say|tell you|decide|ken)(?: (?:what to (?:say|put)|how to answer|really|to be honest|yet|tbh|that|which|this|how|the answer))?$|(?:no|not|not an?|havent a|not got a|nae) (?:(?:real|earthly|single) )?(?:idea|clue|scooby|notion|sure|certain)|not sure|unsure|(?:hard|difficult|tricky) to (?:say|know|tell)|tough (?:question|one)|(?:your guess|search me|beats me|ask me another|who knows)|clueless|never (?:really )?thought about|could be (?:anything|either)|escapes me|nothing comes to mind|cant mind|dunno|swithering|good question|half and half',
  ],
  [
    'help',
    '(?:how|what) (?:do|does|am|can|way|should|is|r|are) (?:i|this|it|we|my|the|you)? ?(?:meant |supposed |to |want |need |go |going |now |this |it |bit |way )*(?:do|press|type|work|go|use|answer|options|help with|say|start|click|now|bit|here)(?: (?:now|here|next|this|with|this thing|this bit))?$|(?:im|am|i am|get|got) (?:dead |pure |totally |a bit |really |that )*(?:stuck|lost|confused)(?: (?:here|with this|what|on))?|(?:dont|do not|cant) (?:really )?(?:understand|follow|get|work)(?: (?:this|it|how|what|any|the|what it is))? ?(?:thing|bit|question|works|you (?:want|mean|require))?|wont let me|cant work (?:this|it)|show me how (?:this|to|it)|sos|explain (?:this|how|it)|where do i (?:start|begin|press|go)|need (?:a )?(?:hand|help) (?:with|using) (?:this|the) ?(?:thing|form|chat|bit)?$|guidance|instructions|what are my options|how (?:does )?(?:this|it) works?',
  ],
];

const TABLE = SAYS.map(([command, says]) => [command, patternOf(`${says}|${ALSO[command] ?? '(?!)'}`)] as const);

/** A `^` or `$` in these is the start or the end of the whole message. */
function patternOf(says: string): RegExp {
  return new RegExp(
    `(?<= )(?:${says
      .replaceAll('^ ', '(?<=^ )')
      .replaceAll(' $', '(?= $)')
      .replaceAll(/(?<!\(\?= )\$/g, '(?= $)')})(?= |$)`,
  );
}
/** A sentence longer than this is somebody telling us something. */
const MOST_WORDS = 16;
/** Beginnings that tell of something past or of somebody else: no wish of ours to obey. */
const TELLS =
  / (?:i used to|years ago|when i was|he (?:says|told|always|keeps|never)|she (?:says|told|always|keeps|never)|they (?:said|told|always|keep|never|stopped|cleared)|the (?:doctor|council|school|landlord|jobcentre|bus|heating|film|answer|bailiffs?) |my (?:doctor|mums?|dad|son|daughter|benefits|neighbour|ex|back|teacher|social worker|previous|mobile|wifi|old) (?:says|said|told|is|was|stopped|keeps|lost|never|wont|answers|agreed|stops?|cant|has|needs help with)|wish i could|would like to (?:start over|learn|meet)|i had to stop|i want to (?:stop (?:drinking|smoking|gambling|using|taking|feeling|being|worrying|the)|change (?:jobs|my life|career)|start over in)|i cant stop|cant stop|trying to stop|help (?:me )?(?:to )?stop|stopped|stop (?:drinking|smoking|gambling|using|worrying|crying|eating|biting|shouting|fighting|taking|thinking|the (?:drink|drugs|fags|weed)|growing)|nonstop|bus stop|work with robots|human resources|people person) /;

/** The commands a short sentence may be giving, the likeliest first. `said` is the message in plain spelling. */
export function spokenCommands(said: string): readonly Command[] {
  const plain = said.replace(/[|]|\?q/g, ' ').replace(/\s+/g, ' ');
  const words = plain.trim().split(' ').length;
  if (words > MOST_WORDS || TELLS.test(plain)) return [];
  return TABLE.filter(([, says]) => says.test(plain)).map(([command]) => command);
}

/** Words that are about our messages, so that a stop beside them is no habit of theirs. */
const OF_OURS =
  / (?:texts?|texting|messages?|messaging|number|list|contact\w*|unsubscribe|opt|opting|writing|pisz\w*|przestan\w*) /;

/** "Stop texting this number", "unsubscribe me", "przestań pisać": a stop of our messages, in a sentence. */
export function askedToStop(text: string): 'stop' | null {
  const { plain } = normalise(text);
  return OF_OURS.test(plain.replaceAll('|', ' ')) && spokenCommands(plain)[0] === 'stop' ? 'stop' : null;
}
