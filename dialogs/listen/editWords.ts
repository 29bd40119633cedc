/** What somebody asks to leave out, or to have otherwise, when they see what would be passed on: read from their words. */
import { normalise } from '../safety/words/normalise';
import type { ShareKey } from '../vocabulary';

export interface ShareEdit {
  readonly out: readonly ShareKey[];
  readonly back: readonly ShareKey[];
  /** these and nothing else; null where they did not say so */
  readonly only: readonly ShareKey[] | null;
  readonly firstNameOnly: boolean;
  readonly by: 'call' | 'text' | 'whatsapp' | 'email' | null;
  readonly numberWrong: boolean;
  /** it asks for some change, whether or not we can tell which */
  readonly wants: boolean;
}

const SURNAME = '(?:sur ?name|second name|last name|family name)';
const FIELDS: readonly (readonly [ShareKey, string])[] = [
  [
    'words',
    '(?:my |the |ma )?own words|(?:my |the )words(?! of)|(?:my )?(?:story|quote)|(?:what|the (?:bit|part|line|thing)(?: (?:that|what))?) (?:i|a) (?:said|wrote|typed|put|told)',
  ],
  ['name', '(?:full |whole |first )?names?(?! of )|who (?:i am|it is)'],
  [
    'contact',
    'numbers?|(?:phone|mobile)(?! (?:call|me|than|not|instead))|e ?mail(?: address)?|contact details?|how to (?:reach|contact|get) me',
  ],
  ['need', 'what i need(?: help with| it for)?|what (?:its|it is) for|(?:my |the )needs?(?= |$)|why i need'],
  ['support', 'what (?:would|will) help|(?:my )?support(?: needs)?|adjustments?'],
  ['avoid', 'times? to avoid|bad times?|when not to'],
  ['when', '(?:good |best )times?(?! to avoid)|when to (?:phone|call|ring|text)'],
  ['voicemail', '(?:about )?voice ?mails?'],
  ['texts', 'how texts? (?:starts?|begins?|opens?)'],
];

const TELL =
  '(?:tell|give|gie|share|pass(?: on)?|send|say|show|put|include|mention|use|see|know|have|get|write|want|need)';
const NOT =
  '(?:dont|do not|didnt|not|never|no|without|minus|except(?: for)?|apart from|rather (?:you |they )?(?:didnt|not)|wouldnt|nae)';
const OUT_BEFORE = new RegExp(
  ` (?:(?:leave|take|keep|miss|strike|score|cut|drop|remove|delete|hide|lose|scrub|rub|skip|bin) |(?:leave|take|keep|miss|cut) (?:out|off|back) |${NOT} (?:(?:${TELL}|to|you|them|they|it|that|with|on|my|the|ma|any|of|want|let|just|him|her|all|be|go) )*)$`,
);
const OUT_AFTER =
  /^ (?:(?:on|in|off|it|there|please|can|could|should|to|is|be|has|just|a) )*(?:out|off|come off|come out|left out|taken out|taken off|removed|private|to (?:myself|masel)|isnt needed|not needed|go|away)(?= |$)/;
const ALSO = /^ (?:(?:and|or|nor|my|the|ma|any) )*$/;
const BACK_BEFORE = / (?:put|add|leave|keep) (?:(?:my|the|ma|back|in) )*$/;
const BACK_AFTER = /^ (?:back )?in(?= |$)/;
const FIRST_ONLY = new RegExp(
  ` (?:(?:only|just) (?:(?:my|the|ma|use|give|tell|them|put|say|pass|share|want|a) )*(?:first|christian) name|(?:first|christian) name(?:s)? (?:only|will do|is enough|is fine)|${NOT} (?:(?:${TELL}|to|you|them|my|the|ma|want|any) )*${SURNAME}|(?:leave|take|keep|drop|remove) (?:(?:out|off|my|the|ma) )*${SURNAME}|${SURNAME} (?:out|off))(?= )`,
);
const ONLY =
  /^ (?:(?:please|no|but|aye|yes|ok|well) )*(?:just|only) (?:(?:tell|give|pass|share|send|show|use|them|on|my|the|ma|a) )*(?=.*)/;
const EVERYTHING =
  / (?:anything|nothing|at all|any of (?:it|this|that)|none of (?:it|this)|everything|my details|nobody|anybody|anyone) /;
const WRONG_NUMBER =
  / (?:wrong (?:phone |mobile )?number|number (?:(?:is|was|its|thats) )?(?:wrong|not right|old)|number (?:has )?changed|(?:changed|new|different) (?:my )?number|not my number any ?more) /;

