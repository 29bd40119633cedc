/** Kinds of question they said yes or no to by name, whatever was asked: "share it wi the job folk", "nae voicemails". */
import type { Found } from '../reading';
import type { Clause } from './clauses';

interface Kind {
  readonly yes: RegExp;
  readonly no: RegExp;
}
const kind = (yes: string, no: string): Kind => ({
  yes: new RegExp(` (?:${yes})(?= |$)`),
  no: new RegExp(` (?:${no})(?= |$)`),
});

/** ids as in answers: start, consent, safe, safeNumber, voicemail, share, checkIn, news, measures, equality, person */
const KINDS: Readonly<Record<string, Kind>> = {
  start: kind(
    'yes start|go ahead and start|start away|yes (?:you can |lets )start|yes begin|happy to start|lets (?:start|begin)',
    'dont start|no start',
  ),
  consent: kind(
    '(?:keep|store|hold on to|save) (?:it|hold of it|this|that|my (?:details|information|answers|stuff)|what i)|keep hold of it|ok to keep|yes keep|may keep|fine to keep|fine keep|no objection (?:provided|to)',
    '(?:dont|not|never|no) (?:you )?(?:keep|store|save|hold|keeping|storing)',
  ),
  safe: kind(
    'free to talk|(?:fine|ok|okay|safe|good|all right|alright) to (?:talk|chat|write)|(?:good|ok|okay|fine) time|i am alone|im alone|on my own and|nobodys in|nobody is in|naebody here but me|nobody here|just me (?:here|in)|by myself (?:now|just now)|its safe (?:here|now)|safe to (?:talk|chat)',
    '(?:not|isnt|no|never) (?:a )?(?:safe|good time|free to talk|ok to talk|the time)|cant talk|hes in|shes in the room|people (?:here|about)',
  ),
  safeNumber: kind(
    'safe (?:phone|number)|nobody (?:else )?(?:sees|uses|has|checks|looks at|reads)(?: this| it| my)?|(?:theres )?nobody else (?:uses|sees|has)|only (?:me|i) (?:that )?(?:uses?|has|sees?)|just me that(?:s got| has| uses)|my own (?:phone|number|mobile)|ring (?:the number|this number)|(?:can|could|may) (?:ring|text|call) the number|number i texted from|message away|perfectly safe|only my telephone|nobody sees',
    '(?:not|isnt|never|no) (?:a )?safe (?:phone|number|to (?:ring|text|call))|he checks (?:my|it|the)|she answers my phone|shared phone|somebody else (?:uses|has|reads)',
  ),
  voicemail: kind(
    '(?:leave|leaving|leavin) (?:a |one |me a |us a )?(?:message|voicemail|voice mail)|(?:yes|ok|okay|fine|happy|aye|no bother) (?:to|for|with|about) (?:a |the )?(?:voicemail|voice mail|message if|leaving a message|leavin a message|a message)|voicemail is (?:fine|ok)|yes for the voicemail|yes to the voicemail',
    '(?:no|dont|not|never|cant|nor|without|rather not) (?:to |leave |leaving |any |a |do |listen to |the |want |be )*(?:voicemails?|voice mails?|messages? (?:on|if)|message)',
  ),
  share: kind(
    '(?:share|pass|give|send) (?:it|them|that|this|my|on|all|him|her)(?: on| along)?(?: (?:to|with|wi|name|details|number|on))?|pass on my|share (?:it )?with|tell them (?:im|my|i|that|anything|about|everything|what)|(?:you|yous|they) can (?:tell|speak to|talk to) (?:them|my)|you can give them|speak to my (?:support worker|worker|doctor|key worker)|happy for (?:them|you) to (?:know|have|tell)',
    '(?:dont|not|never|no|nor|cant) (?:be |you |to |go |want |you to |them to )*(?:share|sharing|pass|passing|giving|give|giein|tell|telling|know|send|have) (?:it|them|that|this|my|on|anything|any|him|her)?',
  ),
  checkIn: kind(
    'check(?:ing|in)? in(?: with me| on me| after| later)?|checkin|follow ?up|(?:get|getting) back (?:to (?:me|us)|in touch)(?: on this)? (?:in|after|later|a)|back in touch in|see how i (?:am|get on)|touch base',
    '(?:no|dont|not|never|without|rather not) (?:need |want |a |any |the |be |to )*(?:check(?:ing)? in|checkin|follow ?up)',
  ),
  news: kind(
    '(?:the )?news(?:letter)?|whats on|what is on|put me on the list|mailing list|send me whats|hear (?:about )?whats on',
    '(?:no|dont|not|never|nor|without) (?:want |to |the |any |send |me |your |need |tae )*(?:news(?:letter)?|whats on|mailing list)',
  ),
  measures: kind(
    '(?:ask|do) (?:me |us |away |your |yer |the |them |those |these )*(?:2|two|short|wee) (?:short |wee |quick )?questions|ask your 2|2 questions',
    '(?:no|dont|not) (?:want |the |your |do |ask |any )*(?:2|two|short|extra) questions',
  ),
  equality: kind(
    '(?:ask|asking)(?: away)? (?:about )?who i am|who i am questions|equality (?:questions|stuff|form)|ask (?:me )?about me',
    '(?:no|dont|not|rather not) (?:want |the |ask |do |answer )*(?:equality|who i am)',
  ),
  person: kind(
    '(?:a |like a |want a |get a |real |speak to a |talk to a |need a )(?:real )?(?:person|human)(?: please| to phone| to ring| to talk)?(?! (?:first|in|at|not|on|who|that|with|i|here))|(?:somebody|someone) (?:could |to |from the team )?(?:phone|call|ring) me|real person|actual person',
    '(?:no|dont|not|nor|rather not) (?:want |need |to |a |speak |talk |to a )*(?:person|human)',
  ),
};
const REFUSING = / (?:dont|no|not|never|cant|naw|nah|wont|nor|rather not|without) (?:[^ ]+ ){0,3}$/;
/** "no bother", "don't mind": a yes in the clothes of a no */
const WILLING = / (?:no (?:bother|problem|problems|objection|harm)|dont mind|nae bother|not bothered|wouldnt mind) /g;
const UNSURE =
  / (?:if (?:i|you) (?:do|leave|say)|would you|do you|will you|can you|what|who|why|how|does|should i|is it|could you) /;

