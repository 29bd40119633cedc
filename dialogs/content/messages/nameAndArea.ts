/** What to call someone and where they are (guide.md section 4 D). */
export const nameAndArea = {
  D1: {
    text: 'What would you like us to call you? A first name or nickname is fine. You can skip this too.',
    choices: { skip: 'Skip' },
    why: 'People like to be called by their own name',
  },
  D2: {
    text: 'Thanks {name}. Which area are you in? It helps me find things near you.',
    choices: { blantyre: 'Blantyre', rutherglen: 'Rutherglen', somewhereElse: 'Somewhere else' },
    why: 'Local options only',
  },
  D2B: {
    text: 'Thanks. Roughly where are you? A town or the first part of your postcode is fine.',
    choices: { skip: 'Skip' },
    why: 'To find help nearer you',
  },
} as const;
