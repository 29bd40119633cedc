/** The stand-in carriers over HTTP: for the app in development and for the load tests alike. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, readQuery } from '../http';
import type { StandIn } from './standIn';

/** The largest request a carrier takes here, bytes. */
const LARGEST = 256 * 1024;

export interface CarrierHttp {
  /** answers a request under `/twilio/...` or `/meta/...`; `path` is what comes after the mount, with no query */
  handle(req: IncomingMessage, res: ServerResponse, path: string): Promise<void>;
  /** cuts what hangs */
  close(): void;
}

/** Connects the carriers to node's requests. A hanging answer stays open until `close`. */
export function createCarrierHttp(standIn: StandIn): CarrierHttp {
  const hanging = new Set<ServerResponse>();
  return {
    async handle(req, res, path) {
      const [, name, rest = ''] = /^\/(twilio|meta)(\/.*)$/.exec(path) ?? [];
      const body = await readBody(req, LARGEST);
      if (name === undefined || body.kind !== 'read') {
        res.statusCode = name === undefined ? 404 : 413;
        res.end();
        return;
      }
      const answer = standIn.ask(name === 'twilio' ? 'twilio' : 'meta', {
        method: req.method ?? 'GET',
        path: rest,
        query: readQuery(req),
        authorization: req.headers.authorization,
        body: body.text,
      });
      if (answer.kind === 'cut') {
        res.destroy();
      } else if (answer.kind === 'hang') {
        hanging.add(res);
        res.once('close', () => hanging.delete(res));
      } else {
        res.writeHead(answer.status, { ...answer.headers, 'Content-Length': String(answer.body.length) });
        res.end(answer.body);
      }
    },
    close() {
      for (const res of hanging) res.destroy();
    },
  };
}