/** What they allowed and refused by name. Never from a question. */
export function permissionsIn(
  clauses: readonly Clause[],
  text: string,
): { readonly yesTo?: Found<readonly string[]>; readonly noTo?: Found<readonly string[]> } {
  const yes = new Map<string, string>();
  const no = new Map<string, string>();
  // one look at all of it says which can be there at all
  const whole = clauses.map(({ plain }) => plain.replace(WILLING, ' yes ')).join(' ');
  const named = Object.entries(KINDS).filter(([, says]) => says.yes.test(whole) || says.no.test(whole));
  if (named.length === 0) return {};
  for (const { plain, raw } of clauses) {
    const end = text.indexOf(raw) + raw.length;
    if (
      text.slice(end, end + 1) === '?' ||
      (UNSURE.test(plain) && / (?:what|who|why|how|does|do you|will you|would you|is it) /.test(plain.slice(0, 12)))
    )
      continue;
    const willing = plain.replace(WILLING, ' yes ');
    for (const [id, says] of named) {
      // "aye tae the check in, naw tae the news": each part by itself
      for (const part of willing.split(/ (?:and|but|so) /)) {
        const said = ` ${part.trim()} `;
        const at = said.search(says.yes);
        if (
          says.no.test(said) ||
          (at >= 0 && REFUSING.test(said.slice(0, at + 1)) && !/ yes /.test(said.slice(0, at + 1)))
        )
          no.set(id, raw);
        else if (at >= 0) yes.set(id, raw);
      }
    }
  }
  const found = (map: ReadonlyMap<string, string>): Found<readonly string[]> => ({
    value: [...map.keys()],
    words: [...new Set(map.values())].join(', '),
    confidence: 0.7,
  });
  for (const id of no.keys()) yes.delete(id);
  return { ...(yes.size > 0 ? { yesTo: found(yes) } : {}), ...(no.size > 0 ? { noTo: found(no) } : {}) };
}
