/** How long each collection is kept, as a table for people: docs/retention.md is made of it. */
import type { CollectionDefinition } from '../store/definition';

const said = (days: number | 'ever'): string => {
  if (days === 'ever') return 'no clock';
  if (days < 1) return `${Math.round(days * 24)} h`;
  return days >= 730 ? `${Math.round(days / 365)} years` : `${days} days`;
};

const goes = (definition: CollectionDefinition): string => {
  const { hangsOn } = definition.keptFor;
  if (hangsOn === undefined) return '';
  return hangsOn.goes === 'always' ? 'always' : 'when nobody agreed to be kept';
};

/** The table in Markdown, a row a collection, by name. */
export function retentionTable(collections: readonly CollectionDefinition[]): string {
  const rows = [...collections]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((one) => `| ${one.name} | ${said(one.keptFor.days)} | ${goes(one)} | ${one.keptFor.why} |`);
  return [
    '| Collection | At most | Goes with its conversation | Why (guide.md 2.6) |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
