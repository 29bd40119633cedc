/** Builds what the conversation may know about the world at one moment. */
import type { ChannelKind, MatchQuery, MatchResult, Moment, Settings, Team, World } from '../../dialogs/types';
import { momentAt } from './moment';
import { sayDate, sayPast, sayTime } from './say';
import { OFFICE_ROTA, type Rota, teamAt } from './team';

export interface WorldParts {
  readonly now: Date;
  readonly channel: ChannelKind;
  readonly settings: Settings;
  /** fresh every turn, at least 12 letters and digits */
  readonly seed: string;
  readonly match: (query: MatchQuery, today: { readonly date: string; readonly weekday: number }) => MatchResult;
  readonly rota?: Rota;
  /** the number they write from, as people write it */
  readonly number?: string;
  readonly callTimes?: World['callTimes'];
}

/** The team as it was worked out last, good for the minute it was worked out in. */
let lastTeam: { readonly minute: number; readonly rota: Rota; readonly team: Team } | null = null;

function teamNow(now: Moment, rota: Rota): Team {
  const minute = Math.floor(now.at / 60_000);
  if (lastTeam?.minute !== minute || lastTeam.rota !== rota) lastTeam = { minute, rota, team: teamAt(now, rota) };
  return lastTeam.team;
}

/** The world of one turn: values and pure functions only. */
export function worldAt(parts: WorldParts): World {
  const now = momentAt(parts.now);
  return {
    now,
    channel: parts.channel,
    team: teamNow(now, parts.rota ?? OFFICE_ROTA),
    settings: parts.settings,
    seed: parts.seed,
    match: (query) => parts.match(query, { date: now.date, weekday: now.weekday }),
    sayBy: (at) => sayTime(at, now.at),
    sayPast: (at) => sayPast(at, now.at),
    sayDate,
    callTimes: parts.callTimes ?? (() => []),
    ...(parts.number === undefined ? {} : { number: parts.number }),
  };
}

/** The world of a turn in this conversation, on this channel, at this moment; `from` is the number they write from. */
export type WorldFor = (conversationId: string, channel: ChannelKind, now: Date, from?: string) => World;

/** What WIN is called and how to reach it, until the owner gives their own (guide.md 6). */
export const sampleSettings: Settings = {
  org: 'What I Need in Life',
  phone: '01632 960 100',
  email: 'hello@win.example.org',
  link: 'win.example.org/privacy',
  retention: '30 days',
  askOrientation: false,
  askFaith: false,
};
