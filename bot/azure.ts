/** Azure Bot Service put together: who may call, the way back to each conversation, and the carrier that writes first. */

import { keepUntil } from '../services/conversation/retention';
import type { PhoneKind } from '../services/store/collections/carriers';
import type { StoredReference } from '../services/store/collections/references';
import type { ConversationStore, Records } from '../services/store/ports';
import { FrontDoorAdapter } from './channels/azure/adapter';
import { toChannels, toThisMachine } from './channels/azure/answerHosts';
import { azureSettings, KeepingAuthentication } from './channels/azure/authentication';
import { createAzureCarrier } from './channels/azure/azureCarrier';
import { kindOf } from './channels/azure/readActivity';
import { createReferences } from './channels/azure/references';
import type { Config } from './config';
import type { Log } from './log';

const SEND_WITHIN = 10_000;

export interface AzureParts {
  readonly config: Config;
  readonly records: Records<StoredReference>;
  readonly store: Pick<ConversationStore, 'load'>;
  readonly hash: (purpose: string, value: string) => string;
  readonly now: () => number;
  readonly log: Log;
}

/** Null where it must stay shut: with no app id nobody who calls could be checked, so only this machine may. */
export function createAzure({ config, records, store, hash, now, log }: AzureParts) {
  const unchecked = config.MicrosoftAppId === undefined;
  if (unchecked && !config.home) return null;
  const adapter = new FrontDoorAdapter(new KeepingAuthentication(azureSettings(config)));
  const references = createReferences({
    records,
    hash,
    keptUntil: async (id) => {
      const stored = await store.load(id);
      return stored === null ? null : keepUntil(stored.state, now());
    },
    now,
    log: (event) => log.warn(event),
  });
  const appId = config.MicrosoftAppId ?? '';
  return {
    adapter,
    references,
    unchecked,
    answersTo: unchecked ? toThisMachine : toChannels(config.AZURE_SERVICE_HOSTS ?? []),
    carrier: createAzureCarrier({ adapter, appId, references, timeoutMs: SEND_WITHIN, told: log.warn }),
    /** how a conversation can be written to first; null when it did not come through Azure. Throws StoreDown */
    async wayOf(conversationId: string): Promise<{ readonly to: string; readonly channel: PhoneKind } | null> {
      const to = await references.newestOf(conversationId);
      const reference = to === null ? null : await references.get(to);
      if (to === null || reference === null) return null;
      return { to, channel: kindOf(reference.channelId) === 'whatsapp' ? 'whatsapp' : 'sms' };
    },
  };
}
