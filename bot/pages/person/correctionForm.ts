/** What was written in the forms of learning from use; or what is wrong with it. */
import { correctionWords as words } from '../../../dialogs/content/staff/corrections';
import type { Meaning } from '../../../services/corrections/corrections';
import { needsMeaning, riskMeaning } from '../../../services/corrections/meaning';
import { type NeedSaid, needSaid } from '../../../services/corrections/verdict';

export interface Wrong {
  readonly field: string;
  readonly why: string;
}
type Line = Meaning & { readonly text: string };

const text = (form: URLSearchParams, name: string): string => (form.get(name) ?? '').trim();

/** A line with the danger it tells. */
export function readRiskLine(form: URLSearchParams): Line | Wrong {
  const risk = riskMeaning.safeParse({
    risk: text(form, 'lineRisk'),
    level: text(form, 'lineLevel'),
    who: text(form, 'lineWho'),
    when: text(form, 'lineWhen'),
  });
  if (!risk.success) return { field: 'lineRisk', why: words.noMeaning };
  return { text: text(form, 'line'), risk: risk.data, needs: null };
}

/** A line with the needs it tells. */
export function readNeedsLine(form: URLSearchParams): Line | Wrong {
  const needs = needsMeaning.safeParse(form.getAll('lineNeeds'));
  if (!needs.success) return { field: 'lineNeeds', why: words.noNeeds };
  return { text: text(form, 'line'), risk: null, needs: needs.data };
}

/** What was said of each need: its own choice, and the one that was missed. */
export function readNeeds(form: URLSearchParams): readonly NeedSaid[] {
  const own = [...form].flatMap(([name, value]) =>
    name.startsWith('need-') ? needSaid(name.slice('need-'.length), value) : [],
  );
  return [...own, ...needSaid(text(form, 'missed'), 'notHeard')];
}
