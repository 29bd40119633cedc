/** How and when to get in touch, and what never to do: in the words people use for it. */
import type { ContactWay, Found, PartOfDay } from '../reading';
import type { Clause } from './clauses';

type Way = Exclude<ContactWay, 'none'>;

const SAID: Readonly<Record<Way, RegExp>> = {
  call: / (?:(?:ring|phone|call|telephone|buzz) (?:me|us|us on|me on)(?= (?:$|on|at|up|back|after|before|any|in|please|when|whenever|tomorrow|instead|if|early|late|now|then|the|a|between|that|about|this|and|but|from|for|or|of|to|during|with|around|once|it|sometime|well|\d))|ring (?:whenever|early|late|any|after|before|in|on|away|the|between|at|only)|(?:i would|rather|prefer|want|be|get|like) (?:be )?(?:rung|rang|phoned|called)|(?:a|phone|wee|quick|for a|proper) (?:phone )?call(?! centre)|phone calls?|calls? (?:not|are|is|only|please|suits?|best|better)|(?:by|on the|over the|the) (?:tele)?phone(?= (?:$|please|is (?:best|better|fine)|if|first|would|only|suits|after|before|in))|(?:give|gies) (?:me|us) a (?:bell|ring|call|buzz|shout|phone|tinkle)|phone dont|phone (?:is best|is better|please|after|before|in the|on|away|any|if)|(?:could|can|would|just|please|to|if|will|gonna|get) (?:you |yous |somebody |a person |somebody just |just |simply )?(?:phone|ring|telephone)(?: me| us)?|ring and (?:ask|say)|(?:ring|bell|buzz) (?:my (?:house )?phone|me)|calls only|speakings? (?:is )?(?:easier|better)|call first|real person to phone)(?= |$)/,
  text: / (?:(?:text|message|txt|sms|dm)(?: is| are| would be| be|s)? (?:me|us|fine|best|better|only|please|away|then|ok|okay|good|suits|on|at|first|or nothing|dont|but|not|instead|that|it|them|i suppose|back|my|the|if|after|before|in|any|pls|rather)|(?:by|prefer|only|rather|get|receive|want|send|just|a|via|with|am|if its|was|be|can|would|to) (?:a |me a |you |be )?(?:text|texts|texted|txt|sms|messaged)|text$|texts only|texts? (?:is )?(?:easier|safe)|write it to me|so you text|text yes|write there|write to that|message away)(?= |$)/,
  whatsapp: / (?:whats ?app|watsapp|wattsap|whatapp|wassap|watsap|whatsap|wattsapp|wats app|wapp)(?:s)?(?= )/,
  email: / (?:e ?mails?|e mail|(?:on|by|me|the) mail)(?= )/,
};
const BARE: Readonly<Record<string, Way>> = {
  phone: 'call',
  ring: 'call',
  call: 'call',
  telephone: 'call',
  calls: 'call',
  bell: 'call',
  speaking: 'call',
  wattsap: 'whatsapp',
  wassap: 'whatsapp',
  inbox: 'email',
  mail: 'email',
  text: 'text',
  texts: 'text',
  txt: 'text',
  sms: 'text',
  message: 'text',
  messages: 'text',
  letter: 'text',
};
const REFUSED: Readonly<Record<Way, RegExp>> = {
  call: / (?:dont|not|never|no|nor|without|hate|cant|rather not|stop|wouldnt|anything but|but not|dont like|instead of|rather than|better than|dont be|not be|dont want|no want|but dont be|scared of|dislike|avoid) (?:be |to |do |the |a |use |answer |any |using |to be |get |it |by |have |want |on |on the |me )*(?:phone calls?|calls?|calling|call|ringing|ring|rung|rang|phoning|phone|phoned|telephone|talk on|speak on|answer)(?= )/,
  text: / (?:dont|not|never|no|nor|cant|hate|rather not|rather than|better than|anything but|instead of|stop) (?:be |to |do |the |a |use |any |get |send |read |want )*(?:text|texts|texting|txt|messages?|messaging|sms)(?= )/,
  whatsapp: / (?:dont|not|never|no|hate|havent|cant) (?:use |have |got |do |on |the |want |by )*(?:whats ?app)(?= )/,
  email:
    / (?:dont|not|never|no|hate|havent|cant|nor) (?:use |have |got |do |an |a |on |any |by |the |want |check |my )*(?:e ?mails?|e mail)(?= )/,
};
const NONE =
  / (?:dont (?:you )?(?:contact|be contacting|get in touch)|no contact|neither|none (?:of (?:them|those|they|the above))?|dont want (?:any )?(?:contact|contacted)|not be contacted|i will (?:contact|message|come to|text) you|keep in touch myself|leave me be)(?= )/;

