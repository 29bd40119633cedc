/** A PhoneMessage as it is kept while it waits, checked again when it is read back. */
import { z } from 'zod';
import { carrierName, phoneKind } from '../store/collections/carriers';
import type { PhoneMessage } from './webhook';

const words = z.string();

export const phoneMessage: z.ZodType<PhoneMessage> = z.object({
  carrier: carrierName,
  channel: phoneKind,
  id: words.min(1),
  from: words.min(1),
  sentAt: z.number().nullable(),
  what: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('text'), text: words }),
    z.object({ kind: z.literal('choice'), id: words, label: words }),
    z.object({ kind: z.literal('media'), media: z.enum(['voice', 'picture', 'other']), caption: words }),
  ]),
  media: z.array(z.object({ at: words, contentType: words })),
  reactsTo: words.exactOptional(),
  alias: words.exactOptional(),
  carrierDid: z.enum(['stop', 'start', 'help']).nullable(),
});
