/** Tells "the database cannot be reached" from every other fault, and tries once more where that helps. */
import {
  MongoBulkWriteError,
  MongoClientClosedError,
  MongoError,
  MongoNetworkError,
  MongoNetworkTimeoutError,
  MongoNotConnectedError,
  MongoOperationTimeoutError,
  MongoServerSelectionError,
  MongoTopologyClosedError,
} from 'mongodb';
import { StoreDown } from '../ports';

/** Server codes for "not now": no space on the disk (it goes on when there is some), shutting down, stepping down, no primary, network (mongo error_codes.yml). */
const notNow = new Set([14031, 6, 7, 50, 64, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

const unreachable = [
  MongoNetworkError,
  MongoServerSelectionError,
  MongoNotConnectedError,
  MongoTopologyClosedError,
  MongoClientClosedError,
  MongoOperationTimeoutError,
];

/** A socket's own words for a connection that is gone; the driver passes some on as they are (seen: EPIPE). */
const brokenSocket = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ENOTCONN', 'ETIMEDOUT', 'ERR_STREAM_DESTROYED']);

/** A bulk write wraps whatever went wrong on the way; what it was is inside. */
const inside = (error: unknown): unknown => (error instanceof MongoBulkWriteError ? error.errorResponse : error);

const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;

export function isUnreachable(thrown: unknown): boolean {
  const error = inside(thrown);
  if (unreachable.some((kind) => error instanceof kind)) return true;
  const code = codeOf(error);
  if (typeof code === 'string') return brokenSocket.has(code);
  if (typeof code === 'number' && notNow.has(code)) return true;
  // a pool cleared by another operation's failure carries a label and no class of its own
  return (
    error instanceof MongoError &&
    (error.hasErrorLabel('PoolRequestedRetry') || error.name === 'MongoWaitQueueTimeoutError')
  );
}

/** A dropped connection is worth one more try (a restarted database is back in half a second); a time-out is not. */
function worthAnotherTry(thrown: unknown): boolean {
  const error = inside(thrown);
  return (
    isUnreachable(error) && !(error instanceof MongoServerSelectionError || error instanceof MongoNetworkTimeoutError)
  );
}

/** Runs `work`; throws StoreDown when the database does not answer. `work` runs at most twice, so it is idempotent. */
export async function reach<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!worthAnotherTry(error)) throw isUnreachable(error) ? new StoreDown(error) : error;
  }
  try {
    return await work();
  } catch (error) {
    throw isUnreachable(error) ? new StoreDown(error) : error;
  }
}
