/** "I've phoned 999", "she won't let me phone": whether help was called, heard for what it is. */
import { normalise } from '../safety/words/normalise';

/** `called`: help was rung, or is there. `refused`: somebody will not have it rung. */
export type HelpCalled = 'called' | 'refused' | null;

const HELP =
  '(?:999|911|112|111|nhs|(?:an |the )?(?:ambulance|ambulances|paramedics?|police|polis|emergency|fire brigade|fire service))';
const RANG =
  '(?:phoned|called|rang|rung|dialled|dialed|phoning|ringing|calling|got|on (?:the )?(?:phone|line)(?: now)? (?:to|with)|on to|through to|spoke to|spoken to|speaking to|talking to)';
const CALLED = new RegExp(
  ` (?:(?:just |now |already )*${RANG} (?:for )?${HELP}|${HELP} (?:\\w+ )?(?:is |are |was |were |been |has been )?(?:just |now |already )*(?:coming|comin|on (?:its|the|their|his|her) way|on route|en route|here|been called|been phoned|called|phoned|arrived|are with (?:us|her|him|me)|is with (?:us|her|him|me)|at the door|outside))(?= )`,
);
/** "OK I phoned them": who was meant is what was asked for just before. */
const CALLED_THEM =
  / (?:phoned|called|rang|rung|dialled|phoning|ringing|calling|on (?:the )?phone (?:to|with)|talking to|speaking to|spoke to) (?:them|it|that|the number)(?= )| (?:theyre|they are|somebody is|someone is|helps|help is) (?:now |all )?(?:coming|on (?:the|their|its) way|here)(?= )| (?:i|ive|we|weve|she|shes|he|hes|mum|somebody) (?:have |has )?(?:just |now |already )*(?:phoned|called|rang|rung)(?= (?:\||now |there |already |just ))/;
/** Words before it that make it no fact, and after it that say it came to nothing. */
const NOT_SO =
  / (?:if|should|shouldnt|cant|cannot|not|no|never|didnt|havent|hasnt|wont|wouldnt|unless|until|before|afraid|scared|have you|did you|nobody|no one|noone|none|you|yous) (?:\w+ ){0,4}$/;
const CAME_TO_NOTHING =
  / (?:on hold|engaged|no answer|(?:not|isnt|arent|didnt|wont|nobody|no one|never|dont|cant) (?:\w+ )?(?:answer\w*|pick\w*|get through|got through|come|coming)|couldnt get|rang out|hung up|cut off|years? ago|last (?:week|month|year|time|night)|yesterday|months? ago|weeks? ago)(?= )/;

const RING = '(?:phon(?:e|es|ing)|call(?:s|ing)?|ring(?:s|ing)?|dial(?:ling)?)';
const WHO =
  '(?:anybody|any body|anyone|any one|onybody|onyone|somebody|someone|999|111|them|for help|(?:an |the |a )?(?:ambulance|paramedics?|doctor|gp|police|polis|hospital|samaritans|help|nhs))';
const REFUSED = new RegExp(
  [
    `(?:say|says|said|saying) (?:no|not|dont|never|do not)(?: \\w+){0,3} ${RING}`,
    `(?:wont|will not|doesnt|does not|isnt|not|refus\\w+|wouldnt|no|cant|aint) (?:let|letting|letin|want|wanting|allow\\w*|have|having|accept\\w*|be wanting)(?: \\w+){0,3} (?:${RING}|${WHO})`,
    `(?:told|telling|begging|begged|asked|asking|pleading|made) (?:me|us)(?: \\w+){0,2} (?:not|dont|no|never)(?: \\w+){0,2} ${RING}`,
    `(?:refus\\w+|(?:is|shes|hes|im|i am) (?:not|no) (?:for|up for|having|wanting)) (?:\\w+ ){0,2}(?:${RING}|${WHO}|to go|go)`,
    `(?:dont|not|no|wont|never) (?:want|wanting|need|to|gonna|going to) (?:to )?(?:\\w+ )?(?:${RING}|(?:an |the )?ambulance|(?:the )?hospital)`,
    `(?:im|i am|i|shes|hes) (?:not|wont|dont|cant|no) (?:\\w+ )?${RING}(?: ${WHO})?`,
    `(?:dont|please dont|never) ${RING} (?:${WHO}|me)`,
  ]
    .map((one) => ` ${one}(?= )`)
    .join('|'),
);

/** What these words say of help being called. `asked`: help was spoken of just before, so "them" is that. */
export function calledHelp(text: string, asked: boolean): HelpCalled {
  if (text.length > 300) return null;
  const plain = normalise(text).plain;
  const found = CALLED.exec(plain) ?? (asked ? CALLED_THEM.exec(plain) : null);
  const clause = found === null ? '' : ` ${plain.slice(plain.lastIndexOf('|', found.index) + 1, found.index).trim()} `;
  if (found !== null && !NOT_SO.test(clause) && !CAME_TO_NOTHING.test(plain)) return 'called';
  return REFUSED.test(plain) ? 'refused' : null;
}
