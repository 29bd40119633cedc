/** Means asked about, and a calm that comes with a decision: one gentle question first, for a stranger may mean neither. */
import type { Rule } from '../rule';
import { rules } from '../rule';

const DYING =
  '(?:die|dying|be dead|end it|end (?:my|your) life|kill <self>|do <self> in|top <self>|(?:not|no|never) (?:~1 )?wake(?: up)?)';

export const meansRules: readonly Rule[] = rules('suicide_thoughts', [
  [
    'means-dose',
    'P1',
    '(?:how (?:many|much)|what (?:amount|number|dose) of) (?:~1 )?<pills> (?:~3 )?(?:too (?:many|much)|dangerous|kill|fatal|lethal|deadly|overdose|od|it take|finish|do it|not wake|never wake)|(?:die|dead) (?:from|off|of|with|by) (?:~2 )?<pills>',
    {
      unless:
        'headache|migraine|toothache|hangover|sore|back|cold|flu|food|dogs?|cats?|kitten|puppy|mistake|accident(?:ally)?|prescri\\w+|month|addict\\w*|worried about (?:him|her)',
      unclear: true,
    },
  ],
  [
    'means-way',
    'P1',
    `(?:painless|quick|quickest|easy|easiest|fast|fastest|peaceful|surest|best|gentle) (?:way|ways|method|methods) (?:~1 )?(?:to |of )?(?:~1 )?${DYING}|(?:painless|peaceful|gentle) (?:way|ways) (?:to )?(?:go|out)(?= \\|| $)|(?:a|any) ways? (?:to (?:go|do it|end it) )?(?:that )?(?:doesnt|wont) hurt(?= \\|| $)`,
    {
      unless:
        'baby|kids?|weans?|him|her|them|my (?:mum|dad|wife|husband|partner|neighbours?)|contract|tenancy|lease|argument',
      unclear: true,
    },
  ],
  [
    'means-hurt',
    'P1',
    '(?:does|do|will|would|is) (?:it )?(?:~1 )?(?:hurt|painful|sore) (?:to |when you |when ye |if you )?(?:die|drown|hang|suffocate|overdose|starve)|(?:does|do|will|would|is) (?:drowning|hanging|dying|bleeding out|starving|overdosing|suffocating) (?:~1 )?(?:hurt|painful|sore|quick)',
    { unless: 'he|she|him|her|mum|dad|plants?|washing|dogs?|cats?', unclear: true },
  ],
  [
    'means-time',
    'P1',
    'how long (?:~5 )?(?:to (?:die|drown|starve|bleed out)|before (?:you|i) (?:die|starve|bleed out))',
    { unless: 'he|she|him|her|mum|dad|plants?|battery|phone|dogs?|cats?|fish', unclear: true },
  ],
]);

/** A decision that is at peace with itself. */
const DECIDED =
  '(?:(?:made|making) (?:my mind up|up my mind|my decision)|minds? (?:is )?made up|since i decided|ive decided(?= \\|)|at peace(?: with it)?|(?:feel|feeling|felt|so|dead) (?:~1 )?(?:calm|peaceful))';
const SORTED = '(?:all sorted|everythings? (?:is )?sorted|everything is (?:ready|set))';
/** What is given away or said before going. */
const GIVEN =
  '(?:(?:gave|given|giving|left|leaving|handed) (?:~3 )?(?:dog|dug|cat|budgie|pets?|tools|jewellery|rings?|records|guitar|watch|keys)|(?:dog|dug|cat|budgie|keys) (?:is |are |s )?(?:away )?(?:at|to|with) (?:my|a)|said (?:all )?my (?:goodbyes?|cheerios?))';
const PARTING =
  '(?:no need (?:~3 )?to (?:worry|phone|call|ring|bother)|(?:wont|dont) (?:be )?need(?:ing)? (?:you|yous|the help|help|anybody)|thanks for everything)';
/** Across sentences, for people write such things in short ones. */
const SOON = '(?:[^ ]+ ){0,10}';
const both = (one: string, other: string) => `${one} ${SOON}${other}|${other.trimEnd()} ${SOON}${one}`;

export const calmRules: readonly Rule[] = rules('suicide_thoughts', [
  [
    'calm-decided',
    'P0',
    `${both(DECIDED, GIVEN)}|${both(DECIDED, PARTING)}|${both(SORTED, GIVEN)}`,
    {
      unless:
        'council|housing|flit\\w*|moving|moved|new (?:start|job|place)|house|flat|holiday|college|course|group|class|job|work|interview|hospital|operation|benefits|landlord|solicitor|appeal|form|vet|fixed|kennels|back (?:on|by|next)',
      unclear: true,
    },
  ],
]);