/** The way they want, or undefined. `asked`: the way is what we asked, so one word is one. */
export function wayIn(clauses: readonly Clause[], asked: boolean): Found<ContactWay> | undefined {
  const scores = new Map<Way, { score: number; words: string }>();
  const refused = new Set<Way>();
  for (const { plain, raw, asks } of clauses)
    for (const way of WAYS) {
      // "what happens if you phone at the wrong time?" asks for nothing
      if ((asks || ASKING.test(plain)) && !REQUEST.test(plain)) continue;
      if (REFUSED[way].test(plain)) {
        refused.add(way);
        if (plain.replace(REFUSED[way], ' ').search(SAID[way]) < 0) continue;
      }
      const rest = plain.replace(REFUSED[way], ' ');
      const bare =
        asked &&
        BARE[
          rest
            .trim()
            .replace(/^(?:a|by|the|my|aye|yes|just|i suppose|by the|on the) /, '')
            .replace(/ (?:please|then|i suppose|is fine|fine|thanks|ta|me|will do|best|suits)$/, '')
        ] === way;
      if (!bare && !SAID[way].test(rest)) continue;
      if (
        / (?:pal|brother|sister|she|he|they|mum|dad|son)(?:s|has|had)? (?:[^ ]+ ){0,2}$/.test(
          rest.slice(0, Math.max(0, rest.search(SAID[way])) + 1),
        ) &&
        !asked &&
        way !== 'email'
      )
        continue;
      const strength =
        1 +
        (/ (?:best|better|prefer|only|instead|rather|works|suits|happier|please|then)(?= )/.test(rest) ? 1 : 0) +
        (way === 'whatsapp' || way === 'email' ? 0.5 : 0);
      const known = scores.get(way);
      scores.set(way, { score: (known?.score ?? 0) + strength, words: known?.words ?? raw });
    }
  for (const way of refused) {
    const known = scores.get(way);
    if (known !== undefined) scores.set(way, { ...known, score: known.score - 2 });
  }
  const [best] = [...scores].filter(([, { score }]) => score > 0).sort((a, b) => b[1].score - a[1].score);
  if (best !== undefined) return { value: best[0], words: best[1].words, confidence: asked ? 0.9 : 0.8 };
  const none = clauses.find(({ plain }) => NONE.test(plain));
  if (none !== undefined && (asked || / contact|contacting| touch /.test(none.plain)))
    return { value: 'none', words: none.raw, confidence: 0.8 };
  // "dont be phoning": what is left is to write
  if (asked && refused.has('call') && !refused.has('text'))
    return { value: 'text', words: clauses[0]?.raw ?? '', confidence: 0.6 };
  return undefined;
}

const ASKING = /^ (?:and |but |so )?(?:what|who|when|why|how|do|does|will|would|is) /;
const REQUEST =
  / (?:can|could|gonna|would|will) (?:you|yous|somebody|it be|they|someone) (?:please |just |maybe )?(?:ring|phone|text|call|email|message|whatsapp|give|get) | (?:could|can|would) (?:somebody|you) not (?:just )?(?:ring|phone|text|call) /;
