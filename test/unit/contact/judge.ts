/**
 * What a person is owed, written down from guide.md 3.5, 4 and X and DESIGN.md 10 and from nothing in services/contact:
 * it looks at every message that reaches a carrier, and says what is wrong with it.
 */
import type { Cleared, SendResult } from '../../../services/contact/carrier';
import type { PhoneMessage } from '../../../services/inbox/webhook';
import type { OutgoingMessage } from '../../../services/store/collections/phone';
import type { PhoneService } from '../inbox/aPhoneService';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export const stopWords: ReadonlySet<string> = new Set(['STOP', 'WRONG NUMBER']);
export const startWords: ReadonlySet<string> = new Set(['START', 'HELLO', 'hi']);
export const dangerWords: ReadonlySet<string> = new Set([
  'took 30 paras',
  'I am going to kill myself',
  'he is hitting me right now',
]);

const soundsDangerous = (said: string) => [...dangerWords].some((words) => said.includes(words));

/** How something they did not just ask for may begin. */
const neutral =
  /^Hi, (you|it's \p{L}+\. You) asked us to keep in|^Hi, no rush at all\. Would you like|^We'll leave it there for now/u;
const isNudge = (text: string) => /^Hi, no rush at all|^We'll leave it there/.test(text);

/** The clock in Scotland, asked of the time zone itself. */
function scotland(at: number): { readonly hours: number; readonly weekday: string; readonly date: string } {
  const found = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  const part = (type: string) => found.find((one) => one.type === type)?.value ?? '';
  return { hours: Number(part('hour')), weekday: part('weekday'), date: `${part('month')}-${part('day')}` };
}
const holidays = ['11-30', '12-25', '12-28', '01-01', '01-04'];

function inTheirHours(at: number, window: string | null): boolean {
  const { hours, weekday, date } = scotland(at);
  const between = (from: number, to: number) => hours >= from && hours < to;
  if (window === 'morning') return between(9, 12);
  if (window === 'afternoon') return between(12, 17);
  if (window === 'evening') return between(17, 21);
  if (window === 'skipped')
    return between(10, 16) && weekday !== 'Sat' && weekday !== 'Sun' && !holidays.includes(date);
  return between(9, 21);
}

interface Since {
  stopped: boolean;
  confirmed: number | null;
  replied: number | null;
  /** channels that said something, or nothing but START, while it was stopped */
  readonly closed: Set<string>;
}

/** The judge of one service. `wrong` fills with what should not have been sent. */
export function judgeOf(phone: PhoneService) {
  const wrong: string[] = [];
  const since = new Map<string, Since>();
  const went = new Map<string, { readonly results: SendResult['kind'][]; failed: boolean }>();
  const lastPrompt = new Map<string, number>();
  let read = 0;

  const lineOf = (carrier: string): Since => {
    const known = since.get(carrier) ?? { stopped: false, confirmed: null, replied: null, closed: new Set() };
    since.set(carrier, known);
    return known;
  };

  /** What they have said until now: STOP and START, line by line. */
  function catchUp(): void {
    for (const { inbound, repeated } of phone.heard.slice(read)) {
      read += 1;
      const [carrier = '', channel = ''] = inbound.address.split(':');
      const line = lineOf(carrier);
      if (repeated || inbound.id.startsWith('stopped:')) continue;
      const said = inbound.what.kind === 'text' ? inbound.what.text : '';
      if (stopWords.has(said) && !line.closed.has(channel)) {
        if (!line.stopped) Object.assign(line, { stopped: true, confirmed: null, replied: null });
        line.closed.add(channel);
      } else if (startWords.has(said) && (line.stopped || line.closed.has(channel))) {
        Object.assign(line, { stopped: false, confirmed: null, replied: null });
        line.closed.delete(channel);
      } else if (line.stopped) line.closed.add(channel);
    }
  }

  /** when they last wrote there, and when anything of theirs last came by this carrier */
  const written = new Map<string, number>();
  const came = new Map<string, number>();
  const wroteAt = (address: string) => written.get(address) ?? 0;

  async function judge({ where, message, ref }: Cleared): Promise<void> {
    catchUp();
    const now = phone.now();
    const [record] = await phone.kept.outgoing.find({ ref }, 1);
    if (!record) return void wrong.push('something nobody wrote down was sent');
    const text = message.kind === 'template' ? '' : message.text;
    const blame = (what: string) =>
      void wrong.push(
        `${what}: ${where.carrier} ${where.channel} ${new Date(now).toISOString()} "${text.slice(0, 60)}"`,
      );
    const conversation = await phone.store.look(record.conversationId);
    if (!conversation) return blame('sent for nobody');
    const { state } = conversation;
    const chosen = (key: string) => state.answers[key]?.choices[0] ?? null;
    const firstItem = Math.floor(record.n / 100);
    const [turn] = await phone.store.transcript(record.conversationId, firstItem - 1, 1);
    const template = message.kind === 'template';
    const unasked = template || turn?.said === null;
    const said = turn?.said ?? '';
    const sinceWrote = now - wroteAt(`${where.carrier}:${where.channel}:${where.to}`);
    const toDanger = record.fixedReply && soundsDangerous(said);
    // one danger question at a time: what follows their answer to the first is a fixed reply too, and waits for no hour
    const inDanger = toDanger || (record.fixedReply && said !== '' && (await toldOfDanger(record, firstItem)));

    const line = lineOf(where.carrier);
    if (line.stopped || line.closed.has(where.channel)) {
      if (stopWords.has(said) && (line.confirmed ?? record.at) === record.at) line.confirmed = record.at;
      // their answer to what a reply to danger asked is of the same danger: a fixed reply too, and never silence
      else if (inDanger && record.at >= (line.replied ?? record.at)) line.replied = record.at;
      else blame('sent after STOP');
      if (sinceWrote > hour) blame('sent after STOP, long after they wrote');
    } else if (state.contact === 'QUIET') {
      // somebody of the team who answers while they write is no message out of the blue
      if (unasked && record.why !== 'talk') blame('sent unasked in quiet mode');
      if (sinceWrote > 2 * minute) blame('answered in quiet mode when they may be watched');
    }
    const window = state.answers['window']?.skipped === true ? 'skipped' : chosen('window');
    if (sinceWrote > hour && !inDanger && !inTheirHours(now, window)) blame('sent outside their hours');
    if (where.channel === 'whatsapp' && !template && sinceWrote >= day) blame('free words on WhatsApp after 24 hours');
    if (sinceWrote > 183 * day) blame('sent to a stranger');
    if (unasked && sinceWrote > hour) judgeUnasked(record, text, template, chosen, now, blame);
    if (isNudge(text) && unasked) judgeNudge(record, now, blame);
    judgeOrder(record, turn?.at ?? now, unasked || inDanger, now, blame);
  }

  /** Whether they had told us of danger in that conversation before the turn that begins there. */
  async function toldOfDanger({ conversationId }: OutgoingMessage, firstItem: number): Promise<boolean> {
    const turns = await phone.store.transcript(conversationId, 0, 10_000);
    return turns.some((turn) => turn.firstItem < firstItem && soundsDangerous(turn.said ?? ''));
  }

  function judgeUnasked(
    record: OutgoingMessage,
    text: string,
    template: boolean,
    chosen: (key: string) => string | null,
    now: number,
    blame: (what: string) => void,
  ): void {
    const start = record.id.replace(/\d+$/, '');
    const read = phone.reached.some(
      (one) => one.result.kind === 'sent' && now - one.at <= hour && firsts.get(one.ref) === `${start}0`,
    );
    if (!template && !neutral.test(text) && !read) blame('began with words that give something away');
    const wanted = record.channel === 'sms' ? 'text' : 'whatsapp';
    const safe = chosen('contactBy') === wanted && /^(yes|textOnly)$/.test(chosen('safeNumber') ?? '');
    const notAsked = chosen('contactBy') === null && chosen('safeNow') === 'yes' && (template || isNudge(text));
    if (!safe && !notAsked) blame('sent by a way not said to be safe');
  }

  function judgeNudge(record: OutgoingMessage, now: number, blame: (what: string) => void): void {
    const { hours } = scotland(now);
    if (hours < 10 || hours >= 19) blame('touched outside 10 to 7');
    const heardAt = came.get(record.carrier) ?? 0;
    const since = phone.reached.filter(
      (one) =>
        one.at >= heardAt &&
        isNudge(one.text) &&
        one.result.kind === 'sent' &&
        owners.get(one.ref) === record.conversationId,
    );
    if (new Set(since.map((one) => one.ref)).size >= 2 && !since.some((one) => one.ref === record.ref))
      blame('touched a third time');
  }

  /** Answers that go soon after they were made go in the order they were made. */
  function judgeOrder(
    record: OutgoingMessage,
    madeAt: number,
    other: boolean,
    now: number,
    blame: (what: string) => void,
  ) {
    const sent = went.get(record.ref) ?? { results: [], failed: false };
    if (sent.results.at(-1) === 'sent' && !sent.failed) blame('sent twice');
    if (other || now - madeAt > hour || sent.failed) return;
    if (record.n < (lastPrompt.get(record.conversationId) ?? 0)) blame('overtaken by a later answer');
  }

  const firsts = new Map<string, string>();
  const owners = new Map<string, string>();
  return {
    wrong,
    /** they wrote this, and it comes now */
    wrote({ carrier, channel, from, sentAt }: PhoneMessage): void {
      const address = `${carrier}:${channel}:${from}`;
      const at = Math.min(phone.now(), sentAt ?? phone.now());
      written.set(address, Math.max(at, wroteAt(address)));
      came.set(carrier, phone.now());
    },
    async each(cleared: Cleared): Promise<void> {
      await judge(cleared);
      const [record] = await phone.kept.outgoing.find({ ref: cleared.ref }, 1);
      if (!record) return;
      firsts.set(cleared.ref, record.id);
      owners.set(cleared.ref, record.conversationId);
    },
    /** the carrier's answer, known once it is given */
    async answered(cleared: Cleared, result: SendResult): Promise<void> {
      const sent = went.get(cleared.ref) ?? { results: [], failed: false };
      sent.results.push(result.kind);
      sent.failed = false;
      went.set(cleared.ref, sent);
      const [record] = await phone.kept.outgoing.find({ ref: cleared.ref }, 1);
      if (result.kind === 'optedOut') {
        const line = lineOf(cleared.where.carrier);
        Object.assign(line, { stopped: true, confirmed: 0, replied: line.stopped ? line.replied : null });
        line.closed.add(cleared.where.channel);
      }
      if (record?.why === 'answer' && result.kind === 'sent' && phone.now() - record.at <= hour)
        lastPrompt.set(record.conversationId, Math.max(record.n, lastPrompt.get(record.conversationId) ?? 0));
    },
    /** a status said it failed: it may be tried again */
    failed(ref: string): void {
      const sent = went.get(ref);
      if (sent) sent.failed = true;
    },
  };
}
