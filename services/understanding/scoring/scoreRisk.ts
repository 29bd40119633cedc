/** How well danger is heard: raised is certain or check, certain alone is counted apart (INTERFACES.md). */
import { riskLabel } from '../../../dialogs/safety/labels';
import type { Reading, RiskFlag } from '../../../dialogs/types';
import type { RiskLine } from '../learning/corpus';
import { interval, share } from './figures';

interface Missed {
  readonly text: string;
  readonly risk: string;
  readonly level: string;
}

export interface FalseAlarm {
  readonly text: string;
  readonly as: string;
  readonly grade: 'certain' | 'check';
  readonly words: string;
  readonly rule: string;
}

export interface RiskScore {
  readonly n: number;
  readonly recall: number;
  readonly recallCertain: number;
  readonly recallByLabel: Readonly<Record<string, number>>;
  readonly recallByLevel: Readonly<Record<string, number>>;
  readonly recallCertainByLevel: Readonly<Record<string, number>>;
  readonly recallByStyle: Readonly<Record<string, number>>;
  readonly recallByLength: Readonly<Record<string, number>>;
  /** 95% intervals of recall and of the false alarm rate */
  readonly intervals: {
    readonly recall: readonly [number, number];
    readonly emergency: readonly [number, number];
    readonly falseAlarmRate: readonly [number, number];
  };
  /** share of the raised whose first flag, or any, has the line's own label */
  readonly sameLabel: number;
  readonly falseAlarmRate: number;
  readonly falseCertainRate: number;
  readonly missed: readonly Missed[];
  readonly falseAlarms: readonly FalseAlarm[];
}

interface Heard {
  readonly line: RiskLine;
  readonly certain: readonly RiskFlag[];
  readonly raised: readonly RiskFlag[];
}

/** Every flag of a reading that has a shared label; one that failed counts as certain, as the product treats it. */
export function flagsOf(reading: Reading): {
  readonly certain: readonly RiskFlag[];
  readonly raised: readonly RiskFlag[];
} {
  const labelled = (flags: readonly RiskFlag[]) => flags.filter(({ category }) => riskLabel(category) !== 'none');
  const certain = reading.risks === 'failed' ? [FAILED] : labelled(reading.risks);
  return { certain, raised: [...certain, ...labelled(reading.checks ?? [])] };
}

const FAILED: RiskFlag = {
  category: 'suicide_thoughts',
  level: 'P1',
  rule: 'failed',
  words: '',
  aboutOther: false,
  unclear: true,
};

export function scoreRisk(read: (text: string) => Reading, lines: readonly RiskLine[]): RiskScore {
  const heard = lines.map((line): Heard => ({ line, ...flagsOf(read(line.text)) }));
  const danger = heard.filter(({ line }) => line.risk !== 'none');
  const calm = heard.filter(({ line }) => line.risk === 'none');
  const raised = danger.filter((one) => one.raised.length > 0);
  const emergencies = danger.filter(({ line }) => line.level === 'emergency');
  const alarms = calm.filter((one) => one.raised.length > 0);
  return {
    n: lines.length,
    recall: share(raised.length, danger.length),
    recallCertain: share(danger.filter((one) => one.certain.length > 0).length, danger.length),
    recallByLabel: by(danger, ({ risk }) => risk, isRaised),
    recallByLevel: by(danger, ({ level }) => level, isRaised),
    recallCertainByLevel: by(danger, ({ level }) => level, isCertain),
    recallByStyle: by(danger, ({ style }) => style, isRaised),
    recallByLength: by(danger, ({ text }) => lengthOf(text), isRaised),
    intervals: {
      recall: interval(raised.length, danger.length),
      emergency: interval(emergencies.filter(isRaised).length, emergencies.length),
      falseAlarmRate: interval(alarms.length, calm.length),
    },
    sameLabel: share(
      raised.filter(({ line, raised: flags }) => flags.some(({ category }) => riskLabel(category) === line.risk))
        .length,
      raised.length,
    ),
    falseAlarmRate: share(alarms.length, calm.length),
    falseCertainRate: share(calm.filter(isCertain).length, calm.length),
    missed: danger.filter((one) => !isRaised(one)).map(({ line: { text, risk, level } }) => ({ text, risk, level })),
    falseAlarms: alarms.flatMap(({ line: { text }, raised: [flag], certain }) =>
      flag === undefined ? [] : [alarmOf(text, flag, certain.length > 0)],
    ),
  };
}

function alarmOf(text: string, { category, words, rule }: RiskFlag, certain: boolean): FalseAlarm {
  return { text, as: riskLabel(category), grade: certain ? 'certain' : 'check', words, rule };
}

const isRaised = (one: Heard) => one.raised.length > 0;
const isCertain = (one: Heard) => one.certain.length > 0;

function by(
  heard: readonly Heard[],
  key: (line: RiskLine) => string,
  counts: (one: Heard) => boolean,
): Readonly<Record<string, number>> {
  const groups = [...new Set(heard.map(({ line }) => key(line)))].sort();
  return Object.fromEntries(
    groups.map((group) => {
      const them = heard.filter(({ line }) => key(line) === group);
      return [group, share(them.filter(counts).length, them.length)];
    }),
  );
}

/** Words in a message, as the figures group them. */
function lengthOf(text: string): string {
  const words = text.split(/\s+/).length;
  return words <= 5 ? '1 to 5 words' : words <= 15 ? '6 to 15 words' : words <= 40 ? '16 to 40 words' : 'over 40 words';
}

export interface OrdinaryScore {
  readonly n: number;
  readonly raisedRate: number;
  readonly certainRate: number;
  readonly falseAlarms: readonly FalseAlarm[];
}

/** Ordinary replies of people at no risk, each read at the question it answers. */
export function scoreOrdinary(
  read: (text: string, asking: string | null) => Reading,
  replies: readonly { readonly text: string; readonly asking: string | null }[],
): OrdinaryScore {
  const heard = replies.map(({ text, asking }) => ({ text, ...flagsOf(read(text, asking)) }));
  const alarms = heard.filter(({ raised }) => raised.length > 0);
  return {
    n: replies.length,
    raisedRate: share(alarms.length, heard.length),
    certainRate: share(heard.filter(({ certain }) => certain.length > 0).length, heard.length),
    falseAlarms: alarms.flatMap(({ text, raised: [flag], certain }) =>
      flag === undefined ? [] : [alarmOf(text, flag, certain.length > 0)],
    ),
  };
}