const WAYS: readonly Way[] = ['call', 'text', 'whatsapp', 'email'];
const PARTS: readonly PartOfDay[] = ['morning', 'afternoon', 'evening'];
const NAMED: Readonly<Record<PartOfDay, string>> = {
  morning:
    '(?<!good )(?:mornings?|mornins?|morn)|first thing|early doors|early on|before (?:lunch|noon|dinner time|dinnertime|midday)|breakfast|elevenish|mid morning|(?:ring|call|phone|text|message)(?: me| us)? early|am',
  afternoon:
    '(?<!good )(?:afternoons?|efternoons?|eftirnoons?|aftrnoons?|arvo)|lunch ?times?|lunch break|(?<!before )(?:lunch|midday|noon)|after (?:lunch|dinner)|pm|after school drop',
  evening:
    '(?<!good )(?:evenings?|evenins?)|(?<!(?:works?|working|on|worked|shift|doing|do) )nights?(?! (?:shifts?|worker))|late on|after (?:my |the )?(?:tea|work|dinner at night|supper)|efter tea|teatime|tonight|weeknights?',
};
const ANY =
  / (?:any ?time(?! (?:after|past|before|from|but|bar|except|efter))|anytime|any day|whenever|all day|day or night|any of them|doesnt matter|not bothered when|when(?:ever)? (?:suits|you like|it suits)|always (?:in|here|free)|all day every day|no preference)(?= )/;
const ABOUT_CONTACT =
  / (?:calls?(?! centres?)|ring|phone|text|write|message|whatsapp|email|mail|free|suits?|best|better|good|available|come|class|time|reach|contact|get me|get us|bell|manage|do|ask|in touch|get|efter|after|before|between|till|until|speak|talk|read|yours|works|home)(?= )/;

/** The parts of day that suit them, or undefined. `asked`: times are what we asked. */
export function timesIn(clauses: readonly Clause[], asked: boolean): Found<readonly PartOfDay[]> | undefined {
  const good = new Set<PartOfDay>();
  const bad = new Set<PartOfDay>();
  const words: string[] = [];
  let any = false;
  // who rules a part of the day out, names the parts that suit
  const refusing = clauses.some(({ plain }) => RULED_OUT.test(plain));
  for (const clause of clauses) {
    const { plain, raw } = clause;
    const before = good.size + bad.size;
    const relevant =
      asked ||
      ABOUT_CONTACT.test(plain) ||
      / (?:mornings|afternoons|evenings|nights)(?= )/.test(plain) ||
      OF_A.test(plain) ||
      refusing;
    if (ANY.test(plain) && (asked || ABOUT_CONTACT.test(clauses.map((one) => one.plain).join('')))) {
      any = true;
      words.push(raw);
    }
    if (!relevant) continue;
    for (const part of PARTS) {
      const says = new RegExp(` (?:${NAMED[part]})(?= )`, 'g');
      for (const match of plain.matchAll(says)) {
        if (/^ (?:am|pm|noon)$/.test(match[0]) && !asked) continue;
        if (refusedAt(plain, match.index, match[0].length)) bad.add(part);
        else if (
          asked ||
          / (?:mornings|afternoons|evenings|nights|lunch|noon)/.test(match[0]) ||
          OF_A.test(plain) ||
          refusing ||
          wanted(plain, clauses)
        )
          good.add(part);
      }
    }
    for (const part of byClock(plain, asked)) good.add(part);
    if (good.size + bad.size > before) words.push(raw);
  }
  for (const part of bad) good.delete(part);
  const left = PARTS.filter((part) => !bad.has(part));
  const parts =
    any && good.size === 0
      ? left
      : good.size > 0
        ? PARTS.filter((part) => good.has(part))
        : bad.size === 2 || (bad.size === 1 && asked)
          ? left
          : [];
  return parts.length === 0 || words.length === 0
    ? undefined
    : { value: parts, words: words.join(', '), confidence: asked ? 0.9 : 0.75 };
}

/** "Of a morning", "in the afternoon" as a clause by itself. */
const OF_A =
  / of an? (?:morning|afternoon|evening|night)(?= )|^ (?:the |any |in the |sometime in the )?(?:mornings?|afternoons?|evenings?) $/;
const RULED_OUT =
  / (?:mornings?|mornins?|afternoons?|efternoons?|evenings?|nights?) (?:are |is )?(?:no|not|nae) (?:use|good|great|any use|any good)(?= )/;

