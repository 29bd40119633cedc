/** The one way to log: names of events with labels and counts, so nothing a person said can get in. */
import pino from 'pino';

/** Facts a log line may hold: short labels, numbers, yes or no. */
export type Facts = Readonly<Record<string, string | number | boolean>>;
export interface Log {
  info(event: string, facts?: Facts): void;
  warn(event: string, facts?: Facts): void;
  error(event: string, facts?: Facts): void;
}

/** Labels are short and plain; anything longer, or with a phone number or address in it, is left out. */
function safe(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]): [string, string | number | boolean] =>
      typeof value === 'string' && (value.length > 120 || /\d{7,}|@/.test(value)) ? [key, '(left out)'] : [key, value],
    ),
  );
}

/** Makes the log. Lines are JSON, one an event, on standard output. */
export function createLog(level: string): Log {
  const logger = pino({
    level,
    base: null,
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return {
    info: (event, facts = {}) => logger.info(safe(facts), event),
    warn: (event, facts = {}) => logger.warn(safe(facts), event),
    error: (event, facts = {}) => logger.error(safe(facts), event),
  };
}

/** What kind of fault, without its message: "MongoServerError 13". */
export function faultName(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${error.code}` : '';
  return `${error.name}${code}`;
}
