/** The words of the page of what is owed today. */
export const todayWords = {
  title: 'Today',
  lead: 'What people were told would happen by today. Each was said to somebody who is waiting for it.',
  yours: 'Yours',
  others: 'Of the team',
  none: 'Nothing is owed today',
  noneLine: 'Everything that was promised for today is done.',
  columns: { what: 'What', due: 'By', who: 'Whose', state: 'State' },
  kinds: {
    callBack: 'Call them',
    answer: 'Be in touch',
    referral: 'A partner answers',
    complaint: 'Answer a complaint',
    rights: 'What the law lets them ask',
  },
  states: { open: 'To do', warned: 'Due soon', broken: 'Late', sorrySaid: 'Late, sorry said' },
  record: 'Their record',
  kept: 'Kept in the last 30 days',
  keptOf: (kept: number, all: number) => `${kept} of ${all}`,
  noKept: 'None came due',
} as const;