function wanted(plain: string, clauses: readonly Clause[]): boolean {
  return (
    / (?:calls?|ring|phone|text|write|message|whatsapp|email|free|suits?|best|better|good|time|manage|home|yours|bell|any|ideally)(?= )/.test(
      plain,
    ) || clauses.some((one) => / \d{5,} /.test(one.plain))
  );
}

function refusedAt(plain: string, at: number, length: number): boolean {
  // as much as can stand between a "not" and what it takes away
  const before = plain.slice(Math.max(0, at - 79), at + 1);
  const after = plain.slice(at + length);
  return (
    / (?:not|no|never|bar|except|avoid|but|cant (?:do|manage)|dont|nothing|hate|apart from|anything but|no a|not a|never manage|no good in|isnt|no use) (?:do |in |on |the |a |at |ring |call |phone |me |be |phoning |calling |my |manage |of |an )*$/.test(
      before,
    ) ||
    /^(?:s)? (?:(?:is|are|its|am) )?(?:no|not|nae|never|dead to me|hopeless|bad|out|no use|no good|cant|useless)(?= )/.test(
      after,
    ) ||
    /^ (?:i |im |i am |ive )(?:work|working|at|with|clean|sleep|asleep|cannot|cant|never|am at|am with|in my bed|mind|watch|have|no|not|out|got)(?= )/.test(
      after,
    )
  );
}

const HOUR =
  '(?:(half|quarter) (?:past |to )?)?(\\d{1,2})(?:[ .:](\\d{2}))?(?: ?(am|pm|oclock|in the morning|at night|at nights|in the evening|in the afternoon|the night))?';
const AFTER = new RegExp(
  ` (?:after|efter|past|from|since|not before|no before|not till|not until) (?:about |around |say )?${HOUR}(?= )`,
  'g',
);
const BEFORE = new RegExp(` (?<!not |no )(?:before|till|until|by|up to|afore) (?:about |around )?${HOUR}(?= )`, 'g');
const BETWEEN = new RegExp(` (?:between |from )?${HOUR} (?:and|to|til|till|until) ${HOUR}(?= )`, 'g');
const AT = new RegExp(` (?:at|about|around|say|half) ${HOUR.replace('(half|quarter)', '(half|quarter|xx)')}(?= )`, 'g');

function byClock(said: string, asked: boolean): readonly PartOfDay[] {
  const plain = (asked ? asClock(said) : said)
    .replace(/ (?:not|no) before (?:noon|midday|12)(?= )/g, ' not before 12')
    .replace(/ (?:after|past) (?:noon|midday)(?= )/g, ' after 12');
  if (!/\d/.test(plain)) return [];
  const parts = new Set<PartOfDay>();
  for (const match of plain.matchAll(BETWEEN)) {
    const from = hour(match[2], match[4] ?? match[8]);
    const to = hour(match[6], match[8]);
    if (from === null || to === null || / (?:out of|score|at) $/.test(plain.slice(0, match.index + 1))) continue;
    if (!asked && !/between|from|am|pm|oclock|free|weekday/.test(plain)) continue;
    if (from < 12) parts.add('morning');
    if (to > 13 || (to === 13 && from >= 12)) if (from < 17) parts.add('afternoon');
    if (to > 18) parts.add('evening');
  }
  if (parts.size > 0) return [...parts];
  for (const match of plain.matchAll(AFTER)) {
    const from = hour(match[2], match[4]);
    if (from === null) continue;
    if (
      !asked &&
      !/(?:am|pm|oclock|free|ring|call|text|phone|write|any|work|come|finish|so|not before|email|that|whatsapp|message)/.test(
        plain,
      ) &&
      plain.trim().split(' ').length > 4
    )
      continue;
    if (from < 12) parts.add('morning');
    else if (from < 17) {
      parts.add('afternoon');
      if (from === 12 && / (?:any|not|no) /.test(plain)) parts.add('evening');
    } else parts.add('evening');
  }
  for (const match of plain.matchAll(BEFORE)) {
    const to = hour(match[2], match[4]);
    if (to === null || (!asked && to > 12)) continue;
    parts.add(to <= 12 ? 'morning' : 'afternoon');
  }
  if (parts.size === 0 && (asked || CLOCK_ASKED.test(plain)))
    for (const match of [...plain.matchAll(AT), ...plain.matchAll(new RegExp(`^ ${HOUR} `, 'g'))]) {
      const at = hour(match[2], match[4]);
      if (at !== null) parts.add(at < 12 ? 'morning' : at < 17 ? 'afternoon' : 'evening');
    }
  return [...parts];
}

