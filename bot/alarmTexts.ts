/** Texts to our own team: numbers from ALERT_PHONES only, by Twilio's API. People who come for help are written to by services/contact alone. */
import type { Sent } from '../services/delivery/letter';
import { askTwilio, messagesOf, type TwilioApi } from './channels/twilio/api';

/** How a text to one of the team leaves. Never throws: what went wrong is in the answer, a code and no number. */
export function createAlarmTexts(api: TwilioApi, from: string): (to: string, words: string) => Promise<Sent> {
  const sender: Readonly<Record<string, string>> = from.startsWith('MG')
    ? { MessagingServiceSid: from }
    : { From: from };
  return async (to, words) => {
    const answer = await askTwilio(api, messagesOf(api), {
      form: new URLSearchParams({ To: to, ...sender, Body: words }),
      urgent: true,
    });
    if (answer.kind === 'noAnswer') return { kind: 'tryAgain', why: answer.code };
    if (answer.status >= 200 && answer.status < 300) return { kind: 'delivered' };
    const kind = answer.status === 429 || answer.status >= 500 ? 'tryAgain' : 'refused';
    return { kind, why: `twilio ${answer.status}` };
  };
}
