/** `/advisor/overview`: how things stand, for whoever looks after the team. */
import { allNeeds, sayNeed } from '../../../dialogs/content/needNames';
import { categoryNames, levelNames } from '../../../dialogs/content/staff/console';
import { correctionWords } from '../../../dialogs/content/staff/corrections';
import { overviewWords as words } from '../../../dialogs/content/staff/overview';
import { whenIs } from '../../../services/calendar/moment';
import { sayDate } from '../../../services/calendar/say';
import type { Overview, OverviewService } from '../../../services/overview/overview';
import { type OverviewView, overviewBody } from '../../../web/server/staff/overviewView';
import { said } from '../advisor/views';
import { type Handler, signedIn } from '../staff/door';

export interface OverviewPagesDeps {
  readonly overview: OverviewService;
  /** ms since 1970 */
  readonly now: () => number;
}

const minute = 60_000;
const sayWait = (ms: number): string =>
  ms < 2 * minute ? words.seconds(Math.round(ms / 1_000)) : words.minutes(Math.round(ms / minute));
const levelName = (level: string): string => Object.entries(levelNames).find(([key]) => key === level)?.[1] ?? level;

/** What was heard, in words: a kind of danger, or a need. */
function heardName({ kind, label }: Overview['said'][number]): string {
  const need = allNeeds.find((one) => one === label);
  if (kind === 'need' && need !== undefined) return correctionWords.ofNeed(sayNeed(need));
  return Object.entries(categoryNames).find(([key]) => key === label)?.[1] ?? label;
}

function overviewView({ waiting, team, promises, seen, days, said: corrected }: Overview, now: number): OverviewView {
  const here = team.filter(({ isHere }) => isHere).length;
  return {
    figures: [
      {
        number: String(waiting.count),
        words: words.waiting,
        beneath: words.urgent(waiting.urgent),
        danger: waiting.urgent > 0,
      },
      {
        number: waiting.oldest === null ? words.nobody : said(waiting.oldest, now),
        words: words.oldest,
      },
      {
        number: String(here),
        words: words.here,
        beneath: words.onShift(team.filter(({ onShift }) => onShift).length),
        danger: here === 0 && waiting.count > 0,
      },
      { number: String(promises.soon), words: words.soon },
      { number: String(promises.late), words: words.late, danger: promises.late > 0 },
      {
        number: promises.kept === null ? words.noKept : words.share(Math.round(promises.kept * 100)),
        words: words.kept,
      },
    ],
    team: team.map(({ name, onShift, isHere, holds, room }) => ({
      name,
      onShift,
      isHere,
      holds: words.holds(holds, room),
    })),
    seen: seen.map(({ level, n, p50, p95 }) => ({
      level: levelName(level),
      count: n,
      half: sayWait(p50),
      most: sayWait(p95),
    })),
    days: days.map(({ date, asked }) => ({
      day: sayDate(whenIs(date, 720)),
      short: String(Number(date.slice(8))),
      asked,
    })),
    corrected: corrected.map((one) => ({ ...one, what: heardName(one) })),
  };
}

export function overviewPages({ overview, now }: OverviewPagesDeps) {
  const page = signedIn(async ({ seen }) => ({
    kind: 'page',
    title: words.title,
    at: '/advisor/overview',
    width: 'wide',
    body: overviewBody(overviewView(await overview.look(seen.account), now())),
  }));
  return { 'GET /advisor/overview': page } as const satisfies Readonly<Record<string, Handler>>;
}
