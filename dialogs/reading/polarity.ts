/** The cues of yes, no and not sure in ordinary words, and the conditions people set. All in plain spelling. */

const YES =
  'yes|yeah|yea|yep|yup|yip|yh|ye|aye|ay|sure|ok|okay|okey|fine|alright|all right|of course|course|certainly|absolutely|definitely|defo|deffo|totally|please do|by all means|go (?:on|ahead|for it)|on you go|on ye go|fire (?:away|on)|crack on|batter on|bash on|work away|carry on then|dont mind|no (?:bother|problem|problems|worries|objections?|harm|reason not|arguments)|not a problem|why (?:not|no)|happy (?:to|for|with|enough)|be my guest|count me in|sign me up|pencil me in|put me down|whatever (?:you need|you want|suits|you think|you like|fine|then)|suppose(?: so|d? (?:yous?|you) have)?|i guess so|if i (?:have to|must)|if you (?:must|like|want|think)|might as well|may as well|up for (?:it|that)|i would (?:love|like) (?:that|it|to)|would be (?:good|great|grand|nice|lovely|magic|helpful)|that would|sounds? (?:good|ok|fine|great|about right)|thats (?:me|right|fine|ok|it|grand|good|correct|spot on|all right|alright)|correct|right enough|spot on|perfect|grand|brilliant|magic|sound|deal|agreed?|you (?:can|may)|permission|my blessing|feel free|tak|da|si|oui|too right|dead on|hundred percent|100|mhm|uh huh|gladly|with pleasure|do it|please|i do|i am|i would|cant see why not|nothing to hide|keep (?:it|what)|mon then|come on then|anything that helps|let them know|tell them|pass it|send it|leave (?:it|one|a|me a)|thumbsup';
const NO =
  'no|nah|nope|naw|nay|nuh|not|never|no thanks|no ta|rather (?:not|no|you didnt|yous didnt)|sooner (?:not|no)|id prefer not|prefer (?:not|to keep|to approach)|dont|wont|cant|wouldnt|absolutely not|no way|no chance|not a chance|not (?:now|the now|today|yet|tonight|for me|needed|happening|really|comfortable|interested|bothered)|later|another time|some other time|hold off|leave it (?:the now|for now|there|out|be)|keep it to yourself|keep out|none of|stay out|pass|give it a miss|im (?:fine|ok|alright|good)|you are ok|all good|no need|unnecessary|nothing|none|hang up|no safe|shared phone|hes in|shes in|wee ears|too (?:late|soon|busy)|busy|tomorrow|stop|wrong time|gimme|give me|ask me (?:later|another)|thumbsdown|enough|my (?:ain|own) business|private';
const UNSURE =
  'not sure|no sure|unsure|dont know|dunno|idk|maybe|mibbe|perhaps|depends|in 2 minds|two minds|swithering|half and half|think about it|ask my|let me ask|need to (?:ask|think|check)|hard to say|no idea|could be|might|mostly|sometimes|usually|not certain|possibly|probably|cant decide|50 50|see how';

const of = (words: string) => new RegExp(` (?:${words})(?= )`, 'g');
const YES_CUES = of(YES);
const NO_CUES = of(NO);
const UNSURE_CUES = of(UNSURE);
/** "no bother": said with a no, meant as a yes. */
const WILLING =
  / (?:no (?:bother|problem|problems|worries|objections?|harm|arguments|reason not)|not a problem|dont mind|wouldnt mind|not bothered (?:if|about)|why (?:not|no)|cant see why not|nothing to hide|couldnt agree more|no that i mind|cannot complain) /g;
const LEADS_YES = new RegExp(`^ (?:(?:oh|och|ah|well|um|er|so|right|eh|hmm|and|thanks|hi) )*(?:${YES}) `);
const LEADS_NO = new RegExp(`^ (?:(?:oh|och|ah|well|um|er|so|right|eh|hmm|and|sorry|thanks|eh) )*(?:${NO}) `);

/** What a message in plain spelling leans to, as features for the learned recogniser. */
export function polarityCues(said: string): readonly string[] {
  const plain = said.replaceAll('|', '').replace(/ +/g, ' ').replace(WILLING, ' yes ');
  const count = (cues: RegExp) => [...plain.matchAll(cues)].length;
  const yes = count(YES_CUES);
  const no = count(NO_CUES);
  const unsure = count(UNSURE_CUES);
  const leads = LEADS_YES.test(plain) ? 'leads yes' : LEADS_NO.test(plain) ? 'leads no' : 'leads none';
  return [
    leads,
    yes > 0 ? `has yes ${Math.min(yes, 2)}` : 'has no yes',
    no > 0 ? `has no ${Math.min(no, 2)}` : 'has no no',
    unsure > 0 ? 'has unsure' : 'sure',
    `mix ${yes > no ? 'more yes' : yes < no ? 'more no' : 'level'}`,
    `${leads} ${yes > no ? 'more yes' : yes < no ? 'more no' : 'level'}`,
  ];
}

const CONDITION =
  / (?:as long as|aslong as|so long as|long as|aslong|provided|providing|only if|on (?:the )?condition|on one condition|but (?:not|no|dont|only|leave|never|you (?:cant|wont|dont|not))|unless|except|just dont|just no|without (?:my|the)|minus|if its (?:only|just|not|no|kept)|if (?:nobody|you (?:dont|promise|wont)|they (?:dont|wont)|it (?:stays|doesnt|isnt|goes no)|my \w+ (?:doesnt|isnt|wont))|only (?:please|for this|them|just)|thats the deal|then bin it|should not know|not (?:give|going|go) to) /;

/** Does a yes come with a condition ("as long as my mum's not told")? */
export function hasCondition(plain: string): boolean {
  return CONDITION.test(plain.replaceAll('|', '').replace(/ +/g, ' '));
}