/** "0900 to 1200", as soldiers and bus timetables write it. */
function asClock(plain: string): string {
  return plain.replace(
    / ([01]\d|2[0-3])([0-5][05])(?: ?(?:hours|hrs|h))?(?= )/g,
    (_all, hours: string, minutes: string) => ` ${Number(hours)}:${minutes}${Number(hours) < 12 ? ' am' : ''}`,
  );
}

/** "Could you do half seven at night?": a time asked of us is a time that suits. */
const CLOCK_ASKED =
  / (?:can|could|would) (?:you|yous|somebody|someone) (?:please |maybe |just )?(?:do|ring|call|phone|text|manage|make it) /;

/** Hours as people say them: 1 to 7 are after noon unless said otherwise, 8 to 11 before it. */
function hour(number: string | undefined, mark: string | undefined): number | null {
  const n = Number(number);
  if (number === undefined || !Number.isInteger(n) || n < 1 || n > 24) return null;
  if (mark !== undefined && /pm|night|evening|afternoon/.test(mark)) return n < 12 ? n + 12 : n;
  if (mark !== undefined && /am|morning/.test(mark)) return n;
  return n < 8 ? n + 12 : n;
}

const MACHINE =
  / (?:voice ?mails?|voicemails?|leav(?:e|ing|in) (?:a |one |me |us |it |you )*(?:voice )?(?:message|msg|voicemail|word)|(?:message|messages) (?:on|if) (?:the |my |i |you )*(?:machine|answering|answer|miss|missed|phone)|answer(?:ing)? machine)(?= )/;

/** May a message be left on their phone? */
export function voicemailIn(clauses: readonly Clause[]): Found<boolean> | undefined {
  for (const { plain, raw } of clauses) {
    const match = MACHINE.exec(plain);
    if (match === null) continue;
    const no =
      / (?:dont|no|not|never|cant|rather not|please not|without|hate|wouldnt|nor|neither|didnt|isnt|wont) (?:[^ ]+ ){0,3}$/.test(
        plain.slice(0, match.index + 1),
      ) &&
      !/ (?:no (?:bother|problem|harm|worries)|dont mind|not bothered|nae bother) /.test(
        plain.slice(0, match.index + 1),
      );
    return { value: !no, words: raw, confidence: 0.85 };
  }
  return undefined;
}

const DAYS =
  '(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|mon|tues?|wed|thurs?|fri|sat|sun|weekends?|weekdays?|mornings?|afternoons?|evenings?|nights?|night time|school (?:run|hours)|meal ?times?|prayer times?|dinner time|teatime';
const AVOID = new RegExp(
  ` (?:not|no|never|avoid|dont (?:ring|call|phone|text|message|write|be phoning|contact|be ringing)(?: me| us)?|except|bar|apart from|cant (?:do|manage)|but not|nothing)(?: [^ ]+){0,3} (?:${DAYS}|\\d{1,2}(?: ?(?:am|pm))?|when (?:he|she|my|the)|if (?:he|she|my))(?= )`,
);

/** When not to write or ring, in their own words: for a person to mind, never worked out any further. */
export function avoidIn(clauses: readonly Clause[], text: string, asked: boolean): Found<string> | undefined {
  const named = clauses.filter(({ plain }) => AVOID.test(plain));
  if (
    asked &&
    clauses.some(({ plain }) =>
      new RegExp(` (?:${DAYS}|\\d{1,2}|when (?:he|she|my|the|they)|ramadan|payday|early|late|first of) `).test(plain),
    )
  )
    return { value: text.trim().slice(0, 400), words: text.trim().slice(0, 400), confidence: 0.85 };
  const words = named.map(({ raw }) => raw).join('; ');
  return words === '' ? undefined : { value: words, words, confidence: 0.7 };
}
