import { readFileSync } from 'node:fs';
import { TOPICS } from '../../../dialogs/reading/topics';
import { topicOf } from '../../../services/understanding/meaning/topicOf';

const corpus = (name: string): readonly Record<string, unknown>[] =>
  readFileSync(`services/understanding/corpus/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('topics', () => {
  it('every question of the corpus has a topic of its own', () => {
    const names = new Set(corpus('questions-w8.jsonl').map((line) => String(line['about'])));
    expect([...names].filter((name) => topicOf(name) !== name)).toEqual([]);
  });

  it('names of questions asked back at an answer are topics, save those we have no answer to', () => {
    const asks = corpus('answers-w9.jsonl').flatMap(({ means }) => {
      const name = typeof means === 'object' && means !== null && 'asks' in means ? means.asks : null;
      return typeof name === 'string' ? [name] : [];
    });
    expect([...new Set(asks)].filter((name) => topicOf(name) === 'unknown')).toEqual(['what_time_is_it']);
    expect(new Set(TOPICS).size).toBe(TOPICS.length);
  });
});
