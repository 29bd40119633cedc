/** `npm run audit -- verify`: looks through the whole chain of who read or changed what, and says whether it is whole. */
import { createAudit } from '../../services/audit/audit';
import { audit, auditHead } from '../../services/store/collections/running';
import { openOwnDatabase } from './ownDatabase';

const say = (line: string) => void process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  if (process.argv[2] !== 'verify') {
    say('Usage: npm run audit -- verify');
    return 1;
  }
  const own = await openOwnDatabase(say);
  try {
    const chain = createAudit(own.records(audit), own.records(auditHead), () => Date.now());
    const found = await chain.verify();
    process.stdout.write(`${JSON.stringify(found)}\n`);
    say(found.firstBreak === null ? 'The chain is whole.' : `Entry ${found.firstBreak} is missing or was changed.`);
    return found.firstBreak === null ? 0 : 1;
  } finally {
    await own.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    say(error instanceof Error ? error.message : 'The chain could not be read');
    process.exitCode = 1;
  },
);
