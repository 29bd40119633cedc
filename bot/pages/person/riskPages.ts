/** `/advisor/people/:id/risks/:event`: the record of one danger, for the few who may read it, added to and never written over. */
import { messages } from '../../../dialogs/content/copy';
import { categoryNames, channelNames } from '../../../dialogs/content/staff/console';
import { personWords } from '../../../dialogs/content/staff/person';
import { riskWords as words } from '../../../dialogs/content/staff/risk';
import { sayTime } from '../../../services/calendar/say';
import type { People } from '../../../services/people/people';
import type { AspClock } from '../../../services/risks/asp';
import type { RiskRead, Risks } from '../../../services/risks/risks';
import { html } from '../../../web/server/html';
import { flash } from '../../../web/server/staff/parts';
import { type RiskView, riskBody } from '../../../web/server/staff/riskView';
import { rulesView, said } from '../advisor/views';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';
import { type CorrectionPagesDeps, flagCorrections } from './correctionPages';
import { readRiskForm } from './riskForm';

export interface RiskPagesDeps extends CorrectionPagesDeps {
  readonly risks: Pick<Risks, 'read' | 'write'>;
  readonly people: Pick<People, 'contact'>;
  /** ms since 1970 */
  readonly now: () => number;
}

const AT = '/advisor/people/:id/risks/:event';

function aspView(asp: AspClock, now: number): RiskView['asp'] {
  if (asp.kind === 'done') return { words: words.aspDone, isLate: false };
  const by = sayTime(asp.dueAt - 60_000, now);
  const [soon, late] = asp.kind === 'think' ? [words.aspThink, words.aspThinkLate] : [words.aspPass, words.aspPassLate];
  return { words: (asp.isLate ? late : soon)(by), isLate: asp.isLate };
}

/** How danger was noticed, in words, with the name of the rule for who looks after the rules. */
function noticedBy(rule: string): string {
  const kind = rule === 'failed' ? 'broken' : (rule.split(':')[0] ?? '');
  const said = new Map<string, string>(Object.entries(words.detectors)).get(kind) ?? words.detectors.rule;
  return `${said} (${rule})`;
}

/** The fixed replies as they read now, each with its id; one that is not there any more is its id alone. */
function answeredWith(ids: string): string {
  const texts = new Map<string, { readonly text: string }>(Object.entries(messages));
  const reply = (id: string): string => {
    const text = texts.get(id)?.text;
    return text === undefined ? id : `${text} (${id})`;
  };
  return ids.split(' ').map(reply).join(' ');
}

