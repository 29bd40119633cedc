/** What services/people knows of one person, as their record shows it. */
import {
  categoryNames,
  channelNames,
  referralNames,
  stateNames,
  stepBy,
  stepNames,
} from '../../../dialogs/content/staff/console';
import { happenedWords, purposeNames, personWords as words } from '../../../dialogs/content/staff/person';
import { todayWords } from '../../../dialogs/content/staff/today';
import { nameOf } from '../../../services/handoffMachine/parts';
import type { Told } from '../../../services/people/groups';
import type { Became } from '../../../services/people/needs';
import type { PersonRecord } from '../../../services/people/people';
import type { Happened } from '../../../services/people/timeline';
import { mayReadDanger } from '../../../services/risks/risks';
import type { Role } from '../../../services/store/collections/roles';
import { type Html, html } from '../../../web/server/html';
import { personPath } from '../../../web/server/staff/paths';
import type { PersonView } from '../../../web/server/staff/personView';
import { rulesView, said, whyOf } from '../advisor/views';

const purposeOf = (purpose: string): string => purposeNames[purpose.split('/')[0] ?? ''] ?? purposeNames['other'] ?? '';

/** One thing that happened, in a line. */
function happened({ what, label, who }: Happened): string {
  switch (what) {
    case 'agreed':
    case 'refused':
      return `${happenedWords[what]}: ${purposeOf(label)}`;
    case 'danger':
      return `${happenedWords.danger}: ${Object.entries(categoryNames).find(([key]) => key === label)?.[1] ?? ''}`;
    case 'handoff':
      return stepBy(stepNames[label] ?? stepNames['other'] ?? '', who);
    case 'promised':
    case 'kept':
    case 'broken':
    case 'sorry':
      return `${happenedWords[what]}: ${Object.entries(todayWords.kinds).find(([key]) => key === label)?.[1] ?? ''}`;
    case 'referral':
      return words.passedOn(who, Object.entries(referralNames).find(([key]) => key === label)?.[1] ?? '');
    case 'outcome':
      return Object.entries(happenedWords.outcomes).find(([key]) => key === label)?.[1] ?? '';
    case 'file':
      return label === 'voice' ? happenedWords.voice : happenedWords.picture;
    case 'came':
      return happenedWords.came;
  }
}

const became = (one: Became): string =>
  one.kind === 'passedOn' ? words.passedOn(one.partner, referralNames[one.state]) : words.became[one.kind];

const answers = (all: readonly Told[], shown: (own: string) => string): PersonView['hopes'] =>
  all.map(({ asked, answer }): readonly [string, Html] => [asked, html`${shown(answer)}`]);

/** Words that raised a danger are not read by the way either, wherever else they stand. */
function readBy(mayRead: boolean, dangers: PersonRecord['dangers']): (own: string) => string {
  const raised = dangers.flatMap(({ risk }) => risk.exactWords?.toLowerCase() || []);
  return (own) => (!mayRead && raised.some((one) => own.toLowerCase().includes(one)) ? words.notYours : own);
}

export function personView(
  record: PersonRecord,
  reader: { readonly id: string; readonly roles: readonly Role[] },
  now: number,
): PersonView {
  const { brief, told, handoffs } = record;
  const mayRead = mayReadDanger(reader, handoffs);
  const shown = readBy(mayRead, record.dangers);
  return {
    rules: brief === null ? [words.gone] : rulesView(brief.contact),
    facts:
      brief === null
        ? []
        : [
            [words.came, html`${channelNames[brief.channel]}`],
            [words.heard, said(brief.lastHeardAt, now)],
            [words.wayBack, html`${brief.contact.way === '' ? words.here : brief.contact.way}`],
          ],
    ownWords: [...told.own.map(({ answer }) => answer), ...(brief?.words ?? [])].map(shown),
    needs: record.needs.map(({ words: need, became: all }) => ({ need, became: all.map(became) })),
    hopes: answers(told.hopes, shown),
    helps: answers(told.helps, shown),
    measures: told.measures.map(({ asked, answer, at }) => [asked, html`${answer}, ${said(at, now)}`]),
    rest: answers(told.rest, shown),
    dangers: record.dangers.map(({ risk, isOpen }) => ({
      what: categoryNames[risk.category],
      level: risk.levelHuman ?? risk.levelAuto,
      when: said(risk.detectedAt, now),
      words: mayRead ? (risk.exactWords ?? '') : words.notYours,
      isOpen,
      record: mayRead ? `${personPath(record.id)}/risks/${encodeURIComponent(risk.eventId)}` : null,
    })),
    handoffs: handoffs.map((one) => ({
      id: one.id,
      why: whyOf(one.reason),
      level: one.level,
      state: one.state === 'callback' && one.nextAction !== '' ? todayWords.states.open : stateNames[one.state],
      who: nameOf(one.owner),
      since: said(one.askedAt, now),
    })),
    promises: record.promises.map(({ kind, dueAt, toldAt, owner, state }) => ({
      kind: todayWords.kinds[kind],
      due: said(Math.max(dueAt, toldAt), now),
      who: nameOf(owner),
      state,
    })),
    referrals: record.referrals.map((one) => ({
      partner: `${one.service}, ${one.partner}`,
      state: referralNames[one.state],
      since: said(one.createdAt, now),
      saw: one.shared.map(({ label, value }) => `${label}: ${value}`),
      withdrawn: one.consent.withdrawnAt !== null,
    })),
    consents: record.consents.map(({ purpose, given, at, shown }) => ({
      what: purposeOf(purpose),
      given,
      when: said(at, now),
      shown,
    })),
    files: record.files.map(({ voice, state, receivedAt }) => ({
      what: voice ? words.voice : words.picture,
      state: words.fileStates[state],
      when: said(receivedAt, now),
    })),
    notes: record.notes.map(({ at, who, words: own }) => ({ when: said(at, now), who, words: own })),
    timeline: record.timeline.map((one) => ({ when: said(one.at, now), what: html`${happened(one)}` })),
  };
}
