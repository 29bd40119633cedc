/** The whole conversation service on stores handed in, with no server and no real post: for tools and tests. */
import { randomUUID } from 'node:crypto';
import { momentAt } from '../../services/calendar/moment';
import { sampleSettings } from '../../services/calendar/world';
import type { Letter } from '../../services/delivery/letter';
import { seedSampleDirectory } from '../../services/directory/directory';
import { sampleDirectory } from '../../services/directory/sample/sampleDirectory';
import { createServices } from '../../services/index';
import type { Ports } from '../../services/ports';
import { keyedHash } from '../../services/store/seal';
import { opinionHere } from '../../services/understanding/deep/deeply';
import { render } from '../render';

export interface FrontDoorParts
  extends Pick<Ports, 'store' | 'records' | 'now' | 'asked' | 'people' | 'idleHands' | 'carriers'>,
    Partial<Pick<Ports, 'alarms'>> {
  readonly hashKey: Buffer;
  /** letters to partners; none leaves this machine */
  readonly letter?: (letter: Letter) => void;
  /** how letters leave instead; nobody's does when absent */
  readonly send?: Ports['send'];
  /** the steps of introductions wait on the queue for a runner; taken at once when absent, for tools have none */
  readonly hasRunner?: boolean;
  /** a part that failed: event and kind of fault only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** No alarm of a tool leaves this machine. */
const silence = {
  alert: () => undefined,
  raise: async () => undefined,
  raiseUnkept: async () => undefined,
  ringsAbout: async () => false,
  hush: async () => undefined,
};

/** Puts the parts together with the sample directory. */
export async function openFrontDoor(parts: FrontDoorParts) {
  const { hashKey, letter, send, hasRunner = false, log, alarms = () => silence, ...ports } = parts;
  const services = createServices(
    {
      ...ports,
      hash: (purpose, value) => keyedHash(hashKey, purpose, value),
      alarms,
      send: async (one) => {
        letter?.(one);
        return send ? send(one) : { kind: 'delivered' };
      },
      stepsAtOnce: !hasRunner,
      opinion: opinionHere(),
      render,
      error: log,
      warn: log,
    },
    { win: sampleSettings, publicUrl: 'http://localhost', me: randomUUID() },
  );
  const { conversation: service, handoffs: team, directory, directoryRecords } = services;
  await seedSampleDirectory(directoryRecords, sampleDirectory(momentAt(parts.now()).date), false);
  await directory.refresh();
  return { ...services, service, team, store: parts.store };
}

export type FrontDoor = Awaited<ReturnType<typeof openFrontDoor>>;