function riskView(
  read: RiskRead,
  at: number,
): Omit<RiskView, 'rules' | 'person' | 'event' | 'csrf' | 'wrong' | 'given' | 'correction'> {
  const { now: risk, answers, added, asp, isLead } = read;
  const time = (when: number | null) => (when === null ? null : said(when, at));
  return {
    what: categoryNames[risk.category],
    level: risk.levelHuman ?? risk.levelAuto,
    words: risk.exactWords ?? '',
    answers: answers.map((one) => ({
      when: said(one.at, at),
      words: [one.answer, one.words].filter(Boolean).join(': '),
    })),
    facts: [
      [words.reply, answeredWith(risk.replyId ?? '')],
      [words.numbers, risk.numbersOffered.join(', ')],
      [words.detector, noticedBy(risk.detector)],
      [words.channel, channelNames[risk.channel]],
      [words.mode, words.modes[risk.mode]],
    ],
    times: [
      [words.received, time(risk.receivedAt)],
      [words.detected, time(risk.detectedAt)],
      [words.sent, time(risk.sentAt)],
      [words.askedFor, time(risk.handoffOfferedAt)],
      [
        words.seen,
        risk.humanSeenAt === null
          ? null
          : html`${said(risk.humanSeenAt, at)}${risk.human === null ? '' : `, ${risk.human}`}`,
      ],
      [words.met, time(risk.humanFirstContactAt)],
      [words.closedAt, time(risk.closedAt)],
    ],
    written: [
      [words.wishes, risk.personWishes ?? ''],
      [words.child, risk.childInvolved === null ? '' : risk.childInvolved ? words.yes : words.no],
      [words.aspTest, risk.aspThreePoint === null ? '' : words.aspTests[risk.aspThreePoint.test]],
      [words.notes, risk.aspThreePoint?.notes ?? ''],
      [words.told, risk.toldBeforeSharing === null ? '' : risk.toldBeforeSharing.told ? words.yes : words.no],
      [words.toldWhy, risk.toldBeforeSharing?.why ?? ''],
      ...risk.sharedWith.map(
        ({ name, role, org, at: when, reference }) =>
          [words.sharing, [name, role, org, sayTime(when, at), reference].filter(Boolean).join(', ')] as const,
      ),
      [words.whatShared, risk.whatShared ?? ''],
      [words.lawful, Object.entries(words.lawfulNames).find(([key]) => key === risk.lawfulBasis)?.[1] ?? ''],
      [words.condition, Object.entries(words.conditionNames).find(([key]) => key === risk.condition)?.[1] ?? ''],
      [words.decision, risk.decision ?? ''],
      [words.reason, risk.reason ?? ''],
      [words.followUpOwner, added.length === 0 ? '' : (risk.followUpOwner ?? '')],
      [words.followUpDay, risk.followUpDue === null ? '' : sayTime(risk.followUpDue - 60_000, at)],
      [words.learning, risk.learning ?? ''],
    ],
    added: added.map((one) => ({ when: said(one.at, at), what: html`${words.wrote(one.by)}` })),
    asp: aspView(asp, at),
    isLead,
    signedOff: risk.leadSignoff,
  };
}

export function riskPages({ risks, people, corrections, now }: RiskPagesDeps) {
  const ids = ({ params }: Asking) => ({ person: params['id'] ?? '', event: params['event'] ?? '' });

  const page = (more: Pick<RiskView, 'wrong'> = { wrong: null }) =>
    signedIn(async (asking): Promise<Answer> => {
      const { person, event } = ids(asking);
      const read = await risks.read(asking.seen.account, person, event);
      if (read.kind === 'missing') return { kind: 'missing' };
      const at = '/advisor/people';
      if (read.kind === 'notYours')
        return {
          kind: 'page',
          status: 403,
          title: words.title,
          at,
          width: 'narrow',
          body: flash(words.notYours, 'wait'),
        };
      const contact = await people.contact(person);
      const rules = contact === null ? [personWords.gone] : rulesView(contact);
      const view = { ...riskView(read, now()), ...more, rules, person, event, csrf: asking.csrf };
      const given = Object.fromEntries(asking.form.entries());
      const said = await corrections.flag(person, event);
      const again = { person, event, csrf: asking.csrf, wrong: more.wrong, given: asking.form, isLead: read.isLead };
      const correction = said === null ? null : { ...again, ...said };
      return {
        kind: 'page',
        status: more.wrong ? 422 : 200,
        title: words.title,
        at,
        body: riskBody({ ...view, given, correction }),
      };
    });

  const write = signedIn(async (asking): Promise<Answer> => {
    const { person, event } = ids(asking);
    const read = readRiskForm(asking.form, now());
    if (read.kind === 'wrong') return page({ wrong: { field: read.field, why: read.why } })(asking);
    const done = await risks.write(asking.seen.account, person, event, read.added);
    if (done === 'missing') return { kind: 'missing' };
    const to = `/advisor/people/${encodeURIComponent(person)}/risks/${encodeURIComponent(event)}`;
    if (done === 'nothing') return page({ wrong: { field: 'levelHuman', why: words.nothing } })(asking);
    if (done === 'future') return page({ wrong: { field: 'metDay', why: words.noTime } })(asking);
    return {
      kind: 'go',
      to,
      note: done === 'written' ? 'riskWritten' : done === 'closed' ? 'riskClosed' : 'notForYou',
    };
  });

  return {
    [`GET ${AT}`]: page(),
    [`POST ${AT}`]: write,
    ...flagCorrections({ corrections }, (wrong) => page({ wrong })),
  } as const satisfies Readonly<Record<string, Handler>>;
}
