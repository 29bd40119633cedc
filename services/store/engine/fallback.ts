/** Where the built-in engine has no build: an official MongoDB server, fetched once by mongodb-memory-server. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from './engine';
import { EngineProblem, folderProblem, giveUri } from './problem';

/** Longest wait for the download and the first start, ms. */
const withinMs = 600_000;

/** Throws EngineProblem 'nothingWorks' with what was tried, both times. */
export async function startFallback(
  settings: { readonly dataDir: string; readonly cacheDir: string; readonly say: (line: string) => void },
  why: string,
): Promise<Engine> {
  const { dataDir, cacheDir, say } = settings;
  const dbPath = join(dataDir, 'mongod');
  say(`The built-in database cannot run here (${why}). Trying an official MongoDB server instead: a download, once.`);
  try {
    await mkdir(dbPath, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderProblem(error, dataDir);
  }
  try {
    const { MongoMemoryServer } = await import('mongodb-memory-server-core');
    const server = await MongoMemoryServer.create({
      binary: { downloadDir: join(cacheDir, 'mongod') },
      instance: { dbPath, storageEngine: 'wiredTiger', ip: '127.0.0.1', launchTimeout: withinMs },
    });
    say('The MongoDB server is ready.');
    const mongod = server.instanceInfo?.instance.mongodProcess;
    let down: string | null = null;
    mongod?.once('exit', () => {
      down = 'The MongoDB server ended.';
    });
    return {
      down: () => down,
      uri: `${server.getUri('win')}`,
      get pid() {
        return server.instanceInfo?.instance.mongodProcess?.pid ?? 0;
      },
      stop: async () => {
        await server.stop({ doCleanup: false });
      },
      onExit: (listener) => {
        mongod?.once('exit', () => listener('The MongoDB server ended.'));
      },
    };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new EngineProblem(
      'nothingWorks',
      `No database could be started. Tried the built-in one: ${why}. Tried fetching a MongoDB server: ${said}. ${giveUri}`,
      error,
    );
  }
}
