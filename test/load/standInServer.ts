/** The stand-in carriers on a loopback port of their own, counting what they took: for load and fault tests. */
import { createServer } from 'node:http';
import { type CarrierHttp, createCarrierHttp } from '../../bot/dev/carrierHttp';
import type { Webhook } from '../../bot/dev/carrierWebhooks';
import type { StandInDeps, Taken } from '../../bot/dev/inside';
import { STAND_IN_ACCOUNTS, standInBases } from '../../bot/dev/mountPhone';
import { postHere } from '../../bot/dev/postWebhook';
import { createStandIn, type StandIn } from '../../bot/dev/standIn';

export interface StandInOptions {
  /** where the app listens on this machine; absent: no webhook is sent */
  readonly appPort?: number;
  /** the app's address as the carriers were given it; `http://localhost:<appPort>` unless said otherwise */
  readonly publicUrl?: string;
  /** ms between a message's states; 0 */
  readonly pace?: number;
  /** whether a phone that never wrote is inside WhatsApp's 24 hours; `open` */
  readonly neverHeard?: 'open' | 'shut';
  /** ms after which Meta tries a webhook again that was not taken; never */
  readonly metaRetries?: readonly number[];
  /** ms since 1970; the real time unless said otherwise */
  readonly clock?: () => number;
  readonly accounts?: Pick<StandInDeps, 'twilio' | 'meta'>;
  /** sends webhooks in place of a POST to the app: tests can lose, double and shuffle them */
  readonly post?: (webhook: Webhook) => Promise<boolean>;
}

export interface StandInServer {
  readonly standIn: StandIn;
  /** TWILIO_API_BASE and WHATSAPP_API_BASE */
  readonly bases: { readonly twilio: string; readonly meta: string };
  readonly port: number;
  /** everything taken, in the order it was taken */
  readonly taken: readonly Taken[];
  /** how often each reference was taken: once is right */
  byRef(): ReadonlyMap<string, number>;
  /** the texts one phone got, in order */
  textsTo(number: string): readonly string[];
  /** how often each text was taken by one phone */
  byText(number: string): ReadonlyMap<string, number>;
  /** requests asked of the carriers, whatever they answered */
  asked(): number;
  /** forgets what was counted */
  forget(): void;
  stop(): Promise<void>;
}

function count(of: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** Big enough for a load test; a thread costs nothing until it is used. */
const ROOM = { threads: 20_000, messages: 1_000 };

/** Starts them on a free port of 127.0.0.1. Stop it, or the process stays. */
export async function startStandIn(options: StandInOptions = {}): Promise<StandInServer> {
  const { appPort, pace = 0, neverHeard = 'open', metaRetries = [], accounts = STAND_IN_ACCOUNTS } = options;
  const publicUrl = options.publicUrl ?? `http://localhost:${appPort ?? 80}`;
  const toApp = async (webhook: Webhook) => (appPort === undefined ? true : postHere('127.0.0.1', appPort, webhook));
  let bases = standInBases('http://127.0.0.1:0');
  const standIn = createStandIn({
    ...accounts,
    webhooks: { twilio: `${publicUrl}/channels/twilio`, meta: `${publicUrl}/channels/whatsapp` },
    bases: () => bases,
    post: options.post ?? toApp,
    clock: options.clock ?? Date.now,
    pace,
    neverHeard,
    metaRetries,
    limits: ROOM,
  });
  const carriers: CarrierHttp = createCarrierHttp(standIn);
  let taken: Taken[] = [];
  let asked = 0;
  standIn.onTaken((one) => void taken.push(one));

  const server = createServer((req, res) => {
    asked += 1;
    const path = (req.url ?? '').split('?')[0]?.replace(/^\/dev\/carriers/, '') ?? '';
    carriers.handle(req, res, path).catch(() => res.destroy());
  });
  const port = await new Promise<number>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  bases = standInBases(`http://127.0.0.1:${port}`);
  const textsTo = (number: string) => taken.filter((one) => one.number === number).map((one) => one.text);

  return {
    standIn,
    bases,
    port,
    get taken() {
      return taken;
    },
    byRef: () => count(taken.flatMap((one) => (one.ref === null ? [] : [one.ref]))),
    textsTo,
    byText: (number) => count(textsTo(number)),
    asked: () => asked,
    forget() {
      taken = [];
      asked = 0;
    },
    async stop() {
      standIn.close();
      carriers.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
    },
  };
}
