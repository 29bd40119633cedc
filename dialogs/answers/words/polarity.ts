/** Yes, no, yes-if or not sure, in any words: heard from the message alone, before what was asked is looked at. */
import type { Polarity } from '../../reading';
import { pattern } from '../../safety/rule';

/** "no bother", "no harm in it": words with a no in them that say yes. */
const YES_WITH_A_NO = pattern(
  'no (?:bother|problem|problems|probs|worries|objections?|harm|issue|issues|qualms|complaints|reason not|trouble)|(?:i )?(?:dont|do not|wouldnt|would not|not) (?:~1 )?(?:mind|object|see why not|bothered|fussed|care)|nothing to hide|why (?:not|no)|not a (?:problem|bother)|cant (?:hurt|complain|see why not)|couldnt hurt|wont hurt|might as well|may as well|no skin off|not wrong|not bad|cant argue|spot on',
);

const YES = pattern(
  '(?:yes|yeah|yea|yep|yup|yip|ya|yh|yas|aye|ay|och aye|ok|okay|okey|okie|k|kk|sure|alright|right|definitely|defo|deffo|absolutely|certainly|perfectly|naturally|indeed|totally|fine|grand|sound|gladly|course|of course|affirmative|correct|exactly|spot on|true|perfect|brilliant|magic|lovely|great|deal|agreed)(?: (?:do|then|by me|with me|enough))?|go (?:on|ahead|for it|for)|on you go|fire away|fire on|crack on|batter (?:on|in)|away you go|carry on|lets (?:go|do it|start)|ask away|ready when|count me in|im in|suits me|works for me|happy (?:with|to|for|enough)|im happy|dont see why not|i (?:agree|consent|do|would|will(?! (?:pass|leave|skip|not|give (?:it|that) a))|accept|suppose|guess)|suppose(?: so)?|guess so|whatever|i(?:ve| have) come this far|get on with it|lets hear it|think so|if (?:you )?(?:must|want|like|need|have to|need to)|if i (?:must|have to|need to)|if (?:its|that) (?:helps|needed|useful)|whatever (?:you|helps|gets|it|suits)|thats (?:fine|ok|okay|right|me|it|good|all right|alright|grand|correct|true|sound|quite all right)|that(?: is| would be|ll be) (?:fine|ok|okay|right|good|grand|great|lovely|all right)|sounds (?:good|right|fine|about right|ok|like me)|feel free|be my guest|do what you|you (?:can|may|have my|have)|keep (?:it|them|what|my|away)|by all means|please (?:do|keep)|id (?:like|love|appreciate) that|would (?:be|help)|(?:id|would) (?:like|love) (?:that|it|to)|got it right|all good|good (?:idea|to go)|it is(?: fine| ok)?|its (?:fine|ok|okay|alright|grand|safe|good)|thumbsup',
);

/** A bare no counts where a no stands: at the start or the end of what is said, or after "so", "but", "thanks". */
const BARE_NO =
  /(?:^| \|)(?: (?:eh|um|hm|well|sorry|thanks|oh|ach|och|please|but|so|right|ok))* (?:no|nope|nah|never|nuh|negative)(?= )|(?: (?:so|then|but|think|say|said|be|its|thats|definitely|rather|thanks|is|honest))? (?:no|nope|nah) (?:\||$)/;

const NO = pattern(
  '(?:nope|nah|naw|nuh)|no (?:thanks|thank you|way|chance|ta)|(?:id|i would|would) (?:rather|prefer|sooner) (?:not|no|you didnt|you dont|you did not|~1 didnt)|rather (?:not|no|you didnt)|prefer not|not (?:really|now(?! you)|today|yet|for me|interested|happy|keen|comfortable|right now|just now|this time|likely|at all|on your life|me)|dont (?:want|wish|like|think so|bother|need|keep|write|save|store|share|tell|pass|ask|do)|do not (?:want|wish|like|keep|write|save|share|pass|agree|consent)|(?:ill|i will) (?:pass|leave it|leave that|give that a miss|skip)|give (?:that|it) a miss|leave (?:it|that)(?: one)?(?: out)?|skip|pass(?= \\||$| $| thanks| thank you| please| on (?:that|this)| this time| for (?:me|now))|count me out|wont be|wouldnt (?:risk|want|like)|cant (?:do|agree|say yes)|forget it|no deal|get lost|away you go and|none of|keep out',
);

