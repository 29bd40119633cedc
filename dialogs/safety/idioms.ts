/** Figures of speech: everyday words that sound like danger and are not, unless something worrying was said lately. */
import { gateOf } from './gate';
import { pattern } from './rule';

/** Each may pass only when nothing in the last three messages raised a flag (guide 2.7). */
export const IDIOMS: readonly RegExp[] = [
  'dying (?:for|to) (?:~1 )?(?:a|an|some|my|the|see|know|hear|get|try|meet|go|find|ask|tell|show|start|pee|a )(?: ?(?:wee )?(?:fag|smoke|drink|cuppa|tea|coffee|pee|holiday|kip|pint|roll|vape|wash|rest|bath|break|sleep|feed|chippy|shower))?',
  '(?:die|died|dying|dead) (?:of |with |from )?(?:laughing|embarrassment|boredom|shame|curiosity|embarrassed|laughter|bored|a riddy|the cold here|in this heat|the heat)',
  '(?:feet|back|knees?|legs?|head|hip|teeth|tooth|shoes|hands?|shoulders?|neck|stairs?|heat|hangover|suspense|waiting|boots|heels|job|hours|shifts?|deadline|hill|price of \\w+|ankles?|tooth|stomach|period|cramps|bill|bills|boiler) ?(?:~2 )?(?:is |are |been |was |pure |s )?(?:~1 )?(?:killing|murdering|kills|kill) (?:me|us)',
  '(?:it|this|that|he|she|they|kids|laughing|hes|shes|theyre|its) (?:~1 )?(?:is |are )?(?:cracks me up|killing me laughing|killing me with laughter|slays me)',
  '(?:dead|dying) (?:tired|good|nice|busy|easy|funny|cheap|happy|excited|proud|keen|nervous|slow|close|sore|brilliant|handy|quick|simple|end|line|lift|leg|cold|hungry|late|on time|right|wood|interested|ringer|battery|phone|quiet|boring|embarrassing|kind|helpful|lovely|pleased)',
  '(?:could |can |would |id |i )?(?:murder|kill|slaughter|demolish|destroy|stab) (?:for )?(?:a|an|some|the) (?:~1 )?(?:curry|cuppa|pint|chippy|chinese|burger|kebab|drink|pizza|coffee|tea|fag|roll|biscuit|smoke|sandwich|takeaway|holiday|bath|nap|sleep|wine|beer|mcdonalds|bacon|fry up|fish supper|day off|bag|sausage)',
  '(?:kill|killing|killed|pass|murder) (?:some |a bit of |a few |an )?(?:time|an hour|hours|hour|the day|boredom|weeds?|the vibe|the mood|the lights|the engine|two birds|germs|bugs|the taste)',
  '(?:nearly|almost|about|just about|practically|pure) (?:died|killed (?:myself|me) (?:laughing|on (?:that|the|those)|running|getting|carrying)|had a heart attack|took a heart attack|died when (?:i saw|she|he|my card)|killed him when|had a stroke|burst)',
  '(?:could have|couldve|could|might have|might|will|gonna|mums gonna|dads gonna|wife will|missus will|she will|he will|id|i would|i could) (?:~1 )?(?:kill|killed|murder|murdered|strangle|strangled|throttle|throttled|shot|shoot|slap|swing for) (?:him|her|them|me|that (?:dog|cat|boy)|my (?:brother|sister|son|man|mum|boss|husband|wife|kids?)) (?:~1 )?(?:when|for|if i (?:dont|forget|miss|m late|wear)|sometimes lol|over the|if she (?:sees|finds) (?:the|my|that)|lol|haha)',
  '(?:scared|scares|scare|bored|bores|worried|frightened|laughed|tickled|annoyed|loved|love|sick|freezing|frozen|froze) (?:me |him |her |us |you )?to (?:death|bits)|to death with|death by powerpoint|over my dead body|matter of life|sudden death|worked to death|catch my death|done to death',
  '(?:life|death) (?:insurance|sentence|skills|coach)|deadline|dead end job|drop dead gorgeous|killer (?:heels|workout|look|tune|queen)|bomb disposal|dressed to kill|killing it|killed it|smashing it|shoot me (?:a|an) (?:text|message|email)|shoot hoops|shooting stars?|suicide squad|stabbing pains?|stab in the dark|take a stab at|have a stab at|shot in the dark|hang on|hanging about|hanging (?:out|up)|hung up|hang up|hang in there|cut (?:myself )?(?:some slack|down|back|out|off)|knife edge|to die for|die hard|never say die|old habits die|dying out|dying art|dying trade|dead sea|mind blown|blow my brains trying|top myself up|kick the bucket list|bucket list|shoot the breeze|jump(?:ing)? (?:off the couch|at the chance|for joy|on (?:the )?(?:bus|train|a call))|cut off from|ripped off|legs are dead|phone (?:is |has )?(?:dead|died|dying)|battery (?:is |has )?(?:dead|died|dying)|car (?:is |has )?(?:dead|died)|drives? me (?:mad|crazy|insane|nuts|up the wall)|driving me (?:mad|crazy|insane|nuts|up the wall)|going (?:mad|insane) with (?:boredom|the noise)|shoot up to|beat the (?:traffic|queue)|batter(?:ed)? (?:fish|sausage|mars)|battered (?:fish|sausage|haddock|old)|beaten to it|beat me to it|beat me at|beats me|hit me up|smack bang|shot of (?:the|your)|knackered|scream(?:ing)? for ice|my son killed it|kill two birds|starving (?:what|is|lol)|i am starving lol|bleeding (?:obvious|edge|hell|radiators?|the radiators?)|bleed the radiator|heart attack on a plate|going to be the death of me|be the death of me|death of me|wouldnt be seen dead|dead to me|back from the dead|id rather die than (?:wear|eat|go on stage|sing)|die on stage|die a death',
  // danger that is practised or taught: on a ward, on a course, with a doll
  '(?:overdose|suicide|self harm|domestic abuse|cpr|first aid|naloxone|choking|cardiac arrest|stabbing|fire) (?:awareness |prevention |response )?(?:simulations?|training|course|module|workshop|drill|scenario|exercise|session|role play|talk|class|sim)',
  '(?:the |a |our )?(?:dummy|mannequin|manikin|doll|actor|actress|pretend patient|practice patient|simulated patient) (?:had |has |was |wasnt |isnt |is )?(?:~2 )?(?:taken|took|swallowed|stopped|bleeding|breathing|collapsed|unconscious|overdosed|choking)(?: (?:a load of|loads of|too many|a box of|all) (?:his|her|the|their)? ?(?:tablets|pills|meds))?(?: and (?:was|wasnt|stopped) (?:breathing|bleeding|moving|responding))?',
].map(pattern);

const gate = gateOf(IDIOMS);

/** Takes figures of speech out, leaving the same length so that places still match. */
export function withoutIdioms(plain: string): { readonly plain: string; readonly first: RegExpExecArray | null } {
  let left = plain;
  let first: RegExpExecArray | null = null;
  const open = gate(plain);
  for (const [n, idiom] of IDIOMS.entries()) {
    if (open[n] !== 1) continue;
    idiom.lastIndex = 0;
    const found = idiom.exec(left);
    if (found === null) continue;
    first ??= found;
    left = left.replace(idiom, (whole) => whole.replace(/[^ |]/g, '~'));
  }
  return { plain: left, first };
}
