/** Learning from use: whether a flag or a need was right, and a reviewer's own line. Each is a small form on a page that is there. */
import { correctionWords as words } from '../../../dialogs/content/staff/corrections';
import type { NoteName } from '../../../dialogs/content/staff/notes';
import type { Corrections, LineKept, Meaning } from '../../../services/corrections/corrections';
import { flagVerdict } from '../../../services/corrections/verdict';
import { personPath } from '../../../web/server/staff/paths';
import { type Answer, type Asking, type Handler, signedIn } from '../staff/door';
import { readNeeds, readNeedsLine, readRiskLine, type Wrong } from './correctionForm';

export interface CorrectionPagesDeps {
  readonly corrections: Pick<Corrections, 'flag' | 'needs' | 'sayFlag' | 'sayNeeds' | 'write'>;
}
/** The page the form stands on, shown again with what is wrong. */
type Again = (wrong: Wrong) => (asking: Asking) => Promise<Answer>;

const PERSON = '/advisor/people/:id';
const RISK = `${PERSON}/risks/:event`;
const ids = ({ params }: Asking) => ({ person: params['id'] ?? '', event: params['event'] ?? '' });

/** Where to go on to once something was kept, or was not. */
function after(done: Exclude<LineKept, object>, to: string, good: NoteName): Answer {
  if (done === 'missing') return { kind: 'missing' };
  const note = done === 'counted' ? good : done === 'notYours' ? 'notForYou' : 'notAgreed';
  return { kind: 'go', to, note };
}

const isWrong = (read: (Meaning & { readonly text: string }) | Wrong): read is Wrong => 'why' in read;
const lineWrong = (why: keyof typeof words.wrong): Wrong => ({ field: 'line', why: words.wrong[why] });

/** On the record of a danger. */
export function flagCorrections({ corrections }: CorrectionPagesDeps, again: Again) {
  const to = ({ person, event }: ReturnType<typeof ids>) => `${personPath(person)}/risks/${encodeURIComponent(event)}`;

  const right = signedIn(async (asking) => {
    const at = ids(asking);
    const [verdict, another] = [asking.form.get('verdict') ?? '', asking.form.get('another') ?? ''];
    const said = flagVerdict(verdict, another);
    if (said === null)
      return again(
        verdict === 'another' ? { field: 'another', why: words.noAnother } : { field: 'verdict', why: words.noVerdict },
      )(asking);
    const done = await corrections.sayFlag(asking.seen.account, at.person, at.event, said);
    if (done === 'sameKind') return again({ field: 'another', why: words.noAnother })(asking);
    return after(done, to(at), 'corrected');
  });

  const line = signedIn(async (asking) => {
    const at = ids(asking);
    const read = readRiskLine(asking.form);
    if (isWrong(read)) return again(read)(asking);
    const done = await corrections.write(asking.seen.account, at.person, at.event, read);
    return typeof done === 'object' ? again(lineWrong(done.wrong))(asking) : after(done, to(at), 'lineKept');
  });

  return { [`POST ${RISK}/right`]: right, [`POST ${RISK}/line`]: line } as const satisfies Readonly<
    Record<string, Handler>
  >;
}

/** On the record of a person. */
export function needCorrections({ corrections }: CorrectionPagesDeps, again: Again) {
  const right = signedIn(async (asking) => {
    const { person } = ids(asking);
    const done = await corrections.sayNeeds(asking.seen.account, person, readNeeds(asking.form));
    return after(done, personPath(person), 'corrected');
  });

  const line = signedIn(async (asking) => {
    const { person } = ids(asking);
    const read = readNeedsLine(asking.form);
    if (isWrong(read)) return again(read)(asking);
    const done = await corrections.write(asking.seen.account, person, null, read);
    return typeof done === 'object'
      ? again(lineWrong(done.wrong))(asking)
      : after(done, personPath(person), 'lineKept');
  });

  return { [`POST ${PERSON}/right`]: right, [`POST ${PERSON}/line`]: line } as const satisfies Readonly<
    Record<string, Handler>
  >;
}