/** A message that begins by holding something off. */
const NO_FROM_THE_START =
  /^ (?:please |but |thanks |thank you |cheers |sorry |hm )*(?:but )?(?:please )?(?:not|dont|do not|never|cant be|absolutely not|definitely not|drop|leave me|no more|you keep nothing)(?= )(?! (?:a (?:problem|bother)|bad|wrong|fussed|bothered|know|sure|mind|see why))/;
const NO_ANYWHERE = pattern(
  '(?:shouldnt|should not|wouldnt|would not) (?:like|want|be comfortable)|not be comfortable|not a chance|(?:absolutely|definitely|certainly|please) not|cant be bothered|my own business|too (?:much|many)|get lost|give that a miss|id clam up|leave me (?:be|alone)|not (?:in|on|to) (?:that|this|here)|get (?:that|this|it) away',
);

const UNSURE = pattern(
  '(?:i )?(?:dont|do not) (?:really )?know|not (?:so |too |that |really |totally )?(?:sure|certain)|unsure|no idea|maybe|mibbe|perhaps|possibly|swithering|half and half|might|depends|hard to say|in two minds|undecided|need to think|let me think|think about it|(?:hm|hmm|erm|um|uh)|idk|dunno|who knows|50 50|cant decide|on the fence',
);

const CONDITION = pattern(
  'long as|(?:as|so|aslong as|long as) ?(?:long as)?(?= (?:my|i|you|it|its|that|thats|the|no|nobody|he|she|they|none|theres|this|your|there|were|im|we))|(?:aslong|as long|so long|long) as|provided|providing|on condition|on the condition|only if|if (?:my|the|it|its|that|thats|you|nobody|no one|he|she|they|i can|there|theres|this)(?= )|unless|but (?:dont|not|no|only|just|please dont|keep|my|nobody|i can|you)|except|just (?:dont|not)|only (?:please )?(?:my|dont)|promise',
);

/** An "if" that is only manners: "if you must", "if it helps". */
const IDLE_IF = pattern(
  'if (?:you (?:must|want|like|need|have to|need to|think)|i (?:must|have to|need to)|(?:its|it|that|this) (?:helps|needed|useful|gets|makes|is needed|quick|has to|is quick|will help|might help|would help|saves)|thats (?:okay|ok|alright|what|how|it|fine))',
);

const first = (says: RegExp, plain: string): number => {
  says.lastIndex = 0;
  return says.exec(plain)?.index ?? -1;
};
const without = (says: RegExp, plain: string): string => {
  says.lastIndex = 0;
  return plain.replace(says, ' ');
};

const earliest = (a: number, b: number): number => (a < 0 ? b : b < 0 ? a : Math.min(a, b));

/** "For my bit, yes", "so no": the last word of the last sentence is the answer. */
const LAST_SENTENCE = /(?:^|\|)([^|]*?) (yes|no|aye|yeah)(?: please| thanks| then)? \|? ?$/;

/** What the plain words of a message say on their own; null when neither yes nor no can be heard. */
export function polarityIn(plain: string): Polarity | null {
  const politeYes = first(YES_WITH_A_NO, plain);
  const rest = without(YES_WITH_A_NO, plain);
  const yes = politeYes >= 0 ? politeYes : first(YES, rest);
  const no = earliest(first(NO, rest), BARE_NO.exec(rest)?.index ?? -1);
  const unsure = first(UNSURE, rest);
  const condition = first(CONDITION, without(IDLE_IF, rest));
  const last = LAST_SENTENCE.exec(rest);
  if (last && !/ (?:not|no|dont|wont|if|or|as|so long) /.test(`${last[1]} `)) return last[2] === 'no' ? 'no' : 'yes';
  if (NO_FROM_THE_START.test(rest) || first(NO_ANYWHERE, rest) >= 0) return 'no';
  if (unsure >= 0 && (yes < 0 || unsure <= yes + 4) && (no < 0 || unsure <= no + 4)) return 'unsure';
  if (condition >= 0 && (no < 0 || condition < no || (yes >= 0 && yes < no))) return 'conditional';
  if (yes >= 0 && (no < 0 || yes <= no || politeYes >= 0)) return 'yes';
  if (no >= 0) return 'no';
  return unsure >= 0 ? 'unsure' : null;
}
