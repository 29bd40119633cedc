/** How long somebody in danger waits for the crisis text: with the carriers up, and once they are back after each way to be down. */
import type { Service, Someone } from './providerInside';

/** ms of the service's clock, which moves in steps of a quarter of a second. */
export interface CrisisTimes {
  /** from their words to the text at the carrier, with all well */
  readonly up: readonly number[];
  /** from the carriers' return to the text at the carrier; 0 where it was taken before */
  readonly afterReturn: readonly number[];
  /** people the text never came to in a minute */
  readonly neverTold: number;
}

const step = 250;
/** Nobody may wait longer, ms. */
export const CRISIS_WITHIN = 5_000;
const giveUp = 60_000;
const lines = ['sms', 'whatsappMeta', 'whatsappTwilio'] as const;
const moods = ['refusing', 'limiting', 'hanging', 'takingSilently'] as const;

/** `each` people in danger with all well, and as many in each way to be down, for `downFor` ms of the clock. */
export async function crisisTimes(service: Service, each: number, downFor: number): Promise<CrisisTimes> {
  let phone = 500;
  const somebody = (): Someone => {
    phone += 1;
    return { line: lines[phone % lines.length] ?? 'sms', number: `+447700900${phone}` };
  };
  const told = (who: Someone) => service.carriers.textsTo(who.number).some((text) => /safe right now|999/.test(text));
  /** each one's wait from now on, in the order given; null where it never came */
  async function waits(people: readonly Someone[]): Promise<readonly (number | null)[]> {
    const came = new Map<Someone, number>();
    for (let gone = 0; gone <= giveUp; gone += step) {
      for (const who of people) if (!came.has(who) && told(who)) came.set(who, gone);
      if (came.size === people.length) break;
      await service.pass(step);
    }
    return people.map((who) => came.get(who) ?? null);
  }
  const writeOfDanger = async (): Promise<readonly Someone[]> => {
    const people = Array.from({ length: each }, somebody);
    for (const who of people)
      if (!(await service.says(who, 'i want to kill myself'))) throw new Error('A webhook was not taken');
    return people;
  };

  const { standIn } = service.carriers;
  standIn.setMood('well');
  const up = await waits(await writeOfDanger());
  const afterReturn: (number | null)[] = [];
  for (const mood of moods) {
    standIn.setMood(mood, 20);
    const people = await writeOfDanger();
    for (let gone = 0; gone < downFor; gone += 2_000) await service.pass(2_000);
    standIn.setMood('well');
    afterReturn.push(...(await waits(people)));
  }
  const came = (all: readonly (number | null)[]) => all.flatMap((one) => (one === null ? [] : [one]));
  const neverTold = [...up, ...afterReturn].filter((one) => one === null).length;
  return { up: came(up), afterReturn: came(afterReturn), neverTold };
}

/** The middle one and the longest, ms. */
export function middleAndMost(times: readonly number[]): { readonly p50: number; readonly max: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length / 2)] ?? 0, max: sorted.at(-1) ?? 0 };
}

/** People who waited too long, or for ever. */
export const crisisFaults = ({ up, afterReturn, neverTold }: CrisisTimes): number =>
  neverTold + [...up, ...afterReturn].filter((one) => one > CRISIS_WITHIN).length;
