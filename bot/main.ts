/** The process: read the settings, build the app, listen, say where, and stop calmly. */
import { createApp } from './app';
import { ownConfig } from './config';
import { watchForFaults } from './lastHandler';
import { createLog, faultName } from './log';

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** Whatever is in hand, the process ends this long after it was asked to, ms. */
const STOP_WITHIN = 12_000;

async function main(): Promise<void> {
  const read = ownConfig();
  if (read.kind === 'faults') {
    process.stderr.write(`These settings need putting right (see .env.example):\n- ${read.faults.join('\n- ')}\n`);
    process.exitCode = 1;
    return;
  }
  const { config } = read;
  const log = createLog(config.LOG_LEVEL);
  const app = createApp(config, log, say);
  watchForFaults(log, app.close);
  const port = await app.listen();
  const here = config.PUBLIC_URL ?? `http://localhost:${port}`;
  say(`Chat page:             ${here}/`);
  if (!config.production && !config.home)
    process.stderr.write(
      'NOT FOR PEOPLE YET: this server can be reached from elsewhere and is not in production. Its keys were made here, its partners are invented and nothing they are sent leaves this machine. There is no start page and no phone to try. Set NODE_ENV=production before anybody uses it.\n',
    );
  if (config.home) {
    say(`Start page:            ${here}/start  (sample partners' letters and their one-time links)`);
    if (app.phonePage)
      say(`Phone to try it on:    ${here}/dev/phone  (texts and WhatsApp; nothing leaves this machine)`);
    for (const { role, path } of app.signInLinks()) say(`Sign in once, ${`${role}:`.padEnd(15)}${here}${path}`);
    say(`Safety page:           ${here}/safety`);
    say(`Health:                ${here}/health/ready`);
  }
  app.settled().then(
    () => log.info('app.ready', { port }),
    (error: unknown) => log.error('app.notReady', { error: faultName(error) }),
  );
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('app.stopping', { signal });
    // what is cut off here is kept, and done by the next process
    setTimeout(() => process.exit(0), STOP_WITHIN);
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // scripts/start.mjs is gone without a word: nobody would stop us any more
  process.on('disconnect', () => stop('disconnect'));
}

main().catch((error: unknown) => {
  process.stderr.write(`The front door could not open: ${error instanceof Error ? error.message : 'unknown fault'}\n`);
  process.exit(1);
});
