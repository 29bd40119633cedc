/** Everything held on one person, for the person: what they said and were told, and what was made of it, under headings anybody can read. Pure. */
import { isNeed, sayNeed } from '../../dialogs/content/needNames';
import { inWords, copyNames as names } from '../../dialogs/content/staff/copy';
import { exportWords as words } from '../../dialogs/content/staff/rights';
import { sayMoment } from '../calendar/say';
import type { Correction } from '../corrections/collection';
import type { ThreadItem } from '../handoffs/thread';
import type { PersonRecord } from '../people/people';

export interface Section {
  readonly heading: string;
  readonly lines: readonly string[];
}

const ownerName = (owner: PersonRecord['promises'][number]['owner']): string =>
  owner.kind === 'person' ? owner.name : owner.holder;
const joined = (...parts: readonly string[]): string => parts.filter(Boolean).join(' | ');

/** `withDanger`: whoever takes it out may read the records of danger; else they are left out, and it says so. */
export function exportOf(
  record: PersonRecord,
  talk: readonly ThreadItem[],
  {
    corrected,
    withDanger,
    at,
  }: { readonly corrected: readonly Correction[]; readonly withDanger: boolean; readonly at: number },
): readonly Section[] {
  const { brief, name, needs, dangers } = record;
  const { contact } = brief ?? {};
  const when = (moment: number) => sayMoment(moment);
  const all: readonly Section[] = [
    { heading: words.made, lines: [when(at)] },
    { heading: words.name, lines: name === '' ? [] : [name] },
    {
      heading: words.contact,
      lines:
        contact === undefined
          ? []
          : [
              contact.by,
              contact.way,
              contact.safeNumber,
              contact.window,
              contact.avoid,
              contact.voicemail,
              contact.texts,
            ],
    },
    {
      heading: words.answers,
      lines: (brief?.said ?? []).map(({ asked, answer, at: then }) => joined(when(then), asked, answer)),
    },
    { heading: words.ownWords, lines: brief?.words ?? [] },
    { heading: words.needs, lines: needs.map(({ words: need }) => need) },
    {
      heading: words.agreed,
      lines: record.consents.map(({ at: then, purpose, given, shown }) =>
        joined(when(then), inWords(names.purposes, purpose), given ? words.yes : words.no, shown),
      ),
    },
    {
      heading: words.introductions,
      lines: record.referrals.flatMap((one) => [
        joined(when(one.createdAt), one.ref, one.service, one.partner, inWords(names.referralStates, one.state)),
        ...one.shared.map(({ label, value }) => `  ${label}: ${value}`),
        ...[one.declineWords, one.holdWords].filter(Boolean).map((own) => `  ${own}`),
      ]),
    },
    {
      heading: words.promises,
      lines: record.promises.map((one) =>
        joined(
          when(one.madeAt),
          inWords(names.promises, one.kind),
          one.said,
          when(one.dueAt),
          inWords(names.promiseStates, one.state),
          ownerName(one.owner),
        ),
      ),
    },
    {
      heading: words.handoffs,
      lines: record.handoffs.flatMap((one) => [
        joined(
          when(one.askedAt),
          inWords(names.reasons, one.reason),
          inWords(names.handoffStates, one.state),
          inWords(names.outcomes, one.outcome ?? ''),
          ownerName(one.owner),
        ),
        ...(one.note === '' ? [] : [`  ${one.note}`]),
        ...(one.nextAction === '' ? [] : [`  ${one.nextAction}`]),
      ]),
    },
    { heading: words.notes, lines: record.notes.map((one) => joined(when(one.at), one.who, one.words)) },
    {
      heading: words.files,
      lines: record.files.map((one) => joined(when(one.receivedAt), one.contentType, inWords(names.files, one.state))),
    },
    {
      heading: words.danger,
      lines: withDanger
        ? dangers.flatMap(({ risk }) => [
            joined(
              when(risk.detectedAt),
              inWords(names.dangers, risk.category),
              inWords(names.levels, risk.levelHuman ?? risk.levelAuto),
              risk.exactWords ?? '',
            ),
            ...[risk.personWishes, risk.decision, risk.reason, risk.whatShared].flatMap((own) =>
              own ? [`  ${own}`] : [],
            ),
            ...risk.sharedWith.map((one) => `  ${joined(when(one.at), one.name, one.role, one.org, one.reference)}`),
          ])
        : dangers.length === 0
          ? []
          : [words.dangerLeftOut],
    },
    {
      heading: words.corrections,
      lines: corrected
        .filter(({ kind }) => withDanger || kind === 'need')
        .flatMap(({ month, label, verdict }) =>
          verdict === null
            ? []
            : [
                joined(
                  month,
                  isNeed(label) ? sayNeed(label) : inWords(names.dangers, label),
                  inWords(names.verdicts, verdict),
                ),
              ],
        ),
    },
    {
      heading: words.talk,
      lines: talk.map((one) => joined(when(one.at), words.speakers[one.from], one.withheld ? words.leftOut : one.text)),
    },
  ];
  return all.map(({ heading, lines }) => ({ heading, lines: lines.filter((line) => line !== '') }));
}

/** As a page of plain text: a heading, and what is under it. */
export function exportText(sections: readonly Section[]): string {
  const one = ({ heading, lines }: Section) =>
    [heading, '-'.repeat(heading.length), ...(lines.length === 0 ? [words.nothing] : lines), ''].join('\n');
  return sections.map(one).join('\n');
}