const MEANS = {
  call: '(?:phone|phoned|phoning|call|called|calling|calls|ring|rang|ringing|phone call)',
  text: '(?:text|texts|texted|texting|message|messages|messaged)',
  whatsapp: '(?:whats ?app)',
  email: '(?:e ?mail|e ?mailed|e ?mails)',
} as const;
const ANY_WAY = `(?:${Object.values(MEANS).join('|')})`;
const AGAINST = new RegExp(
  ` (?:than|rather than|instead of|not|no|dont|never|without) (?:(?:to|by|a|be|me|with|on|over|through|have|them) )*${ANY_WAY}(?= )`,
  'g',
);
const WISHES =
  / (?:rather|prefer|preferred|sooner|instead|than|not|only|better|best|(?:can|could|ask|tell|get|want|let) (?:them|they)|change it to|by) /;
const OF_US = / (?:can|could|will|would) (?:you|u|yous) (?:just )?(?:phone|call|ring|text) me /;
const WANTS =
  / (?:leave|take|keep|miss|cut|score|strike) (?:[^ |]+ ){0,5}(?:out|off|back|private)(?= )| (?:without|minus|except|apart from|remove|edit) | but not | (?:dont|do not|not) (?:tell|mention|include|put|say) (?!them |anybody |anyone )| (?:change|swap|fix) (?:[^ |]+ ){0,3}(?:line|bit|part|that|it|whats|number|name) /;

/** The fields named, each with what stands before and after it. */
function named(plain: string): readonly { key: ShareKey; before: string; after: string; from: number; to: number }[] {
  const found: { key: ShareKey; before: string; after: string; from: number; to: number }[] = [];
  let rest = plain;
  for (const [key, words] of FIELDS) {
    for (const hit of [...rest.matchAll(new RegExp(`(?<= )(?:${words})(?= |$)`, 'g'))].slice(0, 3)) {
      const from = hit.index;
      const to = from + hit[0].length;
      // what one line is called by is no other line's
      rest = `${rest.slice(0, from)}${'_'.repeat(hit[0].length)}${rest.slice(to)}`;
      found.push({ key, before: plain.slice(0, from), after: plain.slice(to), from, to });
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function wayIn(plain: string): ShareEdit['by'] {
  if (OF_US.test(plain) || !WISHES.test(plain)) return null;
  const wanted = plain.replace(AGAINST, ' ');
  const means = (Object.keys(MEANS) as (keyof typeof MEANS)[]).filter((way) =>
    new RegExp(` ${MEANS[way]} `).test(wanted),
  );
  const [only] = means;
  return only !== undefined && means.length === 1 ? only : null;
}

/** What their words ask of the box. */
export function editIn(text: string): ShareEdit {
  const plain = normalise(text).plain.replace(/[|]/g, ' ').replace(/\s+/g, ' ');
  const nothing: ShareEdit = {
    out: [],
    back: [],
    only: null,
    firstNameOnly: false,
    by: null,
    numberWrong: false,
    wants: false,
  };
  if (EVERYTHING.test(plain) || plain.length > 300) return nothing;
  const firstNameOnly = FIRST_ONLY.test(plain);
  const numberWrong = WRONG_NUMBER.test(plain);
  const lines = named(plain).filter(
    ({ key }) => !(key === 'name' && firstNameOnly) && !(key === 'contact' && numberWrong),
  );
  const back = lines
    .filter(({ before, after }) => BACK_BEFORE.test(before) && BACK_AFTER.test(after))
    .map(({ key }) => key);
  const out: ShareKey[] = [];
  let last: { to: number } | null = null;
  for (const line of lines) {
    if (back.includes(line.key)) continue;
    const joined: boolean = last !== null && ALSO.test(plain.slice(last.to, line.from));
    if (
      joined ||
      OUT_BEFORE.test(line.before.replace(/(?: (?:my|the|ma|any|me))+ $/, ' ')) ||
      OUT_AFTER.test(line.after)
    ) {
      out.push(line.key);
      last = line;
    }
  }
  const only =
    !firstNameOnly && out.length === 0 && lines.length > 0 && ONLY.test(plain) ? lines.map(({ key }) => key) : null;
  const by = wayIn(plain);
  const wants =
    out.length > 0 ||
    back.length > 0 ||
    only !== null ||
    firstNameOnly ||
    by !== null ||
    numberWrong ||
    WANTS.test(plain);
  return { out, back, only, firstNameOnly, by, numberWrong, wants };
}
