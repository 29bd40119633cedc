/** Test people: how one person answers, whatever order the questions come in, and what is true of them. */
import { z } from 'zod';

const truth = z.object({
  area: z.string().nullish(),
  needs: z.array(z.string()).default([]),
  risk: z.string().default('none'),
  human: z.boolean().default(false),
  volunteered: z.array(z.string()).default([]),
});

const persona = z.object({
  id: z.string().min(1),
  channel: z.enum(['web', 'sms', 'whatsapp']),
  who: z.string().default(''),
  /** what they send first, before they are asked anything; on the web perhaps nothing */
  opens: z.string().nullish(),
  /** their words for each kind of question, in the order they would put them */
  says: z.record(z.string(), z.array(z.string())),
  /** said once instead of an answer to that kind of question */
  asides: z.array(z.object({ after: z.string(), text: z.string() })).default([]),
  truth: truth.default({ needs: [], risk: 'none', human: false, volunteered: [] }),
});

export type Persona = z.infer<typeof persona>;

/** Reads JSON lines. Throws with the line's number when one is not a test person. */
export function readPersonas(source: string): readonly Persona[] {
  return source
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at: at + 1 }]))
    .map(({ line, at }) => {
      const read = persona.safeParse(parse(line));
      if (!read.success) throw new Error(`line ${at} is not a test person`);
      return read.data;
    });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Message ids by the kind of question they ask; the last that fits is on the table. */
const BY_MESSAGE: readonly (readonly [string, RegExp])[] = [
  ['start', /^(A1-SMS|A3|W-AGAIN|X4A|W-OK-TIME|A1-OUT)$/],
  ['consent', /^B3(-MORE)?$/],
  ['carryOn', /^(B3-NO|X2|X4B|X6|W-OPEN.*|W-RESTART)$/],
  ['age', /^(B4|O1)$/],
  ['safe', /^(C1|RDA1|RX1)$/],
  ['leaveFast', /^C2$/],
  ['sharedPhone', /^C3$/],
  ['codeWord', /^(C5|W-CODE)$/],
  ['name', /^D1$/],
  ['area', /^(D2|D2B|X15)$/],
  ['pace', /^W-PACE$/],
  ['need', /^E1$/],
  ['needMenu', /^E2/],
  ['needMore', /^E3-/],
  ['priority', /^E4$/],
  ['more', /^E5$/],
  ['hopes', /^F1$/],
  ['supports', /^F2$/],
  ['interests', /^F3$/],
  ['barriers', /^G1/],
  ['adjustments', /^G2$/],
  ['contactBy', /^H1$/],
  ['number', /^(W-NUMBER|W-RISK-NUMBER)$/],
  ['email', /^W-EMAIL$/],
  ['safeNumber', /^(H2|H2B)$/],
  ['when', /^H3$/],
  ['avoid', /^H3B$/],
  ['voicemail', /^H4$/],
  ['sender', /^H5$/],
  ['trusted', /^(H6|W-TRUSTED)$/],
  ['number', /^W-WAY-BACK$/],
  ['readiness', /^I1$/],
  ['measures', /^J0$/],
  ['satisfied', /^J1$/],
  ['lonely', /^J2$/],
  ['confirm', /^(K1|K1-Q|W-HEARD.*)$/],
  ['options', /^(L0|L1|W-OPTIONS|W-ONE-OPTION|W-TWO-OPTIONS|W-NEXT-OPTION)$/],
  ['person', /^(L2|L3|X5|X7|X23|X24|X28|X12.)$/],
  ['share', /^(M1.*|W-SHARE.*|W-SHOWN)$/],
  ['checkIn', /^N2$/],
  ['news', /^N3$/],
  ['equality', /^O0$/],
  ['riskSafe', /^(RS3U?|RD1|RD2|RH1|RP1|RSH|RFOOD1|RFOOD2|RM1|RM2|RN1|W-CHECK.*)$/],
];

/** Ids of questions by kind; `ids of it` as the catalogue has them. */
const QUESTIONS: Readonly<Record<string, string>> = {
  start: 'start okTime',
  consent: 'consent consentMore',
  safe: 'returnSafe safeNow',
  leaveFast: 'leaveFast',
  sharedPhone: 'sharedDevice',
  age: 'ageBand',
  name: 'name',
  area: 'area areaOther outOfArea',
  pace: 'pace',
  need: 'need',
  needMenu: 'needMenu',
  priority: 'priority',
  more: 'notes anythingElse alsoNeed',
  hopes: 'goodWeek',
  supports: 'supports',
  interests: 'interests',
  barriers: 'barriers',
  adjustments: 'adjustments',
  contactBy: 'contactBy',
  number: 'number riskNumber wayBack',
  email: 'email',
  safeNumber: 'safeNumber safeAlternative',
  when: 'window',
  avoid: 'avoid',
  voicemail: 'voicemail',
  sender: 'senderStyle',
  trusted: 'trusted trustedPerson',
  readiness: 'readiness',
  measures: 'measuresOk',
  satisfied: 'satisfied',
  lonely: 'lonely',
  confirm: 'summary quietSummary summaryShown',
  options: 'okToList options nextOption',
  person: 'noMatch helpChoosing talkItThrough unsure',
  share: 'share',
  checkIn: 'checkIn',
  news: 'news',
  equality: 'equalityOk',
  carryOn: 'refused returnHow afterNote anger restart',
};

const BY_QUESTION: ReadonlyMap<string, string> = new Map(
  Object.entries(QUESTIONS).flatMap(([kind, ids]) => ids.split(' ').map((id): [string, string] => [id, kind])),
);

function kindOfQuestion(id: string): string | null {
  const known = BY_QUESTION.get(id);
  if (known !== undefined) return known;
  if (/^(r[sdchnxpfmb]|check|danger)/.test(id)) return 'riskSafe';
  return id.startsWith('need') ? 'needMore' : null;
}

/** The kind of question on the table, as a test person takes it: by its id, else by the newest message that asks one. */
export function kindAsked(asking: string | null, messageIds: readonly string[]): string {
  const byId = asking === null ? null : kindOfQuestion(asking);
  if (byId !== null) return byId;
  for (const id of [...messageIds].reverse()) {
    const found = BY_MESSAGE.find(([, pattern]) => pattern.test(id));
    if (found) return found[0];
  }
  return 'other';
}
