/** A provider that is down in four ways while people go on writing; then it is well, and everything is counted. */

import { type CrisisTimes, crisisFaults, crisisTimes, middleAndMost } from './crisisTimes';
import { type Service, type Someone, startInside } from './providerInside';
import { addFound, type Found, judgeLine, nothingFound } from './replayCheck';

export interface Outage extends Found {
  /** minutes of the clock it was down */
  readonly minutes: number;
  readonly people: number;
  readonly written: number;
  /** requests the carriers were asked while down */
  readonly triesWhileDown: number;
  /** QUIET people, and those whose window closed: replies that may not go any more */
  readonly couldNotGo: number;
  /** of those, how many are an open task with an owner and a date */
  readonly tasks: number;
  readonly behindOneTemplate: number;
  /** of those behind a template, how many came through after OPEN, once and in order */
  readonly opened: number;
  /** replies that may not go any more and that nobody knows of */
  readonly forgotten: number;
  /** minutes of the clock from being well to everything sent */
  readonly minutesToCatchUp: number;
  /** ms of the clock from words of danger to the crisis text at the carrier, with all well */
  readonly crisisP50: number;
  readonly crisisMost: number;
  /** and from the return of carriers that were down, for danger written meanwhile */
  readonly crisisAfterReturnP50: number;
  readonly crisisAfterReturnMost: number;
  /** people whose crisis text took more than 5 s, or never came */
  readonly crisisLate: number;
  readonly seconds: number;
}

/** What nobody measured: for the run that only shows that its fault is seen. */
const notMeasured: CrisisTimes = { up: [], afterReturn: [], neverTold: 0 };

/** Tuesday 24 November 2026, 11 in the morning in Scotland. */
const start = Date.UTC(2026, 10, 24, 11);
const step = 5_000;
const phases = ['takingSilently', 'refusing', 'hanging', 'limiting'] as const;

const numberOf = (n: number) => `+447700900${String(n).padStart(3, '0')}`;
const ordinary = (n: number): Someone => ({ line: n % 2 === 0 ? 'sms' : 'whatsappMeta', number: numberOf(n) });
const openStates = ['waiting', 'sending', 'unsure'];

/** Runs it on the engine at `uri`. */
export async function outage(
  uri: string,
  settings: {
    readonly minutes: number;
    readonly people: number;
    /** plants a fault: the provider never recovers */
    readonly neverWell?: boolean;
    readonly told?: (what: string, done: number, all: number) => void;
  },
): Promise<Outage> {
  const began = Date.now();
  const service = await startInside(uri, start);
  const people = Array.from({ length: settings.people }, (_, n) => ordinary(n));
  const watched: Someone[] = [200, 201, 202].map((n) => ({ line: 'sms', number: numberOf(n) }));
  const shut: Someone[] = [
    { line: 'whatsappMeta', number: numberOf(301) },
    { line: 'whatsappTwilio', number: numberOf(302) },
    { line: 'whatsappMeta', number: numberOf(303) },
    { line: 'whatsappTwilio', number: numberOf(304) },
  ];
  const everyone = [...people, ...watched, ...shut];
  const wrote = new Map<Someone, string[]>(everyone.map((who) => [who, []]));
  const says = async (who: Someone, text: string) => {
    wrote.get(who)?.push(text);
    if (!(await service.says(who, text))) throw new Error('A webhook was not taken');
  };
  const pass = async (ms: number) => {
    for (let gone = 0; gone < ms; gone += step) await service.pass(Math.min(step, ms - gone));
  };
  try {
    // while all is well: as far as the first need, so that everybody may be told of a reply
    for (const text of ['hello there', 'yes', 'yes', 'yes']) {
      for (const who of everyone) await says(who, text);
      await pass(10_000);
    }
    for (const who of watched) await service.setMode(who, 'QUIET');
    const { standIn } = service.carriers;
    const askedBefore = service.carriers.asked();
    const each = (settings.minutes * 60_000) / phases.length;
    let n = 0;
    const next = () => {
      n += 1;
      return n;
    };
    for (const [at, phase] of phases.entries()) {
      standIn.setMood(phase, 20);
      for (let gone = 0; gone < each; gone += step) {
        // everybody says something every forty seconds or so; the watched and the shut out only while nothing gets through
        for (const [which, who] of people.entries())
          if (gone % 40_000 === (which % 8) * step) await says(who, `word ${next()} of ${which}`);
        if (at === 1 && gone === 0)
          for (const [which, who] of [...watched, ...shut].entries())
            await says(who, `word ${next()} of other ${which}`);
        await service.pass(step);
        settings.told?.(`down (${phase})`, at * each + gone, each * phases.length);
      }
    }
    const triesWhileDown = service.carriers.asked() - askedBefore;
    for (const who of shut) standIn.hoursPass(who.line, who.number, 25);
    if (settings.neverWell !== true) standIn.setMood('well');
    const well = service.now();
    let minutesToCatchUp = 0;
    const catchUpWithin = settings.neverWell === true ? 60_000 : 30 * 60_000;
    for (let gone = 0; gone < catchUpWithin; gone += step) {
      await service.pass(step);
      const left = await service.kept.outgoing.find({ state: { $in: openStates } }, 1);
      if (left.length > 0) minutesToCatchUp = (service.now() - well) / 60_000;
      else if (gone > 120_000) break;
      settings.told?.('catching up', gone, 30 * 60_000);
    }
    let found = nothingFound;
    for (const who of people) found = addFound(found, await judgeOne(service, who, wrote.get(who) ?? []));
    const others = await judgeOthers(service, [...watched, ...shut], says, pass);
    const times = settings.neverWell === true ? notMeasured : await crisisTimes(service, 3, 30_000);
    const [up, back] = [middleAndMost(times.up), middleAndMost(times.afterReturn)];
    const written = [...wrote.values()].reduce((sum, texts) => sum + texts.length, 0);
    const seconds = Math.round((Date.now() - began) / 1_000);
    return {
      minutes: settings.minutes,
      people: everyone.length,
      written,
      triesWhileDown,
      minutesToCatchUp: Math.round(minutesToCatchUp * 10) / 10,
      seconds,
      crisisP50: up.p50,
      crisisMost: up.max,
      crisisAfterReturnP50: back.p50,
      crisisAfterReturnMost: back.max,
      crisisLate: crisisFaults(times),
      ...found,
      ...others,
    };
  } finally {
    await service.close();
  }
}

