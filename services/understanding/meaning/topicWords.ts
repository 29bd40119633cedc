/** Words that point to one topic, in plain spelling: features for the learned recogniser, never verdicts. */
import type { Topic } from '../../../dialogs/reading/topics';

const WORDS: Readonly<Partial<Record<Topic, string>>> = {
  who_sees_this:
    'sees?|private|confidential|secret|public|reads?|eyes|swatch|sell|sold|access to|on record|safe (?:to|giving)|between us',
  jobcentre_benefits_told:
    'job ?centre|dwp|dole|universal credit|benefits?|sanction\\w*|pip|esa|work coach|claim|giro|what money i get',
  police_social_work_told:
    'polic\\w*|social(?: work\\w*| services)?|the social|council told|school told|teachers?|authorities|grass|boss|landlord get|gp|in trouble|employer|my work',
  is_it_confidential_from_family:
    'my (?:mum|dad|husband|wife|partner|daughter|son|ex|family|boyfriend|girlfriend|brother|sister|neighbours?)|parents|find out|he have to know|get hold of',
  what_partner_sees:
    'tell(?:ing)? them|pass(?:ing)? (?:on )?(?:to|me)|they (?:get|see|know|be told|who)|to them|leave (?:it |that |things )?out|sent|who are they|whole story',
  how_long:
    'how long (?:is this|does (?:this|it|the)|will (?:this|it) take|have i|is it)|how many more|how many questions|nearly|questions left|minutes|many more|much more|take all night|take long|forever|quick',
  cost: 'cost|free|pay|charge|fee|price|dear|damage|money this|membership|credit',
  is_it_a_robot:
    'robot|bot|machine|human|real|computer|ai|automat\\w*|program|anybody there|a person|typing this|actual person',
  who_runs_it:
    'who (?:are you|runs|is this|is behind|set)|whos (?:this|behind|in charge)|who dis|organisation|charity|council that|government|scam|legit|church|operates|body',
  what_is_this:
    'what is (?:this|win|it)|what (?:do|can) you (?:do|help|offer)|whats this|what is it for|whats on|how does (?:this|it) work|right place|groups? on|activities|what sort of help|what kind of',
  where_are_you:
    'where|address|based|office|whereabouts|bus (?:stops|goes)|home visits|to my house|folks houses|station|parking|near you',
  do_you_cover_my_area:
    'cover|my area|larkhall|hamilton|cambuslang|ek|east kilbride|bothwell|uddingston|glasgow|outside|bounds|from here|towns|areas|round here|too far|just blantyre|only (?:for )?blantyre',
  counselling: 'counsel\\w*|therap\\w*|psycholog\\w*|cbt|talk to properly|mental health nurse|every week',
  housing_help:
    'house|flat|housing|landlord|repairs|damp|evict\\w*|homeless\\w*|move|sheltered|accommodation|council list|stay',
  food_help_today: 'food\\w*|eat|pantr\\w*|parcel|vouchers?|hungry|meter',
  what_happens_next:
    'happens? (?:next|after|now|then)|what then|then what|what now|after this|and after|gets? in touch|all this|once i finish|im done|answered all',
  waiting_time:
    'wait(?:ing)?|hear (?:back|from|anything)|how soon|how long (?:till|until|before|is the wait)|when will (?:you|somebody|i|they)|when do i|weeks or months|get(?:s)? back to me|how quick',
  can_someone_phone:
    'phone (?:me|us|you)|call me|ring me|speak to|talk to a|telephone|phone number|calls|real person|number i can',
  can_i_bring_someone: 'bring|with me|come with|come along|sit in|take my (?:friend|mum|pal)|come too',
  can_i_bring_child: 'crech?e|childcare|baby|kids?|children|toddler|wee one|buggy|buggies|pram',
  under_16_ok:
    '(?:im|i am|is) 1[0-9]|age limit|too young|too old|how old|under 16s?|young ones|adults|pensioners|minimum age|old enough|be 18|only 14|is 14|1[0-7]',
  data_deleted:
    'delete\\w*|wiped?|keep it|erase\\w*|forever|stored|retained|destroyed|bin|get rid|kept|keep what|keep this',
  see_my_data:
    'got on me|i (?:said|say|told you|tell you|put)|my answers|written down|copy|hold about me|read back|know about me|wrote about me|did i',
  for_someone_else:
    'for (?:my|a|somebody|another|someone) ?(?:\\w+)?|on behalf|my neighbour|my brother|my client|refer my|sign up my|not for me',
  language_interpreter:
    'interpreter|translat\\w*|language|polish|arabic|urdu|ukrainian|romanian|kurdish|russian|speak (?:my|polish)|speaks|bsl',
  accessibility:
    'lift|wheelchair|stairs|accessible|ramp|scooter|toilet|hearing loop|ground floor|noisy|noise|lights|quiet bit|print|upstairs|see too well|sign|in a chair|disabled',
  immigration_status: 'visa|home office|passport|papers|asylum|refugees?|immigration|id|brp|permit|documents|status',
  do_i_need_referral:
    'referral|referred?|refer me|refer myself|letter|line from the doctor|appointment|gp (?:refer|send)|turn up|sign up myself|send me|come alone|sign myself|just join',
  opening_hours:
    'hours|open|close|shut|weekends?|sundays?|saturdays?|late do|days are you|are you there (?:on|at)|over xmas|christmas|what time|somebody there|at night',
  why_ask:
    'why|what(?:s| is) (?:it|that) (?:to|for|got)|need (?:to know|that|my)|how come|matter|relevant|to do with anything|for that|really needed',
  what_do_you_mean:
    'mean|understand|explain|another way|simpler|say again|what kind of answer|sorry what|quiet space|options again|me or (?:him|her|my)|whose|sort of thing|is that a question|hard to join',
  what_will_you_send:
    '(?:text|message|voicemail|it) say|show (?:on|up|who)|number will|withheld|private number|how often|bill|text (?:a lot|first)|name come up|messaging me|wrong time|call again|phone about|sees the text|somebody else answers',
  can_i_change_mind:
    'change my mind|stop any|can i (?:stop|skip|quit|leave|pull|say no)|have to (?:answer|give|do|reply|say)|anonymous|say no|take it back|pull out|without|different name|real name|not answer|if i hate',
  can_i_come_back:
    'come back|saved|lose (?:this|it)|finish it later|later|tomorrow|battery|keep my place|lost|another time|pick this up',
  how_to_hide_this:
    'hide|history|clear|get rid of this chat|cover this|disappear|from my phone|wipe these|on my phone|hidden',
  who_will_i_meet:
    'who will i|people like|big group|how many people|know any|the group like|stare|good at it|old folk|men and women|who goes|first day|same person|who would i|comes with me|how big|is it like|big crowd|see me going|who would it',
  travel_help:
    'bus|fares?|travel|lift (?:there|from)|transport|taxi|minibus|pick me up|expenses|getting there|give me a lift',
};

const PATTERNS = Object.entries(WORDS).map(([topic, words]) => [topic, new RegExp(` (?:${words})(?= )`)] as const);

/** The topics whose words a message in plain spelling has. */
export function topicsNamed(plain: string): readonly string[] {
  return PATTERNS.filter(([, says]) => says.test(plain)).map(([topic]) => `about ${topic}`);
}