async function evidenceOf(service: Service, who: Someone) {
  const line = service.lineOf(who);
  return {
    turns: await service.store.transcript(await service.conversationOf(who), 0, 10_000),
    items: await service.kept.inbox.find({ line }, 10_000),
    outgoing: await service.kept.outgoing.find({ line }, 10_000),
    taken: service.carriers.taken.filter((one) => one.number === who.number).map((one) => one.ref),
  };
}

async function judgeOne(service: Service, who: Someone, texts: readonly string[]): Promise<Found> {
  const evidence = await evidenceOf(service, who);
  const said =
    service.carriers.standIn.find(who.line, who.number)?.messages.filter((one) => one.from === 'phone') ?? [];
  const mine = said.map((one, at) => ({
    key: service.keyOf(who, one.id),
    text: texts[at] ?? '',
    writtenAt: null,
    thankedAt: 0,
  }));
  return judgeLine({ mine, ...evidence });
}

/** What may not go any more: a task, or behind one template that OPEN opens. */
async function judgeOthers(
  service: Service,
  others: readonly Someone[],
  says: (who: Someone, text: string) => Promise<void>,
  pass: (ms: number) => Promise<void>,
) {
  const sums = { couldNotGo: 0, tasks: 0, behindOneTemplate: 0, opened: 0, forgotten: 0 };
  for (const who of others) {
    const { outgoing } = await evidenceOf(service, who);
    const back = outgoing.filter((one) => one.why !== 'template' && ['held', 'failed', 'dropped'].includes(one.state));
    if (back.length === 0) continue;
    sums.couldNotGo += 1;
    const conversationId = await service.conversationOf(who);
    const tasks = await service.kept.handoffs.find({ conversationId }, 10);
    const task = tasks.some((one) => one.state !== 'closed' && one.dueAt > 0);
    const templates = service.carriers.taken.filter((one) => one.number === who.number && one.template).length;
    const template = templates === 1 && back.every((one) => one.state === 'held' && one.code === 'window');
    sums.tasks += Number(task);
    sums.behindOneTemplate += Number(template);
    sums.forgotten += Number(!task && !template);
    if (!template) continue;
    const before = service.carriers.textsTo(who.number).length;
    await says(who, 'OPEN');
    await pass(20_000);
    const came = service.carriers.taken
      .filter((one) => one.number === who.number)
      .slice(before)
      .map((one) => one.ref);
    const wanted = [...back].sort((a, b) => a.at - b.at || a.n - b.n).map((one) => one.ref);
    sums.opened += Number(JSON.stringify(came) === JSON.stringify(wanted));
  }
  return sums;
}

/** Faults beside those of `faultsIn`. */
export const outageFaults = (one: Outage): number =>
  one.forgotten + (one.behindOneTemplate - one.opened) + one.crisisLate;
